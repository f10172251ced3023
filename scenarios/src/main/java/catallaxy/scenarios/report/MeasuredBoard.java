package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Training runs compared by one figure.
 *
 * @param agent the learner whose figure it is, in a market; else empty
 */
public record MeasuredBoard(ScoreMeasure measure, String agent, ScoreBoard board) {
    /**
     * A run that is compared.
     *
     * @param group   with which it is pooled
     * @param problem on which it was made
     * @param scores  its figures; not used where it is absent
     * @param absence why it is not to be compared by any figure; none where it is
     */
    public record Entrant(String group, String problem, List<RunScore> scores, Optional<Absence> absence) {
        public Entrant {
            scores = List.copyOf(scores);
        }

        /** A run that has ended. */
        public Entrant(String group, String problem, List<RunScore> scores) {
            this(group, problem, scores, Optional.empty());
        }

        private Optional<ScoreBoard.Score> by(Subject subject) {
            if (absence.isPresent()) {
                return Optional.of(new ScoreBoard.Score(group, problem, Double.NaN, absence));
            }
            return scores.stream()
                    .filter(each -> subject.equals(Subject.of(each)))
                    .map(each -> new ScoreBoard.Score(group, problem, each.value(), each.absence()))
                    .findFirst();
        }
    }

    private record Subject(ScoreMeasure measure, String agent) {
        private static Subject of(RunScore score) {
            return new Subject(score.measure(), score.agent());
        }
    }

    /**
     * One board for each measure and learner that the runs have, those of one measure together. A run that has ended without a
     * learner, since its scenario has none of that name, is not on the learner's board. Where no run has any figure there is one
     * board of {@link ScoreMeasure#NONE}.
     */
    public static List<MeasuredBoard> of(List<Entrant> runs) {
        Set<Subject> subjects = new LinkedHashSet<>();
        runs.stream()
                .filter(run -> run.absence().isEmpty())
                .forEach(run -> run.scores().forEach(each -> subjects.add(Subject.of(each))));
        if (subjects.isEmpty() && !runs.isEmpty()) {
            subjects.add(new Subject(ScoreMeasure.NONE, ""));
        }
        return subjects.stream()
                .sorted(Comparator.comparing(Subject::measure))
                .map(subject -> new MeasuredBoard(subject.measure(), subject.agent(), board(subject, runs)))
                .toList();
    }

    private static ScoreBoard board(Subject subject, List<Entrant> runs) {
        List<ScoreBoard.Score> scores = new ArrayList<>();
        for (Entrant run : runs) {
            run.by(subject).or(() -> none(subject, run)).ifPresent(scores::add);
        }
        return new ScoreBoard(scores);
    }

    /** A run with no figure at all. */
    private static Optional<ScoreBoard.Score> none(Subject subject, Entrant run) {
        return subject.measure() == ScoreMeasure.NONE
                ? Optional.of(new ScoreBoard.Score(
                        run.group(),
                        run.problem(),
                        Double.NaN,
                        Optional.of(Absence.unscored("its summary has no score"))))
                : Optional.empty();
    }

    /** A group of it as it is called where several learners are shown: followed by the learner. */
    public String label(String group) {
        return agent.isEmpty() ? group : group + " " + agent;
    }

    /** Why runs of its groups have no score, one line for each group and reason. */
    public List<String> absences() {
        List<String> lines = new ArrayList<>();
        for (ScoreBoard.Row row : board.rows()) {
            row.count().reasons().forEach(reason -> lines.add(label(row.group()) + ": " + reason));
        }
        return lines;
    }

    /** The absences of several boards, each once. */
    public static List<String> absences(List<MeasuredBoard> boards) {
        return boards.stream()
                .flatMap(each -> each.absences().stream())
                .distinct()
                .toList();
    }
}
