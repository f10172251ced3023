package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.environment.market.learning.ActionSpec;
import catallaxy.environment.market.learning.ObservationSpec;
import catallaxy.environment.market.random.RandomStream;
import catallaxy.environment.market.role.RoleSpec;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quotes against their formula, and the policy in the paper's own market against the paper's table. */
class AvellanedaStoikovTest {
    private static final ObservationSpec FEATURES = Specs.marketMakerFeatures();
    private static final ActionSpec ACTIONS = Specs.marketMaker(10_000);

    private static Agent agent(double gamma, double horizonSeconds, OptionalDouble sigma, double maxInventory) {
        RoleSpec.MarketMaker role = new RoleSpec.MarketMaker(0, maxInventory, 1, 10_000, 0, 1_000_000_000L);
        AvellanedaStoikov.Config config = new AvellanedaStoikov.Config(gamma, 1.5, horizonSeconds, sigma);
        return new AvellanedaStoikov(config, role, FEATURES, ACTIONS);
    }

    private static double[] quotes(Agent agent, Map<String, Double> values) {
        return Specs.values(agent.decide(Specs.observation(FEATURES, ACTIONS, values)));
    }

    @Test
    void quotesAroundTheReservationPrice() {
        Agent agent = agent(0.1, 0, OptionalDouble.empty(), 100);
        double[] quotes =
                quotes(agent, Map.of("mid", 100.0, "inventory", 3.0, "volatility", 2.0, "time_remaining", 0.5));
        double r = 100 - 3 * 0.1 * 4 * 0.5;
        double spread = 0.1 * 4 * 0.5 + 2 / 0.1 * Math.log(1 + 0.1 / 1.5);
        assertThat(100 * (1 - quotes[0] / 10_000)).isCloseTo(r - spread / 2, within(1e-9));
        assertThat(100 * (1 + quotes[1] / 10_000)).isCloseTo(r + spread / 2, within(1e-9));
    }

    @Test
    void rollsTheHorizonAndFixesTheVolatilityWhereAsked() {
        Map<String, Double> early = Map.of("mid", 100.0, "inventory", 3.0, "volatility", 9.0, "time_remaining", 50.0);
        Map<String, Double> late = Map.of("mid", 100.0, "inventory", 3.0, "volatility", 2.0, "time_remaining", 0.5);
        Agent rolling = agent(0.1, 0.5, OptionalDouble.of(2), 100);
        assertThat(quotes(rolling, early)).isEqualTo(quotes(rolling, late));
        assertThat(quotes(rolling, late)).isEqualTo(quotes(agent(0.1, 0, OptionalDouble.empty(), 100), late));
    }

    @Test
    void cutsTheSizeThatWouldPassTheInventoryLimit() {
        Agent agent = agent(0.1, 1, OptionalDouble.of(2), 4);
        assertThat(quotes(agent, Map.of("mid", 100.0, "inventory", 3.25))).endsWith(0.75, 1);
        assertThat(quotes(agent, Map.of("mid", 100.0, "inventory", 5.0))).endsWith(0, 1);
        assertThat(quotes(agent, Map.of("mid", 100.0, "inventory", -4.0))).endsWith(1, 0);
    }

    @Test
    void quotesNothingWithoutAPriceOrAVolatility() {
        Agent agent = agent(0.1, 1, OptionalDouble.empty(), 4);
        assertThat(quotes(agent, Map.of("mid", Double.NaN, "volatility", 1.0))).containsOnly(0);
        assertThat(quotes(agent, Map.of("mid", 100.0, "volatility", Double.NaN)))
                .containsOnly(0);
    }

