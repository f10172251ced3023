package catallaxy.environment.market;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Action;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.NoiseSpec;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Six identical makers on one book: what each comes to must not depend on its name or its place, over 200 seeds. */
class FairNamesTest {
    private static final int SEEDS = 200;
    private static final int EPOCHS = 30;
    /** Standard errors that a maker's mean may be away from the mean of all: 0.04 % two-sided, for 200 seeds. */
    private static final double BOUND = 3.6;

    private static final List<String> IN_ORDER = List.of("a", "b", "c", "d", "e", "f");
    private static final List<String> REVERSED = IN_ORDER.reversed();
    private static final List<String> OTHERS = List.of("quoter", "Zeno", "maker-7", "anna", "m", "_0");

    @Test
    void fillsDoNotDependOnNamesOrPlaces() {
        for (List<String> names : List.of(IN_ORDER, REVERSED, OTHERS)) {
            Map<String, double[]> fills = fills(names, 20_000_000, 0.1, name -> 0);
            assertThat(worstDeviation(fills)).as(() -> means(fills)).isLessThan(BOUND);
        }
    }

    @Test
    void fillsDoNotDependOnNamesWhereOnlyLotsDecide() {
        for (long latency : new long[] {0, 20_000_000}) {
            Map<String, double[]> fills = fills(IN_ORDER, latency, 0, name -> 0);
            assertThat(worstDeviation(fills))
                    .as(() -> latency + " ns: " + means(fills))
                    .isLessThan(BOUND);
        }
    }

    /** The planted fault: a nanosecond between one name and the next makes the order of arrival that of the names. */
    @Test
    void aConstantOrderOfArrivalIsSeen() {
        Map<String, double[]> fills = fills(IN_ORDER, 20_000_000, 0, IN_ORDER::indexOf);
        assertThat(worstDeviation(fills)).as(() -> means(fills)).isGreaterThan(3 * BOUND);
        assertThat(mean(Objects.requireNonNull(fills.get("a"))))
                .isGreaterThan(1.3 * mean(Objects.requireNonNull(fills.get("f"))));
    }

    /** Fills of each maker, {@code [seed]}. */
    private static Map<String, double[]> fills(
            List<String> names, long latencyNanos, double jitter, ToLongFunction<String> ownLatencyNanos) {
        SmallMarket market = new SmallMarket().latency(latencyNanos, jitter).with(noise());
        RoleSpec maker = new RoleSpec.MarketMaker(SmallMarket.BOOK, 1_000, 0.5, 100, 0, 3_600 * SmallMarket.SECOND);
        names.forEach(name -> market.distant(name, maker, ownLatencyNanos.applyAsLong(name), 1e6, 500));
        MarketSpec spec = market.spec();
        Map<String, double[]> fills = new TreeMap<>();
        names.forEach(name -> fills.put(name, new double[SEEDS]));
        for (int seed = 0; seed < SEEDS; seed++) {
            Market end = run(spec, seed);
            for (int agent = 0; agent < names.size(); agent++) {
                int participant = end.seat(agent).participant();
                Objects.requireNonNull(fills.get(names.get(agent)))[seed] =
                        end.engine().totals(participant).fills();
            }
        }
        return fills;
    }

    private static GroupSpec noise() {
        TradeSize size = new TradeSize(1_500, 0.5);
        return new NoiseSpec(
                new Group("noise", List.of(SmallMarket.BOOK), 1e9), 7_200, size, 0, 5, 60 * SmallMarket.SECOND);
    }

    private static Market run(MarketSpec spec, long seed) {
        MarketEnvironment environment = new MarketEnvironment(spec);
        environment.reset(seed);
        Map<String, Action> all = new LinkedHashMap<>();
        environment.agents().forEach(agent -> all.put(agent, Action.of(5, 5, 1, 1)));
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            environment.step(all);
        }
        return environment.market();
    }

    /** Largest distance of a maker's mean from the mean of all, in standard errors of its difference over the seeds. */
    private static double worstDeviation(Map<String, double[]> fills) {
        double worst = 0;
        for (double[] own : fills.values()) {
            double[] difference = own.clone();
            for (int seed = 0; seed < SEEDS; seed++) {
                for (double[] each : fills.values()) {
                    difference[seed] -= each[seed] / fills.size();
                }
            }
            worst = Math.max(worst, Math.abs(mean(difference)) / standardError(difference));
        }
        return worst;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static String means(Map<String, double[]> fills) {
        List<String> lines = new ArrayList<>();
        fills.forEach((name, values) ->
                lines.add("%s %.2f ± %.2f".formatted(name, mean(values), 1.96 * standardError(values))));
        return String.join(", ", lines);
    }
}
