package catallaxy.agents.policy;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.planning.Guidance;
import catallaxy.agents.planning.MoveJudge;
import catallaxy.agents.planning.MoveTraining;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.MarketEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * How a planner's networks are taught: in each round it plans through all runs, guided by what was learned in the round before, and learns
 * from all searches so far.
 *
 * @param firstSeed of the runs, which have consecutive seeds
 * @param runs      of a round
 * @param rounds    in all; the first is guided as the planner itself says
 * @param fit       how the networks are fitted after each round
 */
public record PlannerCourse(long firstSeed, int runs, int rounds, MoveTraining.Fit fit) {
    public PlannerCourse {
        Checks.inRange("runs", runs, 1, 100_000);
        Checks.inRange("rounds", rounds, 1, 1_000);
    }

    /**
     * What the networks have learned in the end.
     *
     * @param agent    who plans, in the market's seat of this name
     * @param progress is told how many runs have ended
     * @throws AgentCreationException if the planner does not fit the seat
     * @throws IllegalStateException  if too little was there to learn from
     */
    public TensorStore teach(
            MarketAgents agents, String agent, PlannedArbitrage planner, Compute compute, IntConsumer progress) {
        MoveTraining training = new MoveTraining();
        PlannedArbitrage guided = planner;
        TensorStore taught = new TensorStore();
        for (int round = 0; round < rounds; round++) {
            for (int run = 0; run < runs; run++) {
                run(agents, agent, guided, training, firstSeed + run);
                progress.accept(round * runs + run + 1);
            }
            taught = training.learn(compute, fit, firstSeed);
            int considered = planner.guidance().considered();
            guided = planner.with(new Guidance(Optional.of(new MoveJudge(taught)), considered, false));
        }
        return taught;
    }

    private static void run(
            MarketAgents agents, String agent, PlannedArbitrage planner, MoveTraining training, long seed) {
        List<AgentPlan> plans = agents.with(agent, planner).plans(seed).stream()
                .map(plan -> plan.agent().equals(agent)
                        ? new AgentPlan(agent, () -> planner.create(agents.context(agent, seed), training))
                        : plan)
                .toList();
        new BatchDriver()
                .run(new MarketEnvironment(agents.market()), seed, plans, FaultRule.DEFAULT, DriverListener.STRICT);
    }
}
