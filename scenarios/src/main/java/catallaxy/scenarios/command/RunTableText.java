package catallaxy.scenarios.command;

import catallaxy.agents.statistics.Estimate;
import catallaxy.scenarios.report.RunGroup;
import catallaxy.scenarios.report.RunPairs;
import catallaxy.scenarios.report.RunTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of simulations by group on the terminal: the chief figures that are not 0 throughout. */
record RunTableText(RunTable table) {
    void print(PrintWriter out) {
        groups().print(out);
        if (table.pairs().stream().anyMatch(each -> each.seeds() > 0)) {
            out.println();
            out.println(
                    "differences to " + RunGroup.label(table.pairs().getFirst().base())
                            + ", seed by seed; those whose interval holds 0 may be luck");
            pairs().print(out);
        }
        out.println();
        table.notes().forEach(note -> out.println("note: " + note));
        out.println("mean with its 95 % interval over seeds (bootstrap-t); IQM interquartile mean; sd of one run;");
        out.println("seeds: " + seeds() + ", of differences also with seeds that are not shared;");
        out.println("all figures are in the report and with --json");
    }

    private String seeds() {
        return table.choice().widths().isEmpty()
                ? "how many an interval of half this width takes"
                : "how many an interval of the wanted width takes, of other figures one of half this width";
    }

    private TextTable groups() {
        TextTable text = TextTable.of("agent", "figure", "group", "n", "mean", "low", "high", "IQM", "sd", "seeds");
        for (Key key : keys()) {
            for (RunGroup group : table.groups()) {
                group.rows().stream()
                        .filter(row -> key.equals(new Key(row.agent(), row.figure())))
                        .forEach(row -> text.row(cells(group, row).toArray()));
            }
        }
        return text;
    }

    private record Key(String agent, String figure) {}

    /** What is shown, agent by agent. */
    private List<Key> keys() {
        List<Key> shown = table.groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> RunTable.isChief(row.figure()) && row.tellsSomething())
                .map(row -> new Key(row.agent(), row.figure()))
                .distinct()
                .toList();
        List<Key> byAgent = new ArrayList<>();
        shown.stream()
                .map(Key::agent)
                .distinct()
                .forEach(agent ->
                        shown.stream().filter(key -> key.agent().equals(agent)).forEach(byAgent::add));
        return byAgent;
    }

    private static List<String> cells(RunGroup group, RunGroup.Row row) {
        int decimals = row.decimals();
        return List.of(
                row.agent(),
                row.figure(),
                group.label(),
                String.valueOf(row.n()),
                number(row.mean().map(Estimate::value).orElse(Double.NaN), decimals),
                number(row.mean().map(Estimate::low).orElse(Double.NaN), decimals),
                number(row.mean().map(Estimate::high).orElse(Double.NaN), decimals),
                number(row.iqm(), decimals),
                number(row.sd(), decimals),
                count(row.seeds()));
    }

    private TextTable pairs() {
        TextTable text =
                TextTable.of("agent", "figure", "group", "n", "difference", "low", "high", "seeds", "seeds not shared");
        for (RunPairs pairs : table.pairs()) {
            pairs.rows().stream()
                    .filter(row -> RunTable.isChief(row.figure()) && row.tellsSomething())
                    .forEach(row -> text.row(cells(pairs, row).toArray()));
        }
        return text;
    }

    private static List<String> cells(RunPairs pairs, RunPairs.Row row) {
        int decimals = row.decimals();
        return List.of(
                row.agent(),
                row.figure(),
                RunGroup.label(pairs.settings()),
                String.valueOf(row.difference().runs()),
                number(row.difference().value(), decimals),
                number(row.difference().low(), decimals),
                number(row.difference().high(), decimals),
                count(row.seedsPaired()),
                count(row.seedsUnpaired()));
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : "-";
    }

    private static String count(long seeds) {
        if (seeds > RunTable.MOST_SEEDS) {
            return "> " + count(RunTable.MOST_SEEDS);
        }
        return seeds > 0 ? String.format(Locale.ROOT, "%,d", seeds) : "-";
    }
}
