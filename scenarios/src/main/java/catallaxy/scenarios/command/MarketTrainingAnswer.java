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
        Table table = Table.of("agent", "algorithm", "learned", "baseline", "random", "over baseline", "95 % interval");
        if (json.get("learners") instanceof List<?> learners) {
            learners.forEach(each -> row(table, (Map<?, ?>) each));
        }
        table.print(out);
        out.println();
        out.println("Mean reward over holding of a whole run, quote units, trades at the world's price.");
        out.println("checkpoint  " + json.get("checkpoint"));
        if (json.containsKey("runFolder")) {
            out.println("folder      " + json.get("runFolder"));
        }
    }

    private static void row(Table table, Map<?, ?> learner) {
        Map<?, ?> over = object(object(learner, "overBaseline"), "trading");
        table.row(
                String.valueOf(learner.get("agent")),
                String.valueOf(learner.get("algorithm")),
                figure(object(learner, "evaluation"), "tradingMean"),
                figure(object(learner, "baseline"), "tradingMean"),
                figure(object(learner, "random"), "tradingMean"),
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
