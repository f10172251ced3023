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
        if (json.get("learners") instanceof List<?> learners) {
            learners.forEach(each -> rows(table, (Map<?, ?>) each));
        }
        table.print(out);
        out.println();
        out.println(
                "reward: over holding, of a whole run, mean, quote units. trading: the same with trades at the world's price;");
        out.println("far less noise where the world has no drift, not what counts where it has one.");
        out.println("checkpoint  " + json.get("checkpoint"));
        if (json.containsKey("runFolder")) {
            out.println("folder      " + json.get("runFolder"));
        }
    }

    private static void rows(Table table, Map<?, ?> learner) {
        Map<?, ?> over = object(learner, "overBaseline");
        row(table, learner, "reward", "mean", over);
        row(table, learner, "trading", "tradingMean", object(over, "trading"));
    }

    private static void row(Table table, Map<?, ?> learner, String score, String mean, Map<?, ?> over) {
        table.row(
                String.valueOf(learner.get("agent")),
                String.valueOf(learner.get("algorithm")),
                score,
                figure(object(learner, "evaluation"), mean),
                figure(object(learner, "baseline"), mean),
                figure(object(learner, "random"), mean),
                figure(over, "mean"),
                figure(over, "low") + " … " + figure(over, "high"));
    }

    private static String figure(Map<?, ?> object, String key) {
        return String.format(Locale.ROOT, "%.1f", number(object, key));
    }

    private static Map<?, ?> object(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static double number(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
