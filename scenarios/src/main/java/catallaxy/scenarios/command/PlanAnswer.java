package catallaxy.scenarios.command;

import catallaxy.agents.problem.Mistakes;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often a learner erred in the positions of a file.
 *
 * @param simulationsPerMove that were made, in the mean
 */
record PlanAnswer(String algorithm, Mistakes mistakes, double simulationsPerMove) implements Answer {
    @Override
    public void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%s, %.1f simulations a move%n%n", algorithm, simulationsPerMove);
        TextTable table = TextTable.of("set", "positions", "mistakes", "rate");
        mistakes.bySet().forEach((set, tally) -> row(table, set, tally));
        if (mistakes.bySet().size() > 1) {
            row(table, "together", mistakes.all());
        }
        table.print(out);
        out.println();
        out.println(
                "mistake: a move with a worse outcome under perfect play, win, draw or loss, than the best move's.");
    }

    private static void row(TextTable table, String set, Mistakes.Tally tally) {
        table.row(set, tally.positions(), tally.mistakes(), String.format(Locale.ROOT, "%.4f", tally.rate()));
    }

    @Override
    public Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("positions", mistakes.all().positions());
        json.put("mistakes", mistakes.all().mistakes());
        Map<String, Object> bySet = new LinkedHashMap<>();
        mistakes.bySet().forEach((set, tally) -> bySet.put(set, json(tally)));
        json.put("bySet", bySet);
        json.put("simulationsPerMove", simulationsPerMove);
        return json;
    }

    private static Map<String, ?> json(Mistakes.Tally tally) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("positions", tally.positions());
        json.put("mistakes", tally.mistakes());
        json.put("rate", tally.rate());
        return json;
    }
}
