package catallaxy.scenarios.report;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.InterquartileMean;
import catallaxy.agents.statistics.RunsNeeded;
import catallaxy.agents.statistics.ScoreSample;
import catallaxy.agents.statistics.StudentisedBootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Runs that differ only in their seeds. Immutable.
 *
 * @param settings by which the group is told from others
 * @param count    of its runs, and why some have no figures
 * @param rows     one for each agent and figure, those of one agent together
 */
public record RunGroup(Map<String, String> settings, RunCount count, List<Row> rows) {
    /**
     * A figure of an agent over the seeds.
     *
     * @param n     runs in which it is a finite number
     * @param mean  with its interval; none where n is 0
     * @param iqm   interquartile mean; {@code NaN} where n is 0
     * @param sd    standard deviation, n − 1; {@code NaN} where n is less than 2
     * @param seeds for the wanted width of the interval, else for half of the present one; 0 where unknown
     */
    public record Row(String agent, String figure, int n, Optional<Estimate> mean, double iqm, double sd, long seeds) {
        private static Row of(String agent, String figure, double[] values, TableChoice choice) {
            if (values.length == 0) {
                return new Row(agent, figure, 0, Optional.empty(), Double.NaN, Double.NaN, 0);
            }
            ScoreSample sample = ScoreSample.of(values);
            Estimate mean = StudentisedBootstrap.STANDARD.mean(sample);
            double sd = sample.standardDeviation();
            long seeds = wanted(choice.width(figure), mean, sd)
                    .map(each -> each.ofMean(sd))
                    .orElse(0L);
            return new Row(agent, figure, values.length, Optional.of(mean), InterquartileMean.of(sample), sd, seeds);
        }

        /** Digits behind the point with which its numbers are shown: three of the deviation count. */
        public int decimals() {
            return RunGroup.decimals(sd > 0 ? sd : mean.map(Estimate::value).orElse(0.0));
        }

        /** Whether there is anything to see: a number other than 0. */
        public boolean tellsSomething() {
            return mean.isPresent() && (mean.get().value() != 0 || sd > 0);
        }
    }

    public RunGroup {
        rows = List.copyOf(rows);
    }

    /** The group of these runs, at least one. */
    static RunGroup of(List<SeededRun> runs, TableChoice choice) {
        List<Absence> absences = new ArrayList<>();
        List<AgentFigures> ended = new ArrayList<>();
        for (SeededRun run : runs) {
            run.absence().ifPresentOrElse(absences::add, () -> ended.add(run.figures()));
        }
        List<Row> rows = new ArrayList<>();
        for (String agent : AgentFigures.agents(ended.stream())) {
            for (String figure : AgentFigures.names(ended, agent)) {
                double[] values = ended.stream()
                        .mapToDouble(each -> each.of(agent, figure))
                        .filter(Double::isFinite)
                        .toArray();
                rows.add(Row.of(agent, figure, values, choice));
            }
        }
        return new RunGroup(runs.getFirst().settings(), new RunCount(ended.size(), absences), rows);
    }

    /** What an interval of the wanted width takes, by default one of half the present width; none where that has no width. */
    static Optional<RunsNeeded> wanted(OptionalDouble width, Estimate present, double deviation) {
        if (!(deviation > 0)) {
            return Optional.empty();
        }
        double confidence = present.confidence();
        return Optional.of(
                width.isPresent()
                        ? new RunsNeeded(width.getAsDouble(), confidence)
                        : RunsNeeded.forHalfOf(deviation, present.runs(), confidence));
    }

    /** Digits behind the point so that three count of a number of this size. */
    static int decimals(double size) {
        return size == 0 ? 0 : Math.clamp(2 - (int) Math.floor(StrictMath.log10(Math.abs(size))), 0, 9);
    }

    /** The settings as {@code key=value key=value}. */
    public String label() {
        return label(settings);
    }

    /** Settings that runs share, as {@code key=value key=value}. */
    public static String label(Map<String, String> settings) {
        List<String> parts = new ArrayList<>();
        settings.forEach((key, value) -> parts.add(key + "=" + value));
        return parts.isEmpty() ? "all runs" : String.join(" ", parts);
    }
}
