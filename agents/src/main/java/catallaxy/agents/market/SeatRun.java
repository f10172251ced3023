package catallaxy.agents.market;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.DecisionWatch;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.SeatedAgent;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatFigures;
import catallaxy.agents.seat.SeatMeter;
import catallaxy.environment.api.AgentStep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One whole run of a market in which one seat is watched. One use, one thread. */
public final class SeatRun {
    private final MarketAgents agents;
    private final MarketBatch batch;
    private final String watched;
    private final Map<String, SeatedAgent> seated = new LinkedHashMap<>();
    private final SeatMeter meter;
    private boolean ruined;

    private SeatRun(MarketAgents agents, FaultRule rule, String watched, long seed) {
        this.agents = agents;
        this.watched = watched;
        batch = new MarketBatch(agents.market(), rule, _ -> DriverListener.STRICT);
        batch.begin(new long[] {seed});
        for (AgentPlan plan : agents.plans(seed)) {
            seated.put(plan.agent(), new SeatedAgent(plan));
        }
        meter = new SeatMeter(batch.market(0), agents.index(watched));
    }

    /**
     * What the seat of an agent did in the run of a seed; empty if the agent lost all that it had, or failed.
     *
     * @throws AgentFailedException if another agent fails, or one does not decide in time
     */
    public static Optional<SeatFigures> of(MarketAgents agents, FaultRule rule, String watched, long seed) {
        return DecisionWatch.over(rule.decisionTimeoutNanos(), () -> {
            try {
                return new SeatRun(agents, rule, watched, seed).played();
            } catch (AgentFailedException failed) {
                if (failed.agent().equals(watched)) {
                    return Optional.empty();
                }
                throw failed;
            }
        });
    }

    private Optional<SeatFigures> played() {
        while (!batch.finished()) {
            askAll();
            batch.advance();
        }
        askAll();
        return ruined ? Optional.empty() : Optional.of(meter.figures(batch.market(0)));
    }

    private void askAll() {
        for (String agent : agents.policies().keySet()) {
            AgentStep step = batch.step(0, agent);
            if (step != null) {
                ask(agent, step);
            }
        }
    }

    private void ask(String agent, AgentStep step) {
        if (agent.equals(watched)) {
            meter.next(batch.market(0), step);
            ruined |= step.terminated();
        }
        SeatedAgent each = seated.get(agent);
        if (each != null && batch.asks(0, step)) {
            batch.answer(0, agent, each.decide(step));
        }
    }
}
