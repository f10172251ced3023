package catallaxy.scenarios.command;

import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The summary of a training run or of an evaluation, as a table for a person and as JSON for a program: what a learner of a
 * problem attains of the known answer, or what those of a market earn against their baselines.
 */
record TrainingAnswer(TrainingSummary summary) implements Answer {
    @Override
    public Map<String, ?> json() {
        return RecordFields.known(summary);
    }

    @Override
    public void print(PrintWriter out) {
        TrainingSummary.Subject subject = summary.subject();
        TrainingSummary.Course course = summary.course();
        boolean problem = summary.score().isOfProblem();
        String title = problem ? subject.algorithm() + " on " + subject.problem() : subject.scenario();
        out.printf(Locale.ROOT, "%s, %,d steps", title, (long) course.steps());
        if (Double.isFinite(course.wallSeconds())) {
            out.printf(Locale.ROOT, " in %.2f s (%,.0f steps/s)", course.wallSeconds(), course.stepsPerSecond());
        }
        out.println();
        out.println();
        if (problem) {
            printAttained(out);
        } else {
            printLearners(out);
        }
        out.println("checkpoint  " + summary.place().checkpoint());
        if (!summary.place().runFolder().isEmpty()) {
            out.println("folder      " + summary.place().runFolder());
        }
    }

    private void printAttained(PrintWriter out) {
        TrainingScore.Episodes evaluation = summary.score().evaluation();
        TrainingScore.Referee referee = summary.score().referee();
        TextTable table = TextTable.of("figure", "value", "what it is");
        table.row("mean return", figure(evaluation.mean(), 5), "of " + (long) evaluation.episodes() + " new episodes");
        table.row("deviation", figure(evaluation.std(), 5), "of their returns");
        table.row("attained", figure(referee.attained(), 5), referee.name());
        table.row("optimum", figure(referee.optimum(), 5), "of the same");
        table.row("ratio", figure(referee.ratio(), 5), "1 is all of it");
        referee.figures().forEach((name, value) -> table.row(name, figure(value, 5), "further figure of the same"));
        summary.score()
                .mistakes()
                .forEach((set, rate) -> table.row("mistakes " + set, figure(rate, 5), "share of its moves there"));
        table.print(out);
        out.println();
    }

    private void printLearners(PrintWriter out) {
        TextTable table = TextTable.of(
                "agent", "algorithm", "score", "learned", "baseline", "random", "over baseline", "95 % interval");
        List<TrainingScore.Learner> learners = summary.score().learners();
        boolean several = learners.size() > 1;
        learners.forEach(each -> rows(table, each, several));
        table.print(out);
        out.println();
        out.println(
                "reward: over holding, of a whole run, mean, quote units. trading: the same with trades at the world's"
                        + " price;");
        out.println("far less noise where the world has no drift, not what counts where it has one.");
        if (several) {
            out.println(
                    "among learned: with the others' learned policies in their seats instead of the scenario's own.");
        }
        DataLines.print(out, summary.data());
    }

    private static void rows(TextTable table, TrainingScore.Learner learner, boolean several) {
        TrainingScore.Scores random = learner.random();
        TrainingScore.Scores baseline = learner.baseline().scores();
        new Rows(table, learner, "", figure(random.mean(), 1), figure(random.tradingMean(), 1))
                .add(learner.evaluation(), baseline, learner.overBaseline());
        if (several) {
            TrainingScore.Together together = learner.together();
            new Rows(table, learner, " among learned", "", "")
                    .add(together.scores(), together.baseline(), together.overBaseline());
        }
    }

    /** Both scores of a learner in some company, each with that of a random policy, where one was played. */
    private record Rows(
            TextTable table, TrainingScore.Learner learner, String company, String random, String randomTrading) {
        void add(TrainingScore.Scores learned, TrainingScore.Scores baseline, TrainingScore.Difference over) {
            add("reward", learned.mean(), baseline.mean(), random, over.reward());
            add("trading", learned.tradingMean(), baseline.tradingMean(), randomTrading, over.trading());
        }

        private void add(String score, double learned, double baseline, String dice, TrainingScore.Interval over) {
            table.row(
                    learner.agent(),
                    learner.algorithm(),
                    score + company,
                    figure(learned, 1),
                    figure(baseline, 1),
                    dice,
                    figure(over.mean(), 1),
                    interval(over));
        }
    }

    private static String interval(TrainingScore.Interval over) {
        return Double.isFinite(over.low()) ? figure(over.low(), 1) + " … " + figure(over.high(), 1) : "none: one run";
    }

    private static String figure(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
