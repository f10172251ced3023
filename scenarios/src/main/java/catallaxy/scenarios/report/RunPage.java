package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.RunManifest;
import catallaxy.scenarios.folder.RunSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The part of the report about one run: banner, facts, tables, charts, how to run it again. */
final class RunPage {

    private static final double ANNUALISED_FROM = 30 * 86_400.0;

    private final RunFolder run;
    private final String group;
    private final Markup page;
    private final RunCharts charts;
    private final AgentTables agents;
    private final MarketTables market;
    private final ProfitTables profits;

    /** @param group a name that is unique among the runs of the page; charts of one group zoom together */
    RunPage(RunFolder run, ChartKinds kinds, String group, Markup page, ChartBook book) {
        this.run = run;
        this.group = group;
        this.page = page;
        this.charts = new RunCharts(run, kinds, group, page, book);
        this.agents = new AgentTables(run);
        this.market = new MarketTables(run.summary());
        this.profits = new ProfitTables(run);
    }

    /** What the run is and whether it can be trusted. */
    void writeHead() {
        banner();
        facts();
    }

    /** What happened in it. */
    void writeBody() throws IOException {
        agents();
        section(ChartSection.EQUITY);
        section(ChartSection.PRICES);
        section(ChartSection.MAKING);
        sectionIfAny(ChartSection.DERIVATIVES);
        chains();
        fills();
        interventions();
        sectionIfAny(ChartSection.MORE);
        ModelSection.write(page, group + "-models", run.path());
        DataSection.write(page, group + "-data", run.manifest().data());
        reproduce();
    }

    private void banner() {
        if (!run.manifest().completed()) {
            page.open("div", "class", "banner bad", "role", "alert")
                    .element("strong", "This run did not complete.")
                    .text(" " + statusSentence())
                    .close("div");
        }
        failures();
        if (!run.notes().isEmpty()) {
            page.open("div", "class", "banner", "role", "note").element("strong", "Read with care");
            page.open("ul");
            run.notes().forEach(note -> page.element("li", note));
            page.close("ul").close("div");
        }
    }

    private void failures() {
        List<AgentTotals> failed = run.summary().agents().stream()
                .filter(agent -> !agent.conduct().failure().isEmpty())
                .toList();
        if (!failed.isEmpty()) {
            page.open("div", "class", "banner bad", "role", "alert").element("strong", "Agents failed in this run.");
            page.open("ul");
            failed.forEach(agent -> page.element(
                    "li",
                    agent.id() + " (" + agent.policy() + "): " + agent.conduct().failure() + "."));
            page.close("ul").close("div");
        }
    }

    private String statusSentence() {
        String upTo =
                "What follows is what it had written, up to simulated time " + FigureText.time(run.lastSeconds()) + ".";
        return switch (run.manifest().course().status()) {
            case "running" -> "Its manifest still says “running”: it was killed, or is running now. " + upTo;
            case "failed" -> "It failed" + because() + " " + upTo;
            case "interrupted" -> "It was interrupted" + because() + " " + upTo;
            case "" -> "There is no manifest to tell how it ended. " + upTo;
            default -> "Its status is “" + run.manifest().course().status() + "”. " + upTo;
        };
    }

    private String because() {
        String reason = run.manifest().course().reason();
        return reason.isEmpty() ? "." : ": " + reason + (reason.endsWith(".") ? "" : ".");
    }

    private void facts() {
        RunSummary summary = run.summary();
        page.open("dl", "class", "facts");
        fact("Simulated", FigureText.duration(run.lastSeconds()));
        fact("Market steps", FigureText.count(summary.counts().events()));
        fact("Events", FigureText.count(summary.counts().traceEvents()));
        fact("Wall time", FigureText.duration(summary.counts().wallSeconds()));
        fact("Seed", FigureText.text(run.seed()));
        fact("Driver", FigureText.text(run.driver()));
        fact("Started", FigureText.instant(run.manifest().course().started()));
        page.close("dl");
        conservation(summary.conservation());
        digest();
    }

    private void fact(String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close("div");
    }

    private void conservation(RunSummary.Conservation conservation) {
        if (Double.isNaN(conservation.violations())) {
            page.element("p", "Conservation of value was not reported.", "class", "conservation");
            return;
        }
        boolean good = conservation.violations() == 0;
        page.open("p", "class", good ? "conservation good" : "conservation bad");
        term(Term.CONSERVATION, good ? "Value is conserved:" : "Value is NOT conserved:");
        page.text(" " + FigureText.count(conservation.checks()) + " checks, ")
                .text(FigureText.count(conservation.violations()) + " violations")
                .close("p");
    }

