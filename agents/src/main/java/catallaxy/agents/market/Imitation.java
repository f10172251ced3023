package catallaxy.agents.market;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.SeatedAgent;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.Cloning;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatView;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Shows a learner what its advisor does in the market, and has the learner's policy fitted to it. One use. */
final class Imitation {
    private final MarketAgents agents;
    private final FaultRule rule;
    private final SeatedLearner seated;
    private final long seed;
    private final List<float[]> observations = new ArrayList<>();
    private final List<float[]> actions = new ArrayList<>();

    Imitation(MarketAgents agents, FaultRule rule, SeatedLearner seated, long seed) {
        this.agents = agents;
        this.rule = rule;
        this.seated = seated;
        this.seed = seed;
    }

    /**
     * Fits the learner's policy.
     *
     * @throws IllegalArgumentException if it corrects the advisor instead of acting itself, or chooses among levels, or its
     *                                  policy is no perceptron
     */
    void teach(Learner learner, int worlds, Compute compute) {
        SeatSettings.Actions how = seated.settings().actions();
        if (how.beginsAtAdvice()) {
            throw new IllegalArgumentException("clone-rounds of " + seated.agent()
                    + ": expected 0 with a residual or levels, which begin at the advice");
        }
        Activation activation = seated.form()
                .perceptron()
                .orElseThrow(() -> new IllegalArgumentException("clone-rounds of " + seated.agent()
                        + ": expected 0 with " + learner.algorithm() + ", whose policy cannot be fitted"));
        for (int round = 0; round < seated.settings().cloning().rounds(); round++) {
            for (int world = 0; world < worlds; world++) {
                watch(RandomStream.of(seed, "cloning/world/" + world + "/episode/" + round)
                        .nextLong());
            }
        }
        StateWriter rest = new StateWriter(1 << 16);
        TensorStore before = new TensorStore();
        learner.save(before, rest);
        TensorStore fitted = new Cloning(seated.settings().cloning(), activation, compute, seed)
                .fitted(before, flat(observations), flat(actions), observations.size());
        learner.load(fitted, new StateReader(rest.toBytes()));
    }

    private static float[] flat(List<float[]> rows) {
        int width = rows.getFirst().length;
        float[] flat = new float[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * width, width);
        }
        return flat;
    }

    private void watch(long worldSeed) {
        String agent = seated.agent();
        SeatView view =
                new SeatView(seated.settings(), agents.context(agent, worldSeed), () -> agents.agent(agent, worldSeed));
        MarketBatch batch = new MarketBatch(agents.market(), rule, world -> DriverListener.STRICT);
        batch.begin(new long[] {worldSeed});
        List<SeatedAgent> everybody = new ArrayList<>();
        List<AgentPlan> plans = agents.plans(worldSeed);
        plans.forEach(plan -> everybody.add(new SeatedAgent(plan)));
        while (!batch.finished()) {
            for (int i = 0; i < everybody.size(); i++) {
                AgentStep step = batch.step(0, plans.get(i).agent());
                if (step != null && batch.asks(0, step)) {
                    batch.answer(0, step.agent(), everybody.get(i).decide(step));
                    if (step.agent().equals(agent)) {
                        note(view, step);
                    }
                }
            }
            batch.advance();
        }
    }

    private void note(SeatView view, AgentStep step) {
        float[] features = new float[view.observationSpec().size()];
        view.observe(step.observation(), features, new boolean[view.actionSpec().maskSize()], 0);
        ActionSpace.Continuous space = (ActionSpace.Continuous) ActionSpace.of(view.actionSpec());
        float[] target = view.advisedActions();
        for (int i = 0; i < target.length; i++) {
            target[i] = space.normalised(i, target[i]);
        }
        observations.add(features);
        actions.add(target);
    }
}
