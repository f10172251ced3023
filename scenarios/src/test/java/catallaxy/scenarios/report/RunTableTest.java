package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.statistics.Estimate;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.scenarios.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Tables of groups, of runs whose figures are known, against the same numbers worked out one by one. */
final class RunTableTest {
    private static final Map<String, String> A = Map.of("gamma", "1");
    private static final Map<String, String> B = Map.of("gamma", "2");

    private static SeededRun run(Map<String, String> settings, long seed, double pnl) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("pnl", pnl);
        figures.put("fills", 7.0);
        return new SeededRun(settings, seed, new AgentFigures(Map.of("maker", figures), Set.of()), Optional.empty());
    }

    private static RunGroup.Row row(RunGroup group, String figure) {
        return group.rows().stream()
                .filter(each -> each.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    private static RunPairs.Row row(RunPairs pairs, String figure) {
        return pairs.rows().stream()
                .filter(each -> each.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    /** A table of random groups: some runs fail, some figures are no numbers, seeds overlap in part. */
    private static List<SeededRun> random(RandomStream random, Map<Map<String, String>, Map<Long, Double>> finite) {
        List<SeededRun> runs = new ArrayList<>();
        for (Map<String, String> settings : List.of(A, B)) {
            finite.put(settings, new LinkedHashMap<>());
            for (long seed = random.nextInt(3); seed < 6 + random.nextInt(10); seed++) {
                double pnl = random.nextBoolean(0.1) ? Double.NaN : 1_000 * random.nextGaussian();
                if (random.nextBoolean(0.15)) {
                    runs.add(SeededRun.absent(settings, seed, Absence.failed("no luck")));
                } else {
                    runs.add(run(settings, seed, pnl));
                    if (Double.isFinite(pnl)) {
                        finite.get(settings).put(seed, pnl);
                    }
                }
            }
        }
        return runs;
    }

    @Test
    void everyNumberIsThatOfTheRunsWhateverIsMissing() {
        RandomStream random = RandomStream.of(15, "test/tables");
        for (int round = 0; round < 60; round++) {
            Map<Map<String, String>, Map<Long, Double>> finite = new LinkedHashMap<>();
            RunTable table = RunTable.of(random(random, finite), TableChoice.NONE);
            for (RunGroup group : table.groups()) {
                double[] values = numbers(Objects.requireNonNull(finite.get(group.settings())).values().stream()
                        .mapToDouble(Double::doubleValue));
                check(row(group, "pnl"), values);
            }
            Map<Long, Double> base = Objects.requireNonNull(finite.get(A));
            RunPairs pairs = table.pairs().getFirst();
            double[] differences = numbers(Objects.requireNonNull(finite.get(B)).entrySet().stream()
                    .filter(each -> base.containsKey(each.getKey()))
                    .mapToDouble(each -> each.getValue() - Objects.requireNonNull(base.get(each.getKey()))));
            assertThat(row(pairs, "pnl").difference().runs()).isEqualTo(differences.length);
            assertThat(row(pairs, "pnl").difference().value()).isCloseTo(mean(differences), within(1e-9));
        }
    }

    private static double[] numbers(DoubleStream values) {
        return values.toArray();
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static void check(RunGroup.Row row, double... values) {
        Estimate mean = row.mean().orElseThrow();
        double squares = Arrays.stream(values)
                .map(each -> each - mean(values))
                .map(each -> each * each)
                .sum();
        assertThat(row.n()).isEqualTo(values.length).isEqualTo(mean.runs());
        assertThat(mean.value()).isCloseTo(mean(values), within(1e-9));
        assertThat(row.sd()).isCloseTo(Math.sqrt(squares / (values.length - 1)), within(1e-9));
        assertThat(row.iqm()).isBetween(mean.low() - 3 * row.sd(), mean.high() + 3 * row.sd());
        assertThat(mean.value()).isBetween(mean.low(), mean.high());
        assertThat(row.seeds()).isGreaterThan(values.length);
    }

    /** The order of the runs is no one's merit. */
    @Test
    void theOrderOfTheRunsChangesNoPair() {
        RandomStream random = RandomStream.of(15, "test/order");
        for (int round = 0; round < 20; round++) {
            List<SeededRun> runs = new ArrayList<>(random(random, new LinkedHashMap<>()));
            double before = row(RunTable.of(runs, TableChoice.NONE).pairs().getFirst(), "pnl")
                    .difference()
                    .value();
            Collections.reverse(runs);
            double after = row(RunTable.of(runs, TableChoice.NONE).pairs().getFirst(), "pnl")
                    .difference()
                    .value();
            assertThat(after).isCloseTo(-before, within(1e-9));
        }
    }

    @Test
    void failuresAndFiguresThatAreNoNumbersAreCounted() {
        RunTable table = RunTable.of(
                List.of(
                        run(A, 1, 5),
                        run(A, 2, Double.POSITIVE_INFINITY),
                        run(A, 3, Double.NaN),
                        SeededRun.absent(A, 4, Absence.failed("it diverged"))),
                TableChoice.NONE);
        RunGroup group = table.groups().getFirst();
        assertThat(group.count().text()).isEqualTo("3 of 4, 1 failed");
        assertThat(row(group, "pnl").n()).isEqualTo(1);
        assertThat(row(group, "pnl").mean().orElseThrow().hasInterval()).isFalse();
        assertThat(row(group, "pnl").sd()).isNaN();
        assertThat(row(group, "pnl").seeds()).isZero();
        assertThat(row(group, "fills").n()).isEqualTo(3);
        assertThat(table.notes()).containsExactly("gamma=1: 1 failed: it diverged");
    }

    @Test
    void aGroupWithoutARunThatEndedIsThere() {
        RunTable table =
                RunTable.of(List.of(run(A, 1, 5), SeededRun.absent(B, 1, Absence.failed("no"))), TableChoice.NONE);
        assertThat(table.groups()).extracting(RunGroup::label).containsExactly("gamma=1", "gamma=2");
        assertThat(table.groups().getLast().rows()).isEmpty();
        assertThat(table.pairs().getFirst().seeds()).isZero();
        assertThat(table.notes()).containsExactly("gamma=2: 1 failed: no");
    }

    @Test
    void groupsWithoutASharedSeedAreNotCompared() {
        RunTable table = RunTable.of(List.of(run(A, 1, 5), run(B, 2, 900)), TableChoice.NONE);
        assertThat(table.pairs().getFirst().rows()).isEmpty();
        assertThat(table.notes())
                .containsExactly(
                        "not compared: gamma=2 with gamma=1, since they have no seed in common: between runs of"
                                + " different seeds luck is not told from merit");
    }

    @Test
    void theBaseIsTheOneThatWasAskedFor() {
        List<SeededRun> runs = List.of(run(A, 1, 5), run(B, 1, 9));
        assertThat(row(RunTable.of(runs, TableChoice.NONE).pairs().getFirst(), "pnl")
                        .difference()
                        .value())
                .isEqualTo(4);
        RunTable other = RunTable.of(runs, TableChoice.of(B, List.of()));
        assertThat(other.pairs().getFirst().base()).isEqualTo(B);
        assertThat(row(other.pairs().getFirst(), "pnl").difference().value()).isEqualTo(-4);
        assertThatThrownBy(() -> RunTable.of(runs, TableChoice.of(Map.of("gamma", "3"), List.of())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--base: expected the settings of one group, found those of none, gamma=3")
                .hasMessageContaining("gamma=1\n  gamma=2");
    }

    @Test
    void aBaseThatIsSeveralGroupsIsRefused() {
        List<SeededRun> runs = List.of(
                run(Map.of("a", "1", "b", "1"), 1, 5),
                run(Map.of("a", "1", "b", "2"), 1, 6),
                run(Map.of("a", "2"), 1, 7));
        assertThatThrownBy(() -> RunTable.of(runs, TableChoice.of(Map.of("a", "1"), List.of())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("found those of 2");
    }

    @Test
    void theWantedWidthIsThatOfTheFigureOrOfAll() {
        List<SeededRun> runs = new ArrayList<>();
        RandomStream random = RandomStream.of(15, "test/widths");
        for (int seed = 0; seed < 20; seed++) {
            runs.add(run(A, seed, 100 * random.nextGaussian()));
        }
        long half = row(RunTable.of(runs, TableChoice.NONE).groups().getFirst(), "pnl")
                .seeds();
        long wide = row(
                        RunTable.of(runs, TableChoice.of(Map.of(), List.of("1000")))
                                .groups()
                                .getFirst(),
                        "pnl")
                .seeds();
        TableChoice narrow = TableChoice.of(Map.of(), List.of("1000", "pnl=10", "pln=1"));
        RunTable table = RunTable.of(runs, narrow);
        assertThat(half).isEqualTo(73);
        assertThat(wide).isBetween(2L, 4L);
        assertThat(row(table.groups().getFirst(), "pnl").seeds()).isBetween(800L, 3_000L);
        assertThat(table.notes()).containsExactly("--width: no agent has a figure pln");
    }

    @Test
    void aChoiceIsKeptInAPlan() {
        TableChoice choice = TableChoice.of(A, List.of("50", "pnl=2.5"));
        assertThat(TableChoice.read(choice.json())).isEqualTo(choice);
        assertThat(TableChoice.read(null)).isEqualTo(TableChoice.NONE);
        for (String wrong : List.of("x", "0", "-1", "pnl=", "pnl=NaN", "Infinity")) {
            assertThatThrownBy(() -> TableChoice.of(Map.of(), List.of(wrong)))
                    .isInstanceOf(UserError.class)
                    .hasMessage("--width: expected a positive number, or figure=number, found " + wrong);
        }
    }

    @Test
    void aPartThatARunDoesNotNameIsNothingThere() {
        AgentFigures one = new AgentFigures(Map.of("maker", Map.of("refusals.LATE", 4.0)), Set.of("refusals"));
        AgentFigures other = new AgentFigures(Map.of("maker", Map.of("pnl", 1.0)), Set.of("refusals"));
        List<SeededRun> runs =
                List.of(new SeededRun(A, 1, one, Optional.empty()), new SeededRun(A, 2, other, Optional.empty()));
        RunGroup group = RunTable.of(runs, TableChoice.NONE).groups().getFirst();
        assertThat(row(group, "refusals.LATE").n()).isEqualTo(2);
        assertThat(row(group, "refusals.LATE").mean().orElseThrow().value()).isEqualTo(2);
        assertThat(row(group, "pnl").n()).isEqualTo(1);
    }

    @Test
    void threeDigitsOfTheDeviationAreShown() {
        assertThat(RunGroup.decimals(1234)).isZero();
        assertThat(RunGroup.decimals(12.34)).isEqualTo(1);
        assertThat(RunGroup.decimals(-0.00123)).isEqualTo(5);
        assertThat(RunGroup.decimals(0)).isZero();
    }
}
