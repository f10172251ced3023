package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.market.learning.Action;
import catallaxy.environment.market.learning.Observation;
import java.util.Arrays;

/** A user's agent that is wrong at every decision, in the way that its setting {@code way} names. */
public final class UnsoundAgent implements Agent {
    private static final long LONG_NANOS = 60_000_000_000L;

    private final String way;

    /** As the loader of users' agents wants it. */
    public UnsoundAgent(AgentContext context) {
        way = context.text("way", "throws");
    }

    @Override
    public Action decide(Observation observation) {
        double[] values = new double[observation.actions().size()];
        return switch (way) {
            case "throws" -> throw new IllegalStateException("no idea");
            case "overflows" -> overflow(observation);
            case "nan" -> filled(values, Double.NaN);
            case "infinite" -> filled(values, Double.POSITIVE_INFINITY);
            case "oversized" -> filled(values, 1e12);
            case "short" -> Action.of();
            case "long" -> Action.of(Arrays.copyOf(values, values.length + 1));
            case "hangs" -> hang();
            case "buys beyond its means" -> filled(values, 5_000_000);
            case "sells beyond its means" -> filled(values, -5_000_000);
            default -> Action.HOLD;
        };
    }

    private static Action filled(double[] values, double value) {
        Arrays.fill(values, value);
        return Action.of(values);
    }

    private Action overflow(Observation observation) {
        return overflow(observation);
    }

    private static Action hang() {
        long end = System.nanoTime() + LONG_NANOS;
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return Action.HOLD;
    }
}
