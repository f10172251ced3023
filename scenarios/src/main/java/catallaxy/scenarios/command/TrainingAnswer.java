package catallaxy.scenarios.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The summary of a training run or of an evaluation, as a table for a person and as JSON for a program: what a learner of a
 * problem attains of the known answer, or what those of a market earn against their baselines.
 */
record TrainingAnswer(Map<String, Object> json) implements Answer {
    private static final List<String> KNOWN = List.of("name", "optimum", "attained", "ratio");

    @Override
    public void print(PrintWriter out) {
        boolean market = json.containsKey("learners");
        Object subject = market ? json.get("scenario") : json.get("algorithm") + " on " + json.get("problem");
        out.printf(Locale.ROOT, "%s, %,d steps", subject, (long) number(json, "steps"));
        if (json.containsKey("wallSeconds")) {
            out.printf(
                    Locale.ROOT,
                    " in %.2f s (%,.0f steps/s)",
                    number(json, "wallSeconds"),
                    number(json, "stepsPerSecond"));
        }
        out.println();
        out.println();
        if (market) {
            printLearners(out);
        } else {
            printAttained(out);
        }
        out.println("checkpoint  " + json.get("checkpoint"));
        if (json.containsKey("runFolder")) {
            out.println("folder      " + json.get("runFolder"));
        }
    }

    private void printAttained(PrintWriter out) {
        Map<?, ?> evaluation = object(json, "evaluation");
        Map<?, ?> referee = object(json, "referee");
        TextTable table = TextTable.of("figure", "value", "what it is");
        String episodes = "of " + evaluation.get("episodes") + " new episodes";
        table.row("mean return", figure(evaluation, "mean", 5), episodes);
        table.row("deviation", figure(evaluation, "std", 5), "of their returns");
        table.row("attained", figure(referee, "attained", 5), String.valueOf(referee.get("name")));
        table.row("optimum", figure(referee, "optimum", 5), "of the same");
        table.row("ratio", figure(referee, "ratio", 5), "1 is all of it");
        referee.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> table.row(name, figure(referee, name, 5), "further figure of the same"));
        table.print(out);
        out.println();
    }

    private void printLearners(PrintWriter out) {
        TextTable table = TextTable.of(
                "agent", "algorithm", "score", "learned", "baseline", "random", "over baseline", "95 % interval");
        List<?> learners = json.get("learners") instanceof List<?> list ? list : List.of();
        boolean several = learners.size() > 1;
        learners.forEach(each -> rows(table, (Map<?, ?>) each, several));
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
        DataLines.print(out, json.get("data"));
    }

    private static void rows(TextTable table, Map<?, ?> learner, boolean several) {
        rows(table, learner, "", object(learner, "evaluation"), learner);
        if (several) {
            Map<?, ?> together = object(learner, "together");
            rows(table, learner, " among learned", together, together);
        }
    }

    /** Both scores of a learner and what they are compared with. */
    private static void rows(
            TextTable table, Map<?, ?> learner, String company, Map<?, ?> learned, Map<?, ?> compared) {
        Map<?, ?> over = object(compared, "overBaseline");
        row(table, learner, "reward" + company, "mean", learned, compared, over);
        row(table, learner, "trading" + company, "tradingMean", learned, compared, object(over, "trading"));
    }

    private static void row(
            TextTable table,
            Map<?, ?> learner,
            String score,
            String mean,
            Map<?, ?> learned,
            Map<?, ?> compared,
            Map<?, ?> over) {
        table.row(
                String.valueOf(learner.get("agent")),
                String.valueOf(learner.get("algorithm")),
                score,
                figure(learned, mean, 1),
                figure(object(compared, "baseline"), mean, 1),
                figure(object(compared, "random"), mean, 1),
                figure(over, "mean", 1),
                interval(over));
    }

    private static String interval(Map<?, ?> over) {
        boolean told = over.isEmpty() || Double.isFinite(number(over, "low"));
        return told ? figure(over, "low", 1) + " … " + figure(over, "high", 1) : "none: one run";
    }

    private static String figure(Map<?, ?> object, String key, int decimals) {
        return object.isEmpty() ? "" : String.format(Locale.ROOT, "%." + decimals + "f", number(object, key));
    }

    private static Map<?, ?> object(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static double number(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
