package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.RunManifest;
import catallaxy.scenarios.report.Chart.Line;
import catallaxy.scenarios.report.Chart.Stroke;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The part of the report that sets runs side by side: against a base run, and several runs with one another. */
final class Comparison {

    private final List<RunFolder> runs;
    private final Markup page;
    private final ChartBook book;

    Comparison(List<RunFolder> runs, Markup page, ChartBook book) {
        this.runs = List.copyOf(runs);
        this.page = page;
        this.book = book;
    }

    /** One row per run. */
    void writeRuns() {
        page.element("h2", "Runs", "id", "runs");
        runTable().write(page);
        runs.stream().filter(run -> !run.manifest().completed()).forEach(this::unfinished);
    }

    /** The equity of each agent in each run. */
    void writeCurves() {
        page.element("h2", "Equity of all runs", "id", "curves");
        figures(agentsOf(runs), this::overlay);
    }

    private Table runTable() {
        Table table = new Table()
                .text("Run")
                .text("Status")
                .number("Seed")
                .text("Driver")
                .number("Simulated")
                .number("Market steps")
                .text("Digest");
        for (int i = 0; i < runs.size(); i++) {
            RunFolder run = runs.get(i);
            table.row()
                    .cell(label(i), run.title())
                    .cell(FigureText.text(run.manifest().course().status()))
                    .cell(FigureText.text(run.seed()))
                    .cell(FigureText.text(run.driver()))
                    .cell(FigureText.duration(run.lastSeconds()))
                    .cell(FigureText.count(run.summary().counts().events()))
                    .cell(FigureText.text(abbreviated(run.digest())));
        }
        return table;
    }

    private void unfinished(RunFolder run) {
        RunManifest.Course course = run.manifest().course();
        String reason = course.reason().isEmpty() ? "" : ": " + course.reason();
        page.element(
                "p",
                label(runs.indexOf(run)) + " has not ended, its status is "
                        + (course.status().isEmpty() ? "unknown" : course.status()) + reason,
                "class",
                "note");
    }

