package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Weights against closed forms, and the band's width against the growth that it is to maximise. */
class MertonBandTest {
    private static final ActionSpec ONE = Specs.quantities(0, 1, "weight.l1.ETH");
    private static final ActionSpec TWO = Specs.quantities(0, 1, "weight.l1.ETH", "weight.l2.ETH");
    private static final ObservationSpec FEATURES =
            Specs.features("weight.l1.ETH", "volatility.l1.ETH", "weight.l2.ETH", "volatility.l2.ETH");

    private static MertonBand.Config eth(double gamma, double cost, OptionalDouble sigma) {
        return new MertonBand.Config(
                gamma, 0.02, cost, List.of(new MertonBand.AssetBelief("ETH", 0.12, sigma)), List.of());
    }

    private static MertonBand agent(MertonBand.Config config, ActionSpec actions) {
        return new MertonBand(config, FEATURES, actions);
    }

    private static Action decide(MertonBand agent, ActionSpec actions, Map<String, Double> values) {
        return agent.decide(Specs.observation(FEATURES, actions, values));
    }

    @Test
    void holdsTheMertonWeightWithoutCosts() {
        MertonBand averse = agent(eth(3, 0, OptionalDouble.of(0.4)), ONE);
        MertonBand kelly = agent(eth(1, 0, OptionalDouble.of(0.4)), ONE);
        assertThat(Specs.values(decide(averse, ONE, Map.of()))[0]).isCloseTo(0.20833, within(1e-5));
        assertThat(Specs.values(decide(kelly, ONE, Map.of("weight.l1.ETH", 0.9)))[0])
                .isCloseTo(0.625, within(1e-9));
    }

    @Test
    void knowsTheGrowthOptimalWeightWhateverItsOwnAversion() {
        MertonBand averse = agent(eth(7, 0.003, OptionalDouble.of(0.4)), TWO);
        assertThat(averse.growthOptimal(Specs.observation(FEATURES, TWO, Map.of())))
                .containsExactly(new double[] {0.3125, 0.3125}, within(1e-12));
        MertonBand observing = agent(eth(7, 0.003, OptionalDouble.empty()), TWO);
        assertThat(observing.growthOptimal(Specs.observation(FEATURES, TWO, Map.of())))
                .isEmpty();
        Map<String, Double> observed = Map.of("volatility.l1.ETH", 0.4, "volatility.l2.ETH", 0.4);
        for (int epoch = 0; epoch < 31; epoch++) {
            assertThat(observing.growthOptimal(Specs.observation(FEATURES, TWO, observed)))
                    .isEmpty();
            decide(observing, TWO, observed);
        }
        assertThat(observing.growthOptimal(Specs.observation(FEATURES, TWO, observed)))
                .containsExactly(new double[] {0.3125, 0.3125}, within(1e-12));
    }

    /** A belief of excess returns over r = 0.02 in ETH and BTC, with known volatilities. */
    private static MertonBand.Config pair(double gamma, double cost, double eth, double btc, double sigma, double rho) {
        return new MertonBand.Config(
                gamma,
                0.02,
                cost,
                List.of(
                        new MertonBand.AssetBelief("ETH", 0.02 + eth, OptionalDouble.of(sigma)),
                        new MertonBand.AssetBelief("BTC", 0.02 + btc, OptionalDouble.of(sigma))),
                List.of(new MertonBand.Correlation("BTC", "ETH", rho)));
    }

    private static final ActionSpec PAIR = Specs.quantities(0, 1, "weight.l1.ETH", "weight.l1.BTC");
    private static final ActionSpec FOUR =
            Specs.quantities(0, 1, "weight.l1.ETH", "weight.l1.BTC", "weight.l2.ETH", "weight.l2.BTC");
    private static final ObservationSpec ALL = Specs.features(Stream.of("l1.ETH", "l1.BTC", "l2.ETH", "l2.BTC")
            .flatMap(sleeve -> Stream.of("weight." + sleeve, "volatility." + sleeve))
            .toList());

    private static double[] values(MertonBand agent, ActionSpec actions, Map<String, Double> observed) {
        return Specs.values(agent.decide(Specs.observation(ALL, actions, observed)));
    }

