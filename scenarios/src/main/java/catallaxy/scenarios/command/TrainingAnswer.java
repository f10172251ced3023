package catallaxy.scenarios.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The summary of a training run or of an evaluation, as a table for a person and as JSON for a program. */
record TrainingAnswer(Map<String, Object> json) implements Answer {

    private static final List<String> KNOWN = List.of("name", "optimum", "attained", "ratio");

    /** The answer for a summary, of a problem or of a market. */
    static Answer of(Map<String, Object> summary) {
        return summary.containsKey("learners") ? new MarketTrainingAnswer(summary) : new TrainingAnswer(summary);
    }

    @Override
    public void print(PrintWriter out) {
        Map<?, ?> evaluation = object("evaluation");
        Map<?, ?> referee = object("referee");
        out.printf(
                Locale.ROOT, "%s on %s, %,d steps", json.get("algorithm"), json.get("problem"), whole(json, "steps"));
        if (json.containsKey("wallSeconds")) {
            out.printf(
                    Locale.ROOT,
                    " in %.2f s (%,.0f steps/s)",
                    number(json, "wallSeconds"),
                    number(json, "stepsPerSecond"));
        }
        out.println();
        out.println();
        Table table = Table.of("figure", "value", "what it is");
        table.row(
                "mean return",
                figure(number(evaluation, "mean")),
                "of " + evaluation.get("episodes") + " new episodes");
        table.row("deviation", figure(number(evaluation, "std")), "of their returns");
        table.row("attained", figure(number(referee, "attained")), String.valueOf(referee.get("name")));
        table.row("optimum", figure(number(referee, "optimum")), "of the same");
        table.row("ratio", figure(number(referee, "ratio")), "1 is all of it");
        referee.forEach((name, value) -> {
            if (!KNOWN.contains(String.valueOf(name))) {
                table.row(name, figure(number(referee, String.valueOf(name))), "further figure of the same");
            }
        });
        table.print(out);
        out.println();
        out.println("checkpoint  " + json.get("checkpoint"));
        if (json.containsKey("runFolder")) {
            out.println("folder      " + json.get("runFolder"));
        }
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    private Map<?, ?> object(String key) {
        return json.get(key) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static double number(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static long whole(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.longValue() : 0;
    }
}
