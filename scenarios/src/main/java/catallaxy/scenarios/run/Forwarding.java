package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.DriverListener;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import java.util.function.Supplier;

/** Passes on what a driver reports to a listener that exists only once the environment was reset. */
record Forwarding(Supplier<? extends DriverListener> listener) implements DriverListener {
    @Override
    public void step(EnvironmentStep step) {
        listener.get().step(step);
    }

    @Override
    public void decided(long timeNanos, String agent, long epoch, Action action) {
        listener.get().decided(timeNanos, agent, epoch, action);
    }

    @Override
    public void fault(AgentFault fault) {
        listener.get().fault(fault);
    }

    @Override
    public void masked(String agent, long epoch) {
        listener.get().masked(agent, epoch);
    }
}