    @Test
    void solvesForCorrelatedAssets() {
        MertonBand.Config config = new MertonBand.Config(
                2,
                0.01,
                0,
                List.of(
                        new MertonBand.AssetBelief("ETH", 0.15, OptionalDouble.of(0.6)),
                        new MertonBand.AssetBelief("BTC", 0.12, OptionalDouble.of(0.5))),
                List.of(new MertonBand.Correlation("ETH", "BTC", 0.5)));
        double[] pi = new MertonBand(config, ALL, PAIR).targets(new double[] {0.6, 0.5});
        double determinant = 0.36 * 0.25 - 0.15 * 0.15;
        assertThat(pi[0]).isCloseTo((0.25 * 0.14 - 0.15 * 0.11) / determinant / 2, within(1e-12));
        assertThat(pi[1]).isCloseTo((0.36 * 0.11 - 0.15 * 0.14) / determinant / 2, within(1e-12));
    }

    /** Σ⁻¹ (μ − r)/γ is (1.08, −0.92); without short positions the poor asset hedges nothing and the other stands alone. */
    @Test
    void anAssetThatMayNotBeSoldShortIsNoHedge() {
        MertonBand.Config config = pair(10, 0, 0.1, 0.02, 0.2, 0.9);
        assertThat(values(new MertonBand(config, ALL, PAIR), PAIR, Map.of()))
                .containsExactly(new double[] {0.25, 0}, within(1e-12));
        assertThat(values(new MertonBand(config, ALL, FOUR), FOUR, Map.of()))
                .as("over two chains")
                .containsExactly(new double[] {0.125, 0, 0.125, 0}, within(1e-12));
    }

    @Test
    void theGrowthOptimalWeightsAreThoseOfAnInvestorWithoutDebtOrShortPositions() {
        MertonBand agent = new MertonBand(pair(10, 0, 0.1, 0.02, 0.2, 0.9), ALL, FOUR);
        // For γ = 1 the one asset alone would be held 2.5 times; the budget leaves 1.
        assertThat(agent.growthOptimal(Specs.observation(ALL, FOUR, Map.of())))
                .containsExactly(new double[] {0.5, 0, 0.5, 0}, within(1e-12));
        MertonBand both = new MertonBand(pair(7, 0, 0.1, 0.2, 0.4, 0), ALL, PAIR);
        assertThat(both.growthOptimal(Specs.observation(ALL, PAIR, Map.of())))
                .containsExactly(new double[] {0.1875, 0.8125}, within(1e-12));
    }

    /** A seat that cannot hold the better asset has no use for what that one would do to the other's weight. */
    @Test
    void anAssetThatNoSleeveHoldsIsNotInTheProgram() {
        MertonBand agent = new MertonBand(pair(4, 0, 0.08, 0.3, 0.5, 0.8), FEATURES, ONE);
        assertThat(agent.targets(new double[] {0.5, 0.5})).containsExactly(new double[] {0.08, 0}, within(1e-12));
        assertThat(agent.growthOptimal(Specs.observation(FEATURES, ONE, Map.of())))
                .containsExactly(new double[] {0.32}, within(1e-12));
    }

    @Test
    void whatIsWorthNothingIsSoldWholeAndWhatTakesAllIsBoughtWhole() {
        MertonBand agent = new MertonBand(pair(1, 0.003, 0.3, -0.1, 0.3, 0.5), ALL, PAIR);
        assertThat(agent.targets(new double[] {0.3, 0.3})).containsExactly(1, 0);
        assertThat(agent.halfWidth(0)).isZero();
        assertThat(agent.halfWidth(1)).isZero();
        assertThat(values(agent, PAIR, Map.of("weight.l1.ETH", 0.4, "weight.l1.BTC", 0.05)))
                .containsExactly(1, 0);
    }

    /** Three equal assets share everything; the band of each is 1/3 ± 0.0637. */
    @Test
    void purchasesAreNoLargerThanWhatSalesAndCashPayFor() {
        List<String> sleeves = List.of("l1.A", "l1.B", "l1.C");
        ActionSpec actions = Specs.quantities(
                0, 1, sleeves.stream().map(each -> "weight." + each).toArray(String[]::new));
        ObservationSpec features = Specs.features(sleeves.stream()
                .flatMap(each -> Stream.of("weight." + each, "volatility." + each))
                .toList());
        MertonBand.Config config = new MertonBand.Config(
                0.5,
                0,
                0.001752,
                Stream.of("A", "B", "C")
                        .map(each -> new MertonBand.AssetBelief(each, 0.3, OptionalDouble.of(0.4)))
                        .toList(),
                List.of());
        MertonBand agent = new MertonBand(config, features, actions);
        double half = agent.halfWidth(1 / 3.0);
        assertThat(half).isCloseTo(0.0637, within(1e-3));
        Map<String, Double> observed = Map.of("weight.l1.A", 0.23, "weight.l1.B", 0.385, "weight.l1.C", 0.385);
        double[] values = Specs.values(agent.decide(Specs.observation(features, actions, observed)));
        // The lower edge of A is 0.2697, 0.0397 above what it has; nothing is sold, and the cash is nothing.
        assertThat(values).containsExactly(new double[] {0.23, 0.385, 0.385}, within(1e-12));
        Map<String, Double> rich = Map.of("weight.l1.A", 0.23, "weight.l1.B", 0.30, "weight.l1.C", 0.30);
        assertThat(Specs.values(agent.decide(Specs.observation(features, actions, rich))))
                .containsExactly(new double[] {1 / 3.0 - half, 0.30, 0.30}, within(1e-12));
        Map<String, Double> sold = Map.of("weight.l1.A", 0.2, "weight.l1.B", 0.38, "weight.l1.C", 0.42);
        assertThat(Specs.values(agent.decide(Specs.observation(features, actions, sold))))
                .containsExactly(new double[] {0.2 + 0.42 - 1 / 3.0 - half, 0.38, 1 / 3.0 + half}, within(1e-12));
    }

