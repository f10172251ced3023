package catallaxy.scenarios.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What learners of a market earn, as a table for a person and as JSON for a program. */
record MarketTrainingAnswer(Map<String, Object> json) implements Answer {

    @Override
    public void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%s, %,d steps", json.get("scenario"), (long) number(json, "steps"));
        if (json.containsKey("wallSeconds")) {
            out.printf(Locale.ROOT, " in %.0f s", number(json, "wallSeconds"));
        }
        out.println();
        out.println();
        Table table = Table.of(
                "agent", "algorithm", "score", "learned", "baseline", "random", "over baseline", "95 % interval");
        List<?> learners = json.get("learners") instanceof List<?> list ? list : List.of();
        boolean several = learners.size() > 1;
        learners.forEach(each -> rows(table, (Map<?, ?>) each, several));
        table.print(out);
        out.println();
        out.println(
                "reward: over holding, of a whole run, mean, quote units. trading: the same with trades at the world's price;");
        out.println("far less noise where the world has no drift, not what counts where it has one.");
        if (several) {
            out.println(
                    "among learned: with the others' learned policies in their seats instead of the scenario's own.");
        }
        DataLines.print(out, json.get("data"));
        out.println("checkpoint  " + json.get("checkpoint"));
        if (json.containsKey("runFolder")) {
            out.println("folder      " + json.get("runFolder"));
        }
    }

    private static void rows(Table table, Map<?, ?> learner, boolean several) {
        rows(table, learner, "", object(learner, "evaluation"), learner);
        if (several) {
            Map<?, ?> together = object(learner, "together");
            rows(table, learner, " among learned", together, together);
        }
    }

    /** Both scores of a learner and what they are compared with. */
    private static void rows(Table table, Map<?, ?> learner, String company, Map<?, ?> learned, Map<?, ?> compared) {
        Map<?, ?> over = object(compared, "overBaseline");
        row(table, learner, "reward" + company, "mean", learned, compared, over);
        row(table, learner, "trading" + company, "tradingMean", learned, compared, object(over, "trading"));
    }

    private static void row(
            Table table,
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
                figure(learned, mean),
                figure(object(compared, "baseline"), mean),
                figure(object(compared, "random"), mean),
                figure(over, "mean"),
                interval(over));
    }

    private static String interval(Map<?, ?> over) {
        boolean told = over.isEmpty() || Double.isFinite(number(over, "low"));
        return told ? figure(over, "low") + " … " + figure(over, "high") : "none: one run";
    }

    private static String figure(Map<?, ?> object, String key) {
        return object.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f", number(object, key));
    }

    private static Map<?, ?> object(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static double number(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