    private void digest() {
        if (!run.digest().isEmpty()) {
            page.open("p", "class", "digest");
            term(Term.DIGEST, "Digest");
            page.text(" ").element("code", run.digest()).close("p");
        }
    }

    private void term(Term term, String label) {
        page.element("a", label, "class", "term", "href", "#" + term.anchor(), "title", term.definition());
    }

    private void agents() {
        heading("agents", "Agents");
        agents.results().write(page);
        page.element("p", "Money in " + run.summary().quote() + ". " + sharpeSentence(), "class", "note");
        more("Reward terms per agent", agents.rewards());
        profits();
    }

    private void profits() {
        Table parts = profits.parts();
        if (!parts.isEmpty()) {
            heading("profits", "Where the money came from");
            parts.write(page);
            page.element("p", "The parts sum to the PnL. Losses are negative.", "class", "note");
            more("Marks-out and spreads, basis points", profits.marksOut());
            more("Quoting, queues and exposure", profits.quoting());
        }
        more("Measures of the equity", profits.performance());
    }

    private String sharpeSentence() {
        String stated = run.summary().conventions().sharpeReturns();
        String returns = "Sharpe ratios are of the returns of " + (stated.isEmpty() ? "sampled equity" : stated);
        return run.lastSeconds() >= ANNUALISED_FROM
                ? returns + ", annualised with a year of "
                        + run.summary().conventions().calendar() + "."
                : returns + ", not annualised: the run covers less than 30 simulated days.";
    }

    private void more(String title, Table table) {
        if (!table.isEmpty()) {
            page.open("details").element("summary", title);
            table.write(page);
            page.close("details");
        }
    }

    private void chains() throws IOException {
        if (charts.any(ChartSection.CHAINS) || !run.summary().chains().isEmpty()) {
            section(ChartSection.CHAINS);
            more("Totals per chain", market.chains());
            more("Totals per bridge", market.bridges());
            extracted(
                    "What forged messages of bridges cost, in " + run.summary().quote(), market.forgeries());
            extracted("What bundles extracted, in " + run.summary().quote(), market.searchers());
            extracted("What builders paid for blocks, in the native asset", market.builders());
        }
    }

    private void extracted(String title, Table table) {
        if (!table.isEmpty()) {
            page.element("h3", title);
            table.write(page);
        }
    }

    private void fills() throws IOException {
        section(ChartSection.FILLS);
        agents.fills().write(page);
        more("Venues", market.venues());
    }

    private void interventions() throws IOException {
        section(ChartSection.RISK);
        Interventions interventions = run.interventions();
        if (interventions.total() == 0) {
            page.element("p", "None was recorded.", "class", "note");
        } else {
            page.element("p", counted(interventions), "class", "note");
            page.open("details", "open", interventions.listed().size() <= 12 ? "open" : "")
                    .element(
                            "summary",
                            "First " + interventions.listed().size() + " of "
                                    + FigureText.count(interventions.total()));
            agents.interventions().write(page);
            page.close("details");
        }
        more("Faults per agent", agents.faults());
        more("Refused commands per agent", agents.refusals());
    }

    private void sectionIfAny(ChartSection section) throws IOException {
        if (charts.any(section)) {
            section(section);
        }
    }

    private static String counted(Interventions interventions) {
        var parts = new ArrayList<String>();
        interventions.counts().forEach((kind, count) -> parts.add(FigureText.count(count) + " × " + kind));
        return String.join(", ", parts) + ". They are marked on the equity chart.";
    }

    private void reproduce() {
        RunManifest manifest = run.manifest();
        heading("reproduce", "Run it again");
        page.open("div", "class", "command")
                .element("code", manifest.command().isEmpty() ? "The command was not recorded." : manifest.command())
                .close("div");
        if (!run.digest().isEmpty()) {
            page.element("p", "The digest must then be " + run.digest() + ".", "class", "note");
        }
        page.open("dl", "class", "facts small");
        fact("Catallaxy", FigureText.text(manifest.program().catallaxy()));
        fact("Commit", FigureText.text(manifest.program().commit()));
        fact("JDK", FigureText.text(manifest.program().jdk()));
        fact("System", FigureText.text(manifest.program().os()));
        fact("Config digest", FigureText.text(manifest.subject().configDigest()));
        fact("Run folder", run.path().toString());
        page.close("dl");
    }

    private void section(ChartSection section) throws IOException {
        heading(section.id(), section.heading());
        charts.write(section);
    }

    private void heading(String id, String title) {
        page.element("h2", title, "id", group + "-" + id);
    }
}