    private Chart overlay(String agent) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < runs.size(); i++) {
            lines.add(new Line(label(i), i, Stroke.SOLID, false, runs.get(i).equityOf(agent)));
        }
        return equityChart(agent, lines);
    }

    /** The agents of each run that has the seed of {@code base} against the same agents there. */
    void writeAgainst(RunFolder base) {
        page.element("h2", "Compared with " + base.path().getFileName(), "id", "compared");
        page.element("p", sameness(base), "class", "note");
        List<RunFolder> alike =
                runs.stream().filter(run -> run.seed().equals(base.seed())).toList();
        runs.stream().filter(run -> !alike.contains(run)).forEach(run -> stranger(run, base));
        for (RunFolder run : alike) {
            if (runs.size() > 1) {
                page.element("h3", label(runs.indexOf(run)));
            }
            differences(run, base).write(page);
        }
        if (!alike.isEmpty()) {
            page.element(
                    "p",
                    "Of one seed: what another day would show is not known. catallaxy sweep compares over many.",
                    "class",
                    "note");
            var all = new ArrayList<>(alike);
            all.add(base);
            figures(agentsOf(all), agent -> against(agent, alike, base));
        }
    }

    /** Says why a run is not compared: its luck was another. */
    private void stranger(RunFolder run, RunFolder base) {
        String which = runs.size() > 1 ? label(runs.indexOf(run)) : "The run";
        page.element(
                "p",
                which + " has seed " + FigureText.text(run.seed()) + " and the base seed "
                        + FigureText.text(base.seed())
                        + ": they are not compared, since between runs of different seeds luck is not told from merit.",
                "class",
                "note");
    }

    private String sameness(RunFolder base) {
        boolean same = !base.digest().isEmpty()
                && runs.stream().allMatch(run -> run.digest().equals(base.digest()));
        if (same) {
            return "The digests are equal: every event of the runs was the same.";
        }
        var differing = new LinkedHashSet<String>();
        for (RunFolder run : runs) {
            note(differing, "seed", run.seed(), base.seed());
            note(differing, "scenario", run.title(), base.title());
            note(differing, "driver", run.driver(), base.driver());
            RunManifest one = run.manifest();
            RunManifest other = base.manifest();
            note(
                    differing,
                    "configuration",
                    one.subject().configDigest(),
                    other.subject().configDigest());
            note(differing, "commit", one.program().commit(), other.program().commit());
        }
        String what = differing.isEmpty() ? "nothing that the manifests state" : String.join(", ", differing);
        return "The digests differ. Different too: " + what + ".";
    }

    private static void note(Set<String> differing, String what, String one, String other) {
        if (!one.equals(other)) {
            differing.add(what);
        }
    }

    private static Table differences(RunFolder run, RunFolder base) {
        Table table = new Table()
                .text("Agent")
                .text("")
                .number(Term.PNL)
                .number(Term.RETURN)
                .number(Term.SHARPE)
                .number(Term.MAX_DRAWDOWN)
                .number(Term.FILLS)
                .number(Term.FEES)
                .number(Term.GAS);
        for (String agent : agentsOf(List.of(run, base))) {
            AgentResult own = AgentResult.of(run, agent);
            AgentResult other = AgentResult.of(base, agent);
            figuresRow(table, agent, "base", other);
            figuresRow(table, "", "run", own);
            differenceRow(table, own, other);
        }
        return table;
    }

    private static void figuresRow(Table table, String agent, String which, AgentResult result) {
        table.row("part")
                .cell(agent)
                .cell(which)
                .cell(FigureText.signedMoney(result.worth().pnl()))
                .cell(FigureText.signedPercent(result.returned()))
                .cell(FigureText.significant(result.sharpe(), 4))
                .cell(FigureText.percent(result.maxDrawdown()))
                .cell(FigureText.count(result.traded().fills()))
                .cell(FigureText.money(result.traded().feesPaid()))
                .cell(FigureText.money(result.traded().gasPaid()));
    }

    private static void differenceRow(Table table, AgentResult own, AgentResult other) {
        double profit = own.worth().pnl() - other.worth().pnl();
        double returned = own.returned() - other.returned();
        AgentResult.Traded traded = own.traded().less(other.traded());
        table.row("sum")
                .cell("")
                .cell("difference")
                .signed(FigureText.signedMoney(profit), profit)
                .signed(FigureText.signedPercent(returned), returned)
                .cell(FigureText.significant(own.sharpe() - other.sharpe(), 4))
                .cell(FigureText.signedPercent(own.maxDrawdown() - other.maxDrawdown()))
                .cell(FigureText.signedCount(traded.fills()))
                .cell(FigureText.signedMoney(traded.feesPaid()))
                .cell(FigureText.signedMoney(traded.gasPaid()));
    }

    private Chart against(String agent, List<RunFolder> alike, RunFolder base) {
        var lines = new ArrayList<Line>();
        for (RunFolder run : alike) {
            int i = runs.indexOf(run);
            lines.add(Line.of(runs.size() == 1 ? "run" : label(i), i, run.equityOf(agent)));
        }
        lines.add(new Line("base", Palette.NEUTRAL, Stroke.DASHED, false, base.equityOf(agent)));
        return equityChart(agent, lines);
    }

    private Chart equityChart(String agent, List<Line> lines) {
        return Chart.of(agent, runs.getFirst().summary().quote(), Term.EQUITY.definition(), lines)
                .withViews(List.of("PnL", "Equity", "Return %"));
    }

    private void figures(Set<String> agents, Function<String, Chart> chartOf) {
        double until = runs.stream().mapToDouble(RunFolder::lastSeconds).max().orElse(0);
        var span = new ChartBook.Span(ChartBook.Axis.TIME, "all", 0, until);
        page.open("div", "class", "figures");
        Consumer<Chart> figure = chart -> book.write(page, chart, span);
        agents.stream().map(chartOf).filter(Comparison::tellsSomething).forEach(figure);
        page.close("div");
    }

    private static boolean tellsSomething(Chart chart) {
        return chart.lines().stream().anyMatch(line -> !line.samples().isZero());
    }

    private static Set<String> agentsOf(List<RunFolder> runs) {
        var agents = new LinkedHashSet<String>();
        runs.forEach(run -> agents.addAll(run.agents()));
        return agents;
    }

    /** How a run is called where several are shown. */
    static String label(int index) {
        return "Run " + (index + 1);
    }

    private static String abbreviated(String digest) {
        return digest.length() <= 16 ? digest : digest.substring(0, 16) + "…";
    }
}
