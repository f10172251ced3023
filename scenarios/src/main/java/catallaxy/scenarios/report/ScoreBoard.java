package catallaxy.scenarios.report;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.PerformanceProfile;
import catallaxy.agents.statistics.ProbabilityOfImprovement;
import catallaxy.agents.statistics.ScoreSample;
import catallaxy.agents.statistics.ScoreSummary;
import catallaxy.agents.statistics.StratifiedBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Training runs that are compared by group: of each group the interquartile mean with its bootstrap interval, and of two
 * groups the probability that a run of one scores higher than a run of the other on the same problem. Immutable.
 */
public final class ScoreBoard {
    private static final int THRESHOLDS = 60;

    private final Map<String, Map<String, List<Double>>> scores = new LinkedHashMap<>();

    /**
     * The score of one run.
     *
     * @param group   with which it is pooled, for example an algorithm
     * @param problem on which it was made; scores of several problems of one group are on one scale
     * @param score   attained / optimum, or another finite figure
     */
    public record Score(String group, String problem, double score) {}

    /**
     * One row of the board.
     *
     * @param problems on which the group was run
     * @param summary  of its runs
     */
    public record Row(String group, int problems, ScoreSummary summary) {}

    /** Whether runs of {@code better} score higher than those of {@code other}. */
    public record Contrast(String better, String other, Estimate probability) {}

    /** The board of these scores; those that are not finite are left out. */
    public ScoreBoard(List<Score> runs) {
        for (Score run : runs) {
            if (Double.isFinite(run.score())) {
                scores.computeIfAbsent(run.group(), _ -> new TreeMap<>())
                        .computeIfAbsent(run.problem(), _ -> new ArrayList<>())
                        .add(run.score());
            }
        }
    }

    /** The groups in the order in which they were met. */
    public List<String> groups() {
        return List.copyOf(scores.keySet());
    }

    public List<Row> rows() {
        return groups().stream()
                .map(group -> new Row(
                        group, problems(group).size(), ScoreSummary.of(sample(group), StratifiedBootstrap.STANDARD)))
                .toList();
    }

    /** Every group against the first, where both were run on the same problems. */
    public List<Contrast> contrasts() {
        List<Contrast> contrasts = new ArrayList<>();
        for (String group : groups().stream().skip(1).toList()) {
            String first = groups().getFirst();
            if (problems(group).equals(problems(first))) {
                Estimate probability =
                        ProbabilityOfImprovement.estimate(sample(group), sample(first), StratifiedBootstrap.STANDARD);
                contrasts.add(new Contrast(group, first, probability));
            }
        }
        return contrasts;
    }

    /** The performance profile of a group over the range of all scores. */
    public PerformanceProfile profile(String group) {
        double low = sorted().findFirst().orElse(0);
        double high = sorted().reduce((_, last) -> last).orElse(1);
        double margin = Math.max(1e-3, 0.05 * (high - low));
        double[] thresholds = new double[THRESHOLDS];
        Arrays.setAll(thresholds, i -> low - margin + i * (high - low + 2 * margin) / (THRESHOLDS - 1));
        return PerformanceProfile.of(sample(group), thresholds, StratifiedBootstrap.STANDARD);
    }

    /** The same at a few round scores, from one at or below the lowest of all runs to one below the highest. */
    public PerformanceProfile roundProfile(String group) {
        double[] thresholds = RoundNumbers.within(
                sorted().findFirst().orElse(0),
                sorted().reduce((_, last) -> last).orElse(1));
        return PerformanceProfile.of(sample(group), thresholds, StratifiedBootstrap.STANDARD);
    }

    /** The scores of all runs, ascending. */
    private DoubleStream sorted() {
        return groups().stream()
                .flatMapToDouble(each -> Arrays.stream(sample(each).sorted()))
                .sorted();
    }

    private Map<String, List<Double>> of(String group) {
        return scores.getOrDefault(group, Map.of());
    }

    private List<String> problems(String group) {
        return List.copyOf(of(group).keySet());
    }

    private ScoreSample sample(String group) {
        double[][] runs = of(group).values().stream()
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return ScoreSample.of(runs);
    }
}
