package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.algorithm.FrozenPolicy;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.market.MarketEvaluation;
import catallaxy.agents.network.Activation;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.file.Scenario;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Many worlds stepped together against one at a time and against the actors: the same policies give the same digests. */
final class LockstepTest {
    private static final long[] SEEDS = {1, 22, 333};

    private final Scenario scenario = ShortRun.twoChains("10 m");
    private final MarketAgents agents = AgentPlans.agents(scenario, LockstepTest.class.getClassLoader());

    /** A policy network with random weights, which trades all the time. */
    private static TensorStore randomPolicy(long seed, int inputs, int outputs) {
        RandomStream random = RandomStream.of(seed, "weights");
        TensorStore tensors = new TensorStore();
        int[] widths = {inputs, 8, outputs};
        for (int layer = 0; layer < 2; layer++) {
            float[] weights = new float[widths[layer] * widths[layer + 1]];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) random.nextGaussian();
            }
            tensors.put("policy." + layer + ".weight", weights, widths[layer + 1], widths[layer]);
            tensors.put("policy." + layer + ".bias", new float[widths[layer + 1]], widths[layer + 1]);
        }
        tensors.put("normaliser.shift", new float[inputs], inputs);
        float[] ones = new float[inputs];
        Arrays.fill(ones, 1);
        tensors.put("normaliser.scale", ones, inputs);
        return tensors;
    }

    private static SeatSettings residual(double share, boolean observeAdvice) {
        SeatSettings plain = SeatSettings.plain();
        return new SeatSettings(
                new SeatSettings.Actions(List.of(), share, SeatSettings.Base.ADVICE, 0, List.of(), List.of(1)),
                plain.limits(),
                plain.reward(),
                observeAdvice,
                plain.cloning());
    }

    private static SeatedLearner.Origin origin(String role) {
        return new SeatedLearner.Origin("test", "", role, List.of(), List.of());
    }

    private MarketAgents trained() {
        SeatedLearner maker = seated("maker", residual(0.2, true));
        SeatedLearner fund = seated("fund", residual(0, false));
        return agents.with(
                        "maker", maker.policy(origin("market-maker"), agents.policy("maker"), randomPolicy(1, 13, 4)))
                .with("fund", fund.policy(origin("portfolio"), agents.policy("fund"), randomPolicy(2, 21, 4)));
    }

    private static SeatedLearner seated(String agent, SeatSettings settings) {
        return new SeatedLearner(
                agent,
                settings,
                (tensors, features, actions) -> FrozenPolicy.ofActor(tensors, Activation.TANH, features, actions),
                task -> {
                    throw new AssertionError("nobody learns here");
                });
    }

    private String digest(Driver driver, MarketAgents who, long seed) {
        return digest(driver, who, seed, DriverListener.NONE);
    }

    private String digest(Driver driver, MarketAgents who, long seed, DriverListener listener) {
        return driver.run(new MarketEnvironment(scenario.market()), seed, who.plans(seed), FaultRule.DEFAULT, listener)
                .digest();
    }

    private static SeatSettings within(SeatSettings.Limits limits) {
        SeatSettings plain = SeatSettings.plain();
        return new SeatSettings(plain.actions(), limits, plain.reward(), false, plain.cloning());
    }

    /** Random policies of a maker, a fund and an arbitrageur, within limits that they would not keep by themselves. */
    private MarketAgents limited(OptionalDouble bps, OptionalDouble kelly) {
        SeatSettings distance = within(new SeatSettings.Limits(1, 0, 0, OptionalDouble.empty(), bps));
        SeatSettings cap = within(new SeatSettings.Limits(1, 0, 0, kelly, OptionalDouble.empty()));
        int routes = agents.context("arb", 1).actions().size();
        int features = agents.context("arb", 1).observations().size();
        return agents.with("maker", policy("maker", "market-maker", distance, randomPolicy(1, 9, 4)))
                .with("fund", policy("fund", "portfolio", cap, randomPolicy(2, 21, 4)))
                .with("arb", policy("arb", "arbitrage", distance, randomPolicy(3, features, routes)));
    }

    private PolicySpec policy(String agent, String role, SeatSettings settings, TensorStore tensors) {
        return seated(agent, settings).policy(origin(role), agents.policy(agent), tensors);
    }

    /** What everybody saw last, and by how much decisions went beyond the limits. */
    private static final class Watch implements DriverListener {
        private final Map<String, Observation> seen = new HashMap<>();
        private final double bps;
        private double nearestQuote = Double.POSITIVE_INFINITY;
        private double largestPurchase;
        private int trades;

        Watch(double bps) {
            this.bps = bps;
        }

        @Override
        public void step(EnvironmentStep step) {
            step.due().forEach(each -> seen.put(each.agent(), each.observation()));
        }

        @Override
        public void decided(long timeNanos, String agent, long epoch, Action action) {
            Observation now = Objects.requireNonNull(seen.get(agent));
            if (action instanceof Action.Vector vector) {
                switch (agent) {
                    case "maker" -> quotes(now, vector);
                    case "fund" -> purchases(now, vector);
                    case "arb" ->
                        trades += (int) Arrays.stream(vector.values())
                                .filter(x -> x != 0)
                                .count();
                    default -> {}
                }
            }
        }

        private void quotes(Observation now, Action.Vector quotes) {
            double mid = now.value("mid");
            double reference = now.value("reference_price");
            double bid = mid * (1 - quotes.value(0) / 10_000);
            double ask = mid * (1 + quotes.value(1) / 10_000);
            nearestQuote = quotes.value(2) > 0
                    ? Math.min(nearestQuote, reference * (1 + bps / 10_000) / bid - 1)
                    : nearestQuote;
            nearestQuote = quotes.value(3) > 0
                    ? Math.min(nearestQuote, ask / reference / (1 - bps / 10_000) - 1)
                    : nearestQuote;
        }

        private void purchases(Observation now, Action.Vector weights) {
            for (int i = 0; i < weights.values().length; i++) {
                String name = now.actions().components().get(i).name();
                boolean buys = weights.value(i) > now.value(name);
                largestPurchase = Math.max(largestPurchase, buys ? weights.value(i) : 0);
            }
        }
    }

    /** Full Kelly weights of the fund's beliefs are 0.30 of BTC and 0.29 of ETH, half of each on either chain. */
    @Test
    void nobodyGoesBeyondLimitsUnderAnyDriver() {
        Watch free = new Watch(5);
        digest(new BatchDriver(), limited(OptionalDouble.empty(), OptionalDouble.empty()), 1, free);
        assertThat(free.nearestQuote).isLessThan(-1e-4);
        assertThat(free.largestPurchase).isGreaterThan(0.1);
        Watch kept = new Watch(5);
        MarketAgents limited = limited(OptionalDouble.of(5), OptionalDouble.of(0.2));
        String batch = digest(new BatchDriver(), limited, 1, kept);
        assertThat(kept.nearestQuote).isBetween(-1e-9, 1e-3);
        assertThat(kept.largestPurchase).isBetween(0.001, 0.05);
        assertThat(kept.trades).isLessThan(free.trades / 2);
        assertThat(digest(new ActorDriver(), limited, 1)).isEqualTo(batch);
        assertThat(MarketEvaluation.of(limited, FaultRule.DEFAULT, new long[] {1})
                        .digests())
                .containsExactly(batch);
    }

    @Test
    void worldsInLockstepTakeTheCourseOfSingleOnesAndOfActors() {
        MarketAgents trained = trained();
        List<String> together =
                MarketEvaluation.of(trained, FaultRule.DEFAULT, SEEDS).digests();
        for (int i = 0; i < SEEDS.length; i++) {
            assertThat(together.get(i)).isEqualTo(digest(new BatchDriver(), trained, SEEDS[i]));
            assertThat(together.get(i)).isEqualTo(digest(new ActorDriver(), trained, SEEDS[i]));
        }
    }

    @Test
    void trainedPoliciesDecideOtherwiseThanTheClosedForms() {
        assertThat(digest(new BatchDriver(), trained(), 1)).isNotEqualTo(digest(new BatchDriver(), agents, 1));
    }
}
