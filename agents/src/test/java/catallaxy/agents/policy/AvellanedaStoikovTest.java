package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.role.RoleSpec;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

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
     * Tables 1 to 3 of the paper, recomputed elsewhere with 200 000 paths, against the exact moments: what is allowed is what
     * those paths may be off. The symmetric strategy is the same policy, told that it has no inventory.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "avellaneda-stoikov-tables.csv", numLinesToSkip = 1)
    void earnsWhatThePaperReports(
            double gamma, boolean knowsInventory, double spread, double mean, double deviation, double inventory) {
        Law law = Law.of(agent(gamma, 0, OptionalDouble.of(2), 1e6), knowsInventory);
        assertThat(law.spread()).isCloseTo(spread, within(0.001));
        assertThat(law.mean()).isCloseTo(mean, within(0.1));
        assertThat(law.deviation()).isCloseTo(deviation, within(0.005 + 3 * deviation / Math.sqrt(400_000)));
        assertThat(law.inventory()).isCloseTo(inventory, within(0.005 + 3 * inventory / Math.sqrt(400_000)));
    }

    /** Played 5 000 times, within three standard errors of the exact moments. */
    @ParameterizedTest
    @CsvFileSource(resources = "avellaneda-stoikov-tables.csv", numLinesToSkip = 1)
    void playsAsTheMomentsSay(double gamma, boolean knowsInventory) {
        Law law = Law.of(agent(gamma, 0, OptionalDouble.of(2), 1e6), knowsInventory);
        PaperMarket market = played(gamma, knowsInventory, 0, 5_000);
        double share = 3 / Math.sqrt(5_000);
        assertThat(market.meanSpread()).isCloseTo(law.spread(), within(1e-9));
        assertThat(market.profit.mean()).isCloseTo(law.mean(), within(share * law.deviation()));
        assertThat(market.profit.deviation()).isCloseTo(law.deviation(), within(share * law.deviation()));
        assertThat(market.inventory.deviation()).isCloseTo(law.inventory(), within(share * law.inventory()));
    }

    /** The tables by simulation with as many paths: a standard error of the mean is at most 0.031. */
    @ParameterizedTest
    @CsvFileSource(resources = "avellaneda-stoikov-tables.csv", numLinesToSkip = 1)
    @Tag("long")
    void earnsWhatThePaperReportsOverManyPaths(
            double gamma, boolean knowsInventory, double spread, double mean, double deviation, double inventory) {
        for (int block = 1; block <= 3; block++) {
            PaperMarket market = played(gamma, knowsInventory, block, 200_000);
            assertThat(market.meanSpread()).isCloseTo(spread, within(0.001));
            assertThat(market.profit.mean()).isCloseTo(mean, within(0.1));
            assertThat(market.profit.deviation()).isCloseTo(deviation, within(0.01 * deviation));
            assertThat(market.inventory.deviation()).isCloseTo(inventory, within(0.01 * inventory));
        }
    }

    /** @param block of seeds; no two blocks share one */
    private static PaperMarket played(double gamma, boolean knowsInventory, int block, int paths) {
        PaperMarket market = new PaperMarket(agent(gamma, 0, OptionalDouble.of(2), 1e6), knowsInventory);
        for (int path = 0; path < paths; path++) {
            market.play(RandomStream.of((long) block * 1_000_000 + path, "paper/" + gamma + "/" + knowsInventory));
        }
        return market;
    }

    /**
     * Mean and deviation of profit and deviation of the final inventory, without sampling. The quotes do not depend on the
     * price, whose moves are independent, so {@code E X = E(r + X')} and {@code E X² = E(r + X')² + σ² dt E q'²} backwards over
     * time and inventory, with r earned in a step that ends at inventory q'.
     *
     * @param spread mean over time; it does not depend on the inventory
     */
    private record Law(double spread, double mean, double deviation, double inventory) {
        private static final int LIMIT = 80;

        static Law of(Agent agent, boolean knowsInventory) {
            PaperMarket market = new PaperMarket(agent, knowsInventory);
            double[][] later = new double[3][2 * LIMIT + 1];
            for (int q = -LIMIT; q <= LIMIT; q++) {
                later[2][q + LIMIT] = q * q;
            }
            double spread = 0;
            for (int step = PaperMarket.STEPS - 1; step >= 0; step--) {
                double[][] now = new double[3][2 * LIMIT + 1];
                for (int q = -LIMIT; q <= LIMIT; q++) {
                    double[] quotes = market.quotes(1 - step * PaperMarket.DT, 100, q);
                    spread += q == 0 ? (quotes[0] + quotes[1]) / 100 / PaperMarket.STEPS : 0;
                    back(quotes[0] / 100, quotes[1] / 100, q, later, now);
                }
                later = now;
            }
            double mean = later[0][LIMIT];
            double variance = later[1][LIMIT] - mean * mean;
            return new Law(spread, mean, Math.sqrt(variance), Math.sqrt(later[2][LIMIT]));
        }

        private static void back(double bid, double ask, int q, double[][] later, double[][] now) {
            double[] sale = {1 - PaperMarket.fillProbability(ask), PaperMarket.fillProbability(ask)};
            double[] purchase = {1 - PaperMarket.fillProbability(bid), PaperMarket.fillProbability(bid)};
            for (int sold = 0; sold <= 1; sold++) {
                for (int bought = 0; bought <= 1; bought++) {
                    double probability = sale[sold] * purchase[bought];
                    double earned = sold * ask + bought * bid;
                    int next = Math.clamp(q + bought - sold, -LIMIT, LIMIT);
                    double mean = later[0][next + LIMIT];
                    double move = 4 * PaperMarket.DT * next * next;
                    now[0][q + LIMIT] += probability * (earned + mean);
                    now[1][q + LIMIT] +=
                            probability * (earned * earned + 2 * earned * mean + later[1][next + LIMIT] + move);
                    now[2][q + LIMIT] += probability * later[2][next + LIMIT];
                }
            }
        }
    }

    /** s = 100, T = 1, σ = 2, dt = 0.005, k = 1.5, A = 140, fills of one unit with probability A e^{−kδ} dt. */
    private static final class PaperMarket {
        static final double DT = 0.005;
        static final int STEPS = 200;

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
                double sold = random.nextDouble() < fillProbability(ask) ? 1 : 0;
                double bought = random.nextDouble() < fillProbability(bid) ? 1 : 0;
                cash += sold * (s + ask) - bought * (s - bid);
                q += bought - sold;
                s += random.nextDouble() < 0.5 ? 2 * Math.sqrt(DT) : -2 * Math.sqrt(DT);
            }
            profit.add(cash + q * s);
            inventory.add(q);
        }

        static double fillProbability(double distance) {
            return Math.min(1, 140 * Math.exp(-1.5 * distance) * DT);
        }

        /** Offsets of bid and ask, basis points. */
        double[] quotes(double timeRemaining, double s, double q) {
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