    /** Whatever the portfolio has become, what is asked of it needs no debt. */
    @Test
    void theWeightsNeverAddUpToMoreThanOne() {
        for (int seed = 0; seed < 500; seed++) {
            RandomStream random = RandomStream.of(seed, "weights");
            MertonBand.Config config = pair(
                    Math.pow(10, 3 * random.nextDouble() - 2),
                    0.1 * random.nextDouble(),
                    0.3 * random.nextDouble(),
                    0.3 * random.nextGaussian(),
                    0.2 + 0.5 * random.nextDouble(),
                    1.9 * random.nextDouble() - 0.95);
            double[] has = new double[5];
            double all = 0;
            for (int i = 0; i < has.length; i++) {
                has[i] = -Math.log(1 - random.nextDouble());
                all += has[i];
            }
            Map<String, Double> observed = Map.of(
                    "weight.l1.ETH", has[0] / all,
                    "weight.l1.BTC", has[1] / all,
                    "weight.l2.ETH", has[2] / all,
                    "weight.l2.BTC", has[3] / all);
            double[] values = values(new MertonBand(config, ALL, FOUR), FOUR, observed);
            assertThat(Arrays.stream(values).sum()).as("seed %d", seed).isBetween(0.0, 1 + 1e-12);
            assertThat(Arrays.stream(values).min().orElse(0))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void leavesWeightsInsideTheBandExactlyAsTheyAre() {
        MertonBand agent = agent(eth(3, 0.003, OptionalDouble.of(0.4)), ONE);
        double pi = 0.1 / 0.16 / 3;
        double half = agent.halfWidth(pi);
        assertThat(half).isCloseTo(Math.cbrt(1.5 / 3 * pi * pi * (1 - pi) * (1 - pi) * 0.003), within(1e-15));
        for (double inside : List.of(pi, pi - 0.99 * half, pi + 0.99 * half, 0.2071234567891)) {
            assertThat(Specs.values(decide(agent, ONE, Map.of("weight.l1.ETH", inside))))
                    .containsExactly(inside);
        }
        assertThat(Specs.values(decide(agent, ONE, Map.of("weight.l1.ETH", 0.0)))[0])
                .isCloseTo(pi - half, within(1e-12));
        assertThat(Specs.values(decide(agent, ONE, Map.of("weight.l1.ETH", 0.9)))[0])
                .isCloseTo(pi + half, within(1e-12));
    }

    @Test
    void splitsAnAssetOverItsChainsAndObservesTheirMeanVolatility() {
        MertonBand agent = agent(eth(1, 0, OptionalDouble.empty()), TWO);
        Map<String, Double> observed = Map.of("volatility.l1.ETH", 0.3, "volatility.l2.ETH", 0.5);
        for (int epoch = 0; epoch < 30; epoch++) {
            assertThat(decide(agent, TWO, observed)).isEqualTo(Action.HOLD);
        }
        assertThat(Specs.values(decide(agent, TWO, observed)))
                .containsExactly(new double[] {0.3125, 0.3125}, within(1e-9));
    }

    @Test
    void holdsWhileNoVolatilityHasBeenObserved() {
        MertonBand agent = agent(eth(1, 0, OptionalDouble.empty()), ONE);
        double[] unknown = {0, Double.NaN, Double.POSITIVE_INFINITY, 1e-200, 1e200};
        for (int epoch = 0; epoch < 100; epoch++) {
            double nothing = unknown[epoch % unknown.length];
            assertThat(decide(agent, ONE, Map.of("volatility.l1.ETH", nothing))).isEqualTo(Action.HOLD);
        }
    }

    @Test
    void neitherBorrowsNorSellsShort() {
        MertonBand rich = new MertonBand(pair(0.1, 0, 0.1, 0.4, 0.4, 0), ALL, PAIR);
        assertThat(rich.targets(new double[] {0.4, 0.4})).as("γ σ² is 0.016").containsExactly(0, 1);
        MertonBand poor = new MertonBand(pair(0.1, 0, -0.1, -0.4, 0.4, 0), ALL, PAIR);
        assertThat(poor.targets(new double[] {0.4, 0.4})).containsExactly(0, 0);
    }

    @Test
    void refusesBeliefsThatCannotBe() {
        List<MertonBand.AssetBelief> three = List.of(
                new MertonBand.AssetBelief("A", 0.1, OptionalDouble.empty()),
                new MertonBand.AssetBelief("B", 0.1, OptionalDouble.empty()),
                new MertonBand.AssetBelief("C", 0.1, OptionalDouble.empty()));
        List<MertonBand.Correlation> impossible = List.of(
                new MertonBand.Correlation("A", "B", 0.9),
                new MertonBand.Correlation("B", "C", 0.9),
                new MertonBand.Correlation("A", "C", -0.9));
        assertThatThrownBy(() -> new MertonBand.Config(1, 0, 0, three, impossible))
                .hasMessageStartingWith("correlations: expected a positive definite matrix");
        assertThatThrownBy(() -> agent(
                        new MertonBand.Config(1, 0, 0, three, List.of()), Specs.quantities(0, 1, "weight.l1.ETH")))
                .hasMessage("assets: expected a belief about the asset of sleeve l1.ETH, found [A, B, C]");
    }

    @Test
    void lendsAFixedShareAndBorrowsNothing() {
        Subject dollars = new Subject.Reserve("bank", "USDC");
        List<ActionComponent> components = new ArrayList<>(ONE.components());
        components.add(new ActionComponent.Continuous(Quantity.SUPPLIED.of(dollars), "1", 0, 1, 0));
        components.add(new ActionComponent.Continuous(Quantity.BORROWED.of(dollars), "1", 0, 1, 0));
        MertonBand.AssetBelief ether = new MertonBand.AssetBelief("ETH", 0.08, OptionalDouble.of(0.4));
        MertonBand.Config config = new MertonBand.Config(1, 0, 0, List.of(ether), List.of(), 0.7);
        ActionSpec actions = new ActionSpec(components);
        double[] asked = Specs.values(
                agent(config, actions).decide(Specs.observation(FEATURES, actions, Map.of("weight.l1.ETH", 0.1))));
        assertThat(asked).containsExactly(new double[] {0.5, 0.7, 0}, within(1e-9));
        assertThatThrownBy(() -> new MertonBand.Config(1, 0, 0, List.of(ether), List.of(), 1.1))
                .hasMessage("supplied: expected 0.0 to 1.0, found 1.1");
    }

    /**
     * The rate of growth of a logarithmic investor who keeps to a band, for three widths: the formula's beats a third and
     * three times of it. The same random numbers for all; 0.3 % costs each way over 4 000 years of 250 days.
     */
    @Test
    void growsFasterThanWithANarrowerOrWiderBand() {
        double pi = 0.5;
        MertonBand.Config config = new MertonBand.Config(
                1, 0, 0.003, List.of(new MertonBand.AssetBelief("ETH", 0.08, OptionalDouble.of(0.4))), List.of());
        double half = agent(config, ONE).halfWidth(pi);
        double best = growth(pi, half);
        assertThat(best).isGreaterThan(growth(pi, half / 3)).isGreaterThan(growth(pi, Math.min(half * 3, 0.49)));
    }

    private static double growth(double pi, double half) {
        RandomStream random = RandomStream.of(11, "growth");
        int days = 1_000_000;
        double dt = 1.0 / 250;
        double weight = pi;
        double log = 0;
        for (int day = 0; day < days; day++) {
            double gross = Math.exp((0.08 - 0.08) * dt + 0.4 * Math.sqrt(dt) * random.nextGaussian());
            double wealth = 1 + weight * (gross - 1);
            weight = weight * gross / wealth;
            double target = Math.clamp(weight, pi - half, pi + half);
            log += Math.log(wealth * (1 - 0.003 * Math.abs(target - weight)));
            weight = target;
        }
        return log / days / dt;
    }
}
