package catallaxy.scenarios.report;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.PairedDifference;
import catallaxy.agents.statistics.RunsNeeded;
import catallaxy.agents.statistics.StudentisedBootstrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of runs against a base group, seed by seed: both had the same luck there. Immutable.
 *
 * @param settings of the group
 * @param base     settings of the base group
 * @param seeds    that both have, of runs that have ended
 * @param rows     one for each agent and figure that both have; none where there is no such seed
 */
public record RunPairs(Map<String, String> settings, Map<String, String> base, int seeds, List<Row> rows) {
    /**
     * By how much a figure of an agent is greater than in the base group.
     *
     * @param difference    with its interval; it rests on the seeds on which both figures are finite numbers
     * @param seedsPaired   for the wanted width of the interval, else for half of the present one; 0 where unknown
     * @param seedsUnpaired of each group for the same width if their seeds were different ones; 0 where unknown
     */
    public record Row(String agent, String figure, Estimate difference, long seedsPaired, long seedsUnpaired) {
        private static Row of(String agent, String figure, PairedDifference paired, TableChoice choice) {
            Optional<RunsNeeded> wanted =
                    RunGroup.wanted(choice.width(figure), paired.difference(), paired.deviation());
            return new Row(
                    agent,
                    figure,
                    paired.difference(),
                    wanted.map(paired::seedsPaired).orElse(0L),
                    wanted.map(paired::seedsUnpaired).orElse(0L));
        }

        /** Digits behind the point with which its numbers are shown: three of the interval's width count. */
        public int decimals() {
            double width = difference.high() - difference.low();
            return RunGroup.decimals(width > 0 ? width : difference.value());
        }

        /** Whether there is anything to see: a difference other than 0. */
        public boolean tellsSomething() {
            return difference.value() != 0 || difference.low() < difference.high();
        }
    }

    public RunPairs {
        rows = List.copyOf(rows);
    }

    /** The pairs of two groups' runs. */
    static RunPairs of(List<SeededRun> group, List<SeededRun> base, TableChoice choice) {
        Map<Long, AgentFigures> bases = bySeed(base);
        Map<Long, AgentFigures> own = bySeed(group);
        own.keySet().retainAll(bases.keySet());
        List<AgentFigures> mine = List.copyOf(own.values());
        List<AgentFigures> others = own.keySet().stream().map(bases::get).toList();
        List<Row> rows = new ArrayList<>();
        for (String agent : AgentFigures.agents(mine.stream())) {
            for (String figure : AgentFigures.names(mine, agent)) {
                paired(agent, figure, mine, others)
                        .ifPresent(paired -> rows.add(Row.of(agent, figure, paired, choice)));
            }
        }
        return new RunPairs(group.getFirst().settings(), base.getFirst().settings(), mine.size(), rows);
    }

    private static Map<Long, AgentFigures> bySeed(List<SeededRun> runs) {
        Map<Long, AgentFigures> figures = new LinkedHashMap<>();
        runs.stream().filter(run -> run.absence().isEmpty()).forEach(run -> figures.put(run.seed(), run.figures()));
        return figures;
    }

    private static Optional<PairedDifference> paired(
            String agent, String figure, List<AgentFigures> mine, List<AgentFigures> others) {
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            double[] pair = {mine.get(i).of(agent, figure), others.get(i).of(agent, figure)};
            if (Double.isFinite(pair[0]) && Double.isFinite(pair[1])) {
                pairs.add(pair);
            }
        }
        double[] own = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] base = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(PairedDifference.of(own, base, StudentisedBootstrap.STANDARD));
    }
}
