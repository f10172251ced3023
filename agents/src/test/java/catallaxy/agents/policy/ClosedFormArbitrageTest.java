package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sizes against formulas and against brute force over sizes; decisions against balances, gas and smallest profit. */
class ClosedFormArbitrageTest {
    private static final ObservationSpec FEATURES = Specs.arbitrageFeatures("x~y");
    private static final ActionSpec ACTIONS = Specs.quantities(-100_000, 100_000, "x~y.trade");
    private static final int SEEDS = 200;

    private static double profit(TradingLeg buy, TradingLeg sell, double size) {
        return sell.proceeds(size) - buy.cost(size);
    }

    /** The best of many sizes, refined around the best one. */
    private static double bruteForce(TradingLeg buy, TradingLeg sell, double largest) {
        double low = 0;
        double high = largest;
        double best = 0;
        for (int round = 0; round < 6; round++) {
            double step = (high - low) / 1_000;
            for (double size = low; size <= high; size += step) {
                best = profit(buy, sell, size) > profit(buy, sell, best) ? size : best;
            }
            low = Math.max(0, best - 2 * step);
            high = Math.min(largest, best + 2 * step);
        }
        return best;
    }

    private static TradingLeg.Pool pool(RandomStream random) {
        double base = 100 + 900 * random.nextDouble();
        double price = 2_000 * (0.95 + 0.1 * random.nextDouble());
        return new TradingLeg.Pool(base, base * price, 0.997);
    }

    private static TradingLeg.Book book(RandomStream random) {
        double mid = 2_000 * (0.95 + 0.1 * random.nextDouble());
        int levels = random.nextInt(6);
        double[][] sides = new double[4][5];
        for (int i = 0; i < levels; i++) {
            sides[0][i] = mid * (1 - 0.002 * (i + random.nextDouble()));
            sides[2][i] = mid * (1 + 0.002 * (i + random.nextDouble()));
            sides[1][i] = 5 * random.nextDouble() + 0.01;
            sides[3][i] = 5 * random.nextDouble() + 0.01;
        }
        return new TradingLeg.Book(sides[0], sides[1], sides[2], sides[3], 0.0005);
    }

    private static TradingLeg leg(RandomStream random) {
        return random.nextBoolean(0.5) ? pool(random) : book(random);
    }

    @Test
    void findsThePaperSizeForTwoPoolsWithTheSameFee() {
        double g = 0.997;
        TradingLeg.Pool a = new TradingLeg.Pool(1_000, 2_000_000, g);
        TradingLeg.Pool b = new TradingLeg.Pool(500, 1_050_000, g);
        double y =
                (g * Math.sqrt(1_000.0 * 1_050_000 * 500 * 2_000_000) - 2_000_000.0 * 500) / (g * 500 + g * g * 1_000);
        assertThat(a.cost(TwoVenueOptimum.size(a, b))).isCloseTo(y, within(1e-6));
        assertThat(TwoVenueOptimum.size(b, a)).isZero();
    }