    /**
     * Tables 1 to 3 of the paper, recomputed with 200 000 paths; here 5 000, so the standard error of the mean is std/71:
     * 0.08 to 0.19. The symmetric strategy is the same policy, told that it has no inventory.
     */
    @ParameterizedTest
    @CsvSource({
        "0.1, true, 1.492, 64.89, 6.53, 2.92",
        "0.1, false, 1.492, 68.08, 13.28, 8.39",
        "0.01, true, 1.349, 68.36, 8.96, 5.21",
        "0.01, false, 1.349, 68.64, 13.67, 8.70",
        "0.5, true, 2.156, 48.58, 5.90, 1.95",
        "0.5, false, 2.156, 58.35, 11.54, 7.07"
    })
    void earnsWhatThePaperReports(
            double gamma, boolean knowsInventory, double spread, double mean, double deviation, double inventory) {
        PaperMarket market = played(gamma, knowsInventory, 5_000);
        double error = deviation / Math.sqrt(market.profit.count);
        assertThat(market.meanSpread()).isCloseTo(spread, within(0.001));
        assertThat(market.profit.mean()).isCloseTo(mean, within(0.1 + 3 * error));
        assertThat(market.profit.deviation()).isCloseTo(deviation, within(0.04 * deviation));
        assertThat(market.inventory.deviation()).isCloseTo(inventory, within(0.04 * inventory));
    }

    /** The first row within its own tolerance of 0.1: the standard error is 0.015. */
    @Test
    @Tag("long")
    void earnsWhatThePaperReportsOverManyPaths() {
        PaperMarket market = played(0.1, true, 200_000);
        assertThat(market.profit.mean()).isCloseTo(64.89, within(0.1));
        assertThat(market.profit.deviation()).isCloseTo(6.53, within(0.05));
        assertThat(market.inventory.deviation()).isCloseTo(2.92, within(0.03));
    }

    private static PaperMarket played(double gamma, boolean knowsInventory, int paths) {
        PaperMarket market = new PaperMarket(agent(gamma, 0, OptionalDouble.of(2), 1e6), knowsInventory);
        for (int path = 0; path < paths; path++) {
            market.play(RandomStream.of(path, "paper/" + gamma));
        }
        return market;
    }

    /** s = 100, T = 1, σ = 2, dt = 0.005, k = 1.5, A = 140, fills of one unit with probability A e^{−kδ} dt. */
    private static final class PaperMarket {
        private static final double DT = 0.005;
        private static final int STEPS = 200;

        final Sample profit = new Sample();
        final Sample inventory = new Sample();
        private final Agent agent;
        private final boolean knowsInventory;
        private double spreads;

        PaperMarket(Agent agent, boolean knowsInventory) {
            this.agent = agent;
            this.knowsInventory = knowsInventory;
        }

        void play(RandomStream random) {
            double s = 100;
            double q = 0;
            double cash = 0;
            for (int step = 0; step < STEPS; step++) {
                double[] quotes = quotes(1 - step * DT, s, q);
                double bid = s * quotes[0] / 10_000;
                double ask = s * quotes[1] / 10_000;
                spreads += bid + ask;
                double sold = random.nextDouble() < 140 * Math.exp(-1.5 * ask) * DT ? 1 : 0;
                double bought = random.nextDouble() < 140 * Math.exp(-1.5 * bid) * DT ? 1 : 0;
                cash += sold * (s + ask) - bought * (s - bid);
                q += bought - sold;
                s += random.nextDouble() < 0.5 ? 2 * Math.sqrt(DT) : -2 * Math.sqrt(DT);
            }
            profit.add(cash + q * s);
            inventory.add(q);
        }

        private double[] quotes(double timeRemaining, double s, double q) {
            double[] values = new double[FEATURES.size()];
            values[FEATURES.index("time_remaining")] = timeRemaining;
            values[FEATURES.index("mid")] = s;
            values[FEATURES.index("inventory")] = knowsInventory ? q : 0;
            return Specs.values(agent.decide(Specs.observation(FEATURES, ACTIONS, 0, values)));
        }

        double meanSpread() {
            return spreads / STEPS / profit.count;
        }
    }

    /** Mean and standard deviation of what was added. */
    private static final class Sample {
        int count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        double mean() {
            return sum / count;
        }

        double deviation() {
            return Math.sqrt(squares / count - mean() * mean());
        }
    }
}
