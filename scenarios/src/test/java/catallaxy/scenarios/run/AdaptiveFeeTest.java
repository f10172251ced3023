package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Action;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.file.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What providers of the pool of {@code adaptive-pool} earn net of the loss versus rebalancing: over all swaps, what is paid in less what is
 * paid out, both at the world's prices of the moment. The same seeds under each fee have the same prices and the same arrivals.
 */
final class AdaptiveFeeTest {
    private static final int ETH = 0;
    private static final double WEI = 1e18;
    private static final double MICRO = 1e6;

    private static double day(Scenario scenario, long seed) {
        Market market = Market.of(scenario.market(), seed);
        double[] gain = {0};
        market.observe(event -> {
            if (event instanceof MarketEvent.PoolSwapped swap) {
                double price = market.view().prices().inWorld(ETH);
                gain[0] += worth(swap.amountIn(), swap.zeroForOne(), price)
                        - worth(swap.amountOut(), !swap.zeroForOne(), price);
            }
        });
        for (int agent = market.runToNextEpoch(); agent >= 0; agent = market.runToNextEpoch()) {
            market.decide(agent, Action.HOLD);
        }
        return gain[0];
    }

    private static double worth(UInt256 amount, boolean isBase, double price) {
        return isBase ? amount.doubleValue() / WEI * price : amount.doubleValue() / MICRO;
    }

    private static double[] days(int seeds, String... overrides) {
        Scenario scenario = ShortRun.scenario("adaptive-pool", "1 d", overrides);
        return LongStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> day(scenario, seed))
                .toArray();
    }

    private static double[] fixed(int seeds, int pips) {
        return days(seeds, "venues.pool.hook.initial-pips=" + pips);
    }

    private static double[] rule(int seeds, String kind, String... settings) {
        List<String> all =
                new ArrayList<>(List.of("agents.pilot=null", "learners.pilot=null", "venues.pool.hook.kind=" + kind));
        Arrays.stream(settings).forEach(setting -> all.add("venues.pool.hook." + setting));
        return days(seeds, all.toArray(String[]::new));
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double squares = DoubleStream.of(values)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    private static double[] best(Map<String, double[]> all) {
        return all.values().stream()
                .max((a, b) -> Double.compare(mean(a), mean(b)))
                .orElseThrow();
    }

    private static void print(Map<String, double[]> all, double[] against) {
        all.forEach((name, days) -> System.out.printf(
                "| %s | %.0f ± %.0f | %+.0f ± %.0f |%n",
                name, mean(days), error(days), mean(difference(days, against)), error(difference(days, against))));
    }

    /** Many seeds: the table of docs/adaptive-pools.md, {@code -Dseeds=40}. */
    @Test
    @Tag("long")
    void theTableOfFixedFeesAndRules() {
        int seeds = Integer.getInteger("seeds", 12);
        Map<String, double[]> fixed = new LinkedHashMap<>();
        for (int pips : new int[] {1_000, 2_000, 3_000, 4_000, 5_000, 7_000, 10_000}) {
            fixed.put("fixed " + pips, fixed(seeds, pips));
        }
        Map<String, double[]> rules = new LinkedHashMap<>();
        for (String multiple : List.of("2", "4", "6", "8")) {
            rules.put(
                    "volatility, multiple " + multiple,
                    rule(
                            seeds,
                            "volatility-fee",
                            "multiple=" + multiple,
                            "low-pips=3000",
                            "high-pips=30000",
                            "memory-seconds=600"));
        }
        rules.put("toxicity", rule(seeds, "toxicity-fee", "bucket-quote=50000", "buckets=5", "low-pips=1000"));
        rules.put(
                "inventory",
                rule(seeds, "inventory-fee", "centre-pips=4000", "slope=20", "low-pips=1000", "high-pips=30000"));
        double[] best = best(fixed);
        print(fixed, best);
        print(rules, best);
        double[] more = difference(best(rules), best);
        assertThat(mean(more)).as("the fee that follows volatility").isGreaterThan(3 * error(more));
    }

    /** The best fixed fee of the table, in days of which some have storms. */
    @Test
    void aFeeThatFollowsVolatilityEarnsMoreThanTheBestThatNeverMoves() {
        double[] fixed = fixed(3, 4_000);
        double[] following =
                rule(3, "volatility-fee", "multiple=6", "low-pips=3000", "high-pips=30000", "memory-seconds=600");
        assertThat(mean(difference(following, fixed))).isPositive();
        double[] never = rule(3, "volatility-fee", "multiple=0", "low-pips=4000", "high-pips=4000");
        assertThat(never).as("a rule that never moves is a fixed fee").containsExactly(fixed, within(1e-6));
    }
}
