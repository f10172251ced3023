package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Training runs compared by one figure.
 *
 * @param agent the learner whose figure it is, in a market; else empty
 */
public record MeasuredBoard(Measure measure, String agent, ScoreBoard board) {
    /**
     * A run that is compared.
     *
     * @param group   with which it is pooled
     * @param problem on which it was made
     */
    public record Entrant(String group, String problem, List<RunScore> scores) {
        public Entrant {
            scores = List.copyOf(scores);
        }
    }

    private record Subject(Measure measure, String agent) {}

    /** One board for each measure and learner that the runs have, those of one measure together. */
    public static List<MeasuredBoard> of(List<Entrant> runs) {
        Map<Subject, List<ScoreBoard.Score>> scores = new LinkedHashMap<>();
        for (Entrant run : runs) {
            for (RunScore each : run.scores()) {
                scores.computeIfAbsent(new Subject(each.measure(), each.agent()), _ -> new ArrayList<>())
                        .add(new ScoreBoard.Score(run.group(), run.problem(), each.value()));
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> one.measure().compareTo(other.measure())))
                .map(entry -> new MeasuredBoard(
                        entry.getKey().measure(), entry.getKey().agent(), new ScoreBoard(entry.getValue())))
                .toList();
    }

    /** A group of it as it is called where several learners are shown: followed by the learner. */
    public String label(String group) {
        return agent.isEmpty() ? group : group + " " + agent;
    }
}
