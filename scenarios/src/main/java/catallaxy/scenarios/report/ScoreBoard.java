package catallaxy.scenarios.report;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.PerformanceProfile;
import catallaxy.agents.statistics.ProbabilityOfImprovement;
import catallaxy.agents.statistics.ScoreSample;
import catallaxy.agents.statistics.ScoreSummary;
import catallaxy.agents.statistics.StratifiedBootstrap;
import catallaxy.scenarios.NaturalOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Training runs that are compared by group: of each group the interquartile mean with its bootstrap interval, and of two
 * groups the probability that a run of one scores higher than a run of the other on the same problem. A group or run without
 * a score is not left out: it is counted, with the reason. Immutable.
 */
public final class ScoreBoard {
    private static final int THRESHOLDS = 60;

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** What the runs of a group came to: scores by problem, and why others have none. */
    private record Group(Map<String, List<Double>> scores, List<Absence> absences) {
        private Group() {
            this(new TreeMap<>(NaturalOrder.NAMES), new ArrayList<>());
        }

        private int scored() {
            return scores.values().stream().mapToInt(List::size).sum();
        }

        private ScoreSample sample() {
            return ScoreSample.of(scores.values().stream()
                    .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new));
        }
    }

    /**
     * What one run came to.
     *
     * @param group   with which it is pooled, for example an algorithm
     * @param problem on which it was made; scores of several problems of one group are on one scale
     * @param score   attained / optimum, or another figure
     * @param absence why there is no score, where it is not finite
     */
    public record Score(String group, String problem, double score, Optional<Absence> absence) {
        public Score {
            if (!Double.isFinite(score) && absence.isEmpty()) {
                absence = Optional.of(Absence.unscored("the score is " + score));
            }
        }

        /** A run that has a score. */
        public Score(String group, String problem, double score) {
            this(group, problem, score, Optional.empty());
        }
    }

    /**
     * One row of the board.
     *
     * @param problems on which the group has scores
     * @param count    of its runs
     * @param summary  of its scores; none where it has none
     */
    public record Row(String group, int problems, RunCount count, Optional<ScoreSummary> summary) {}

    /**
     * Whether runs of {@code better} score higher than those of {@code other}.
     *
     * @param probability none where the two cannot be compared
     * @param obstacle    what keeps them from being compared; empty where nothing does
     */
    public record Contrast(String better, String other, Optional<Estimate> probability, String obstacle) {}

    /** The board of these runs. */
    public ScoreBoard(List<Score> runs) {
        for (Score run : runs) {
            Group group = groups.computeIfAbsent(run.group(), _ -> new Group());
            if (run.absence().isPresent()) {
                group.absences().add(run.absence().get());
            } else {
                group.scores()
                        .computeIfAbsent(run.problem(), _ -> new ArrayList<>())
                        .add(run.score());
            }
        }
    }

    /** The groups that have a score, in the order in which they were met. */
    public List<String> groups() {
        return groups.keySet().stream().filter(this::isScored).toList();
    }

    private boolean isScored(String group) {
        return of(group).scored() > 0;
    }

    /** All groups in the order in which they were met. */
    public List<Row> rows() {
        return groups.keySet().stream().map(this::row).toList();
    }

    private Row row(String name) {
        Group group = of(name);
        Optional<ScoreSummary> summary = isScored(name)
                ? Optional.of(ScoreSummary.of(group.sample(), StratifiedBootstrap.STANDARD))
                : Optional.empty();
        return new Row(name, group.scores().size(), new RunCount(group.scored(), group.absences()), summary);
    }

    /** Every group against the first that has a score. */
    public List<Contrast> contrasts() {
        String first = groups().stream().findFirst().orElse("");
        return groups.keySet().stream()
                .filter(group -> !first.isEmpty() && !group.equals(first))
                .map(group -> contrast(group, first))
                .toList();
    }

    private Contrast contrast(String group, String first) {
        String obstacle = obstacle(group, first);
        Optional<Estimate> probability = obstacle.isEmpty()
                ? Optional.of(ProbabilityOfImprovement.estimate(
                        of(group).sample(), of(first).sample(), StratifiedBootstrap.STANDARD))
                : Optional.empty();
        return new Contrast(group, first, probability, obstacle);
    }

    private String obstacle(String group, String first) {
        if (!isScored(group)) {
            return group + " has no score";
        }
        boolean same = problems(group).equals(problems(first));
        return same ? "" : "scores on " + problems(group) + " and on " + problems(first);
    }

    /** The performance profile of a group with scores over the range of all scores. */
    public PerformanceProfile profile(String group) {
        double low = sorted().findFirst().orElse(0);
        double high = sorted().reduce((_, last) -> last).orElse(1);
        double margin = Math.max(1e-3, 0.05 * (high - low));
        double[] thresholds = new double[THRESHOLDS];
        Arrays.setAll(thresholds, i -> low - margin + i * (high - low + 2 * margin) / (THRESHOLDS - 1));
        return PerformanceProfile.of(of(group).sample(), thresholds, StratifiedBootstrap.STANDARD);
    }

    /** The same at a few round scores, from one at or below the lowest of all runs to one below the highest. */
    public PerformanceProfile roundProfile(String group) {
        double[] thresholds = RoundNumbers.within(
                sorted().findFirst().orElse(0),
                sorted().reduce((_, last) -> last).orElse(1));
        return PerformanceProfile.of(of(group).sample(), thresholds, StratifiedBootstrap.STANDARD);
    }

    /** The scores of all runs, ascending. */
    private DoubleStream sorted() {
        return groups().stream()
                .flatMapToDouble(each -> Arrays.stream(of(each).sample().sorted()))
                .sorted();
    }

    private Group of(String group) {
        return groups.getOrDefault(group, new Group());
    }

    private List<String> problems(String group) {
        return List.copyOf(of(group).scores().keySet());
    }
}