    @Test
    void beatsBruteForceOverSizesOnEveryPairOfVenues() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "venues");
            TradingLeg buy = leg(random);
            TradingLeg sell = leg(random);
            double size = TwoVenueOptimum.size(buy, sell);
            double brute = bruteForce(buy, sell, 60);
            assertThat(profit(buy, sell, size))
                    .as("seed %d: %s to %s", seed, buy, sell)
                    .isGreaterThanOrEqualTo(profit(buy, sell, brute) - 1e-6)
                    .isCloseTo(profit(buy, sell, brute), within(1e-3 + 1e-3 * profit(buy, sell, brute)));
        }
    }

    @Test
    void spendsAndBuysConsistently() {
        for (long seed = 0; seed < SEEDS; seed++) {
            TradingLeg leg = leg(RandomStream.of(seed, "leg"));
            double bought = leg.bought(3_000);
            assertThat(leg.cost(bought)).as("seed %d: %s", seed, leg).isLessThanOrEqualTo(3_000 + 1e-6);
            assertThat(leg.cost(bought) > 2_999.999 || leg.cost(bought * 1.001 + 1e-9) == Double.POSITIVE_INFINITY)
                    .as("seed %d: %s", seed, leg)
                    .isTrue();
        }
    }

    private static Map<String, Double> cheapPoolAgainstBook() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("risk_scale", 1.0);
        values.put("x~y.a.fee", 0.003);
        values.put("x~y.a.reserve_base", 500.0);
        values.put("x~y.a.reserve_quote", 1_000_000.0);
        values.put("x~y.b.fee", 0.0005);
        for (int level = 1; level <= 5; level++) {
            values.put("x~y.b.bid_" + level, 2_040.0 - level);
            values.put("x~y.b.bid_size_" + level, 0.5);
            values.put("x~y.b.ask_" + level, 2_040.0 + level);
            values.put("x~y.b.ask_size_" + level, 0.5);
        }
        values.put("x~y.a.quote_available", 1e6);
        values.put("x~y.b.base_available", 1e3);
        values.put("x~y.a.gas_cost", 2.0);
        return values;
    }

    private static double trade(Map<String, Double> values, double minProfit, double minBps) {
        return trade(values, minProfit, minBps, false);
    }

    private static double trade(Map<String, Double> values, double minProfit, double minBps, boolean atomic) {
        Observation observation = Specs.observation(FEATURES, ACTIONS, values);
        ClosedFormArbitrage agent =
                new ClosedFormArbitrage(new ClosedFormArbitrage.Config(minProfit, minBps), FEATURES, ACTIONS, atomic);
        return Specs.values(agent.decide(observation))[0];
    }

    private static double trade(String feature, double value) {
        Map<String, Double> values = cheapPoolAgainstBook();
        values.put(feature, value);
        return trade(values, 0, 0);
    }

    @Test
    void buysOnTheCheapPoolWhatTheBookTakes() {
        double trade = trade(cheapPoolAgainstBook(), 0, 0);
        TradingLeg.Pool pool = new TradingLeg.Pool(500, 1_000_000, 0.997);
        assertThat(pool.bought(trade)).isCloseTo(2.5, within(1e-9));
        Map<String, Double> deep = cheapPoolAgainstBook();
        deep.put("x~y.b.bid_size_2", 50.0);
        assertThat(pool.bought(trade(deep, 0, 0))).isCloseTo(pool.buyUpTo(2_038 * 0.9995), within(1e-9));
    }

    @Test
    void buysOnTheSecondVenueWhereThatIsCheaper() {
        Map<String, Double> values = cheapPoolAgainstBook();
        values.put("x~y.a.reserve_quote", 1_100_000.0);
        values.put("x~y.b.quote_available", 1e6);
        values.put("x~y.a.base_available", 1e3);
        assertThat(trade(values, 0, 0)).isNegative();
    }

    @Test
    void staysWithinBalancesAndTheLargestTrade() {
        assertThat(trade("x~y.a.quote_available", 1_000)).isCloseTo(1_000, within(1e-9));
        TradingLeg.Pool pool = new TradingLeg.Pool(500, 1_000_000, 0.997);
        assertThat(trade("x~y.b.base_available", 0.25)).isCloseTo(pool.cost(0.25), within(1e-9));
        assertThat(trade("x~y.b.base_available", 0)).isZero();
        Map<String, Double> deep = cheapPoolAgainstBook();
        deep.put("x~y.a.reserve_base", 500_000.0);
        deep.put("x~y.a.reserve_quote", 1e9);
        deep.put("x~y.b.bid_size_1", 1e6);
        assertThat(trade(deep, 0, 0)).isCloseTo(100_000, within(1e-6)).isLessThanOrEqualTo(100_000);
    }

    @Test
    void needsNothingToSellWhereBothLegsAreOneTransaction() {
        Map<String, Double> values = cheapPoolAgainstBook();
        values.put("x~y.b.base_available", 0.0);
        assertThat(trade(values, 0, 0, true)).isEqualTo(trade(cheapPoolAgainstBook(), 0, 0));
    }

    @Test
    void tradesOnlyForMoreThanGasAndTheSmallestProfit() {
        double profit = profit(
                new TradingLeg.Pool(500, 1_000_000, 0.997),
                new TradingLeg.Book(
                        new double[] {2_039, 2_038, 2_037, 2_036, 2_035},
                        new double[] {0.5, 0.5, 0.5, 0.5, 0.5},
                        new double[5],
                        new double[5],
                        0.0005),
                new TradingLeg.Pool(500, 1_000_000, 0.997).bought(trade(cheapPoolAgainstBook(), 0, 0)));
        assertThat(trade("x~y.a.gas_cost", profit - 0.01)).isPositive();
        assertThat(trade("x~y.a.gas_cost", profit + 0.01)).isZero();
        assertThat(trade(cheapPoolAgainstBook(), profit - 2.01, 0)).isPositive();
        assertThat(trade(cheapPoolAgainstBook(), profit - 1.99, 0)).isZero();
        assertThat(trade(cheapPoolAgainstBook(), 0, 1_000)).isZero();
    }

    @Test
    void waitsWhileARouteIsPendingOrTheSeatIsHalted() {
        assertThat(trade("x~y.pending", 1)).isZero();
        assertThat(trade("risk_scale", 0)).isZero();
    }

    /** Where the role shows the optimum, levels count for nothing; what it earns falls in proportion at least where money is short. */
    @Test
    void takesTheTradeThatTheRoleFound() {
        List<Feature> all = new ArrayList<>(FEATURES.features());
        Subject.Route route = new Subject.Route("x", "y");
        for (Quantity each : List.of(Quantity.BEST_TRADE, Quantity.BEST_PROFIT)) {
            all.add(new Feature(each.of(route), "quote", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }
        ObservationSpec features = new ObservationSpec(all);
        Map<String, Double> seen = new TreeMap<>(Map.of(
                "risk_scale", 1.0,
                "x~y.best_trade", -8_000.0,
                "x~y.best_profit", 40.0,
                "x~y.b.quote_available", 50_000.0,
                "x~y.a.base_available", 100.0,
                "x~y.a.price", 2_000.0,
                "x~y.a.gas_cost", 3.0));
        assertThat(found(features, seen, 30)).isEqualTo(-8_000);
        assertThat(found(features, seen, 38)).as("37 after gas").isZero();
        seen.put("x~y.b.quote_available", 4_000.0);
        assertThat(found(features, seen, 0)).isEqualTo(-4_000);
        assertThat(found(features, seen, 18)).as("17 after gas").isZero();
        seen.put("x~y.a.base_available", 1.0);
        assertThat(found(features, seen, 0)).isEqualTo(-2_000);
        seen.put("x~y.pending", 1.0);
        assertThat(found(features, seen, 0)).isZero();
    }

    /** With a fee per unit spent, too, no size of a search earns more. */
    @Test
    void aLoanOfAFeeMakesTheBestSizeSmaller() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "loans");
            TradingLeg buy = leg(random);
            TradingLeg sell = leg(random);
            double cost = 1 + 0.01 * random.nextDouble();
            double size = TwoVenueOptimum.size(buy, sell.sellingFor(cost));
            double brute = bruteForce(buy, sell.sellingFor(cost), 60);
            double most = sell.proceeds(brute) - cost * buy.cost(brute);
            assertThat(sell.proceeds(size) - cost * buy.cost(size * (1 - 1e-12)))
                    .as("seed %d: %s to %s at %s", seed, buy, sell, cost)
                    .isGreaterThanOrEqualTo(most - 1e-5)
                    .isCloseTo(most, within(2e-3 + 2e-3 * most));
            assertThat(size).isLessThanOrEqualTo(TwoVenueOptimum.size(buy, sell) + 1e-9);
        }
    }

    /** Two pools of which one is dear, an agent without money, and a lender. */
    @Test
    void whoBorrowsIsBoundByTheLenderAndPaysItsFeeAndGas() {
        List<Feature> all = new ArrayList<>(FEATURES.features());
        Subject.Route route = new Subject.Route("x", "y");
        for (Quantity each : List.of(Quantity.LOAN_FEE, Quantity.LOAN_MOST, Quantity.LOAN_GAS)) {
            all.add(new Feature(each.of(route), "quote", 0, Double.POSITIVE_INFINITY));
        }
        ObservationSpec features = new ObservationSpec(all);
        Map<String, Double> seen = new TreeMap<>(Map.of(
                "risk_scale", 1.0,
                "x~y.a.price", 2_000.0,
                "x~y.a.fee", 0.003,
                "x~y.a.reserve_base", 1_000.0,
                "x~y.a.reserve_quote", 2_000_000.0,
                "x~y.b.fee", 0.003,
                "x~y.b.reserve_base", 1_000.0,
                "x~y.b.reserve_quote", 2_100_000.0,
                "x~y.loan_most", 1e6));
        double free = borrowed(features, seen, 0);
        seen.put("x~y.loan_fee", 0.005);
        double charged = borrowed(features, seen, 0);
        TradingLeg.Pool buy = new TradingLeg.Pool(1_000, 2_000_000, 0.997);
        TradingLeg.Pool sell = new TradingLeg.Pool(1_000, 2_100_000, 0.997);
        assertThat(free).isCloseTo(buy.cost(TwoVenueOptimum.size(buy, sell)), within(1e-6));
        assertThat(charged).isPositive().isLessThan(free);
        double profit = sell.proceeds(buy.bought(charged)) - 1.005 * charged;
        seen.put("x~y.loan_gas", 3.0);
        assertThat(borrowed(features, seen, profit - 3.01)).isEqualTo(charged);
        assertThat(borrowed(features, seen, profit - 2.99)).as("after the gas").isZero();
        seen.put("x~y.loan_most", 5_000.0);
        assertThat(borrowed(features, seen, 0)).isCloseTo(5_000, within(1e-6));
        seen.put("x~y.loan_most", 0.0);
        assertThat(borrowed(features, seen, 0)).as("nobody lends").isZero();
    }

    private static double borrowed(ObservationSpec features, Map<String, Double> seen, double minProfit) {
        ClosedFormArbitrage agent =
                new ClosedFormArbitrage(new ClosedFormArbitrage.Config(minProfit, 0), features, ACTIONS, true);
        return Specs.values(agent.decide(Specs.observation(features, ACTIONS, seen)))[0];
    }

    private static double found(ObservationSpec features, Map<String, Double> seen, double minProfit) {
        ClosedFormArbitrage agent =
                new ClosedFormArbitrage(new ClosedFormArbitrage.Config(minProfit, 0), features, ACTIONS, false);
        return Specs.values(agent.decide(Specs.observation(features, ACTIONS, seen)))[0];
    }
}
