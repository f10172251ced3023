package catallaxy.scenarios.report;

import catallaxy.agents.statistics.Estimate;
import java.util.List;
import java.util.function.Predicate;

/** The part of a page that shows simulations by group: figures over the seeds, and differences to a base group. */
final class RunTableSection {
    private final RunTable table;
    private final Markup page;

    RunTableSection(RunTable table, Markup page) {
        this.table = table;
        this.page = page;
    }

    void write() {
        page.element("h2", "Figures over the seeds", "id", "over-seeds");
        table.notes().forEach(note -> page.element("p", note, "class", "note"));
        groups().write(page);
        agents().forEach(agent -> figures(agent).write(page));
        if (table.pairs().stream().anyMatch(each -> each.seeds() > 0)) {
            page.element("h2", "Differences on the same seeds", "id", "paired");
            page.element(
                    "p",
                    "Each group less " + RunGroup.label(table.pairs().getFirst().base())
                            + ", seed by seed: what luck both had is"
                            + " taken out. A difference whose interval holds 0 may be luck still.",
                    "class",
                    "note");
            agents().forEach(agent -> differences(agent).write(page));
        }
        explain();
    }

    private List<String> agents() {
        return table.groups().stream()
                .flatMap(group -> group.rows().stream())
                .map(RunGroup.Row::agent)
                .distinct()
                .toList();
    }

    private Table groups() {
        Table groups = new Table().text("Group").number("Runs");
        table.groups()
                .forEach(group ->
                        groups.row().cell(group.label()).cell(group.count().text()));
        return groups;
    }

    /** A table of the chief figures, and one of the others that is folded. */
    private record Figures(String agent, Table chief, Table others) {
        private void write(Markup page) {
            if (!chief.isEmpty() || !others.isEmpty()) {
                page.element("h3", agent);
            }
            if (!chief.isEmpty()) {
                chief.write(page);
            }
            if (!others.isEmpty()) {
                page.open("details").element("summary", "Further figures");
                others.write(page);
                page.close("details");
            }
        }
    }

    private Figures figures(String agent) {
        return new Figures(
                agent, figures(agent, RunTable::isChief), figures(agent, figure -> !RunTable.isChief(figure)));
    }

    private Table figures(String agent, Predicate<String> which) {
        Table figures = new Table()
                .text("Figure")
                .text("Group")
                .number("n")
                .number("Mean")
                .number("95 % interval")
                .number("IQM")
                .number("Sd")
                .number("Seeds");
        List<String> names = table.groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.agent().equals(agent) && row.tellsSomething() && which.test(row.figure()))
                .map(RunGroup.Row::figure)
                .distinct()
                .toList();
        for (String name : names) {
            table.groups()
                    .forEach(group -> group.rows().stream()
                            .filter(row ->
                                    row.agent().equals(agent) && row.figure().equals(name))
                            .forEach(row -> figure(figures, group, row)));
        }
        return figures;
    }

    private static void figure(Table figures, RunGroup group, RunGroup.Row row) {
        int decimals = row.decimals();
        figures.row()
                .cell(row.figure())
                .cell(group.label())
                .cell(FigureText.count(row.n()))
                .cell(FigureText.decimals(row.mean().map(Estimate::value).orElse(Double.NaN), decimals))
                .cell(row.mean().map(mean -> interval(mean, decimals)).orElse(FigureText.UNKNOWN))
                .cell(FigureText.decimals(row.iqm(), decimals))
                .cell(FigureText.decimals(row.sd(), decimals))
                .cell(seeds(row.seeds()));
    }

    private Figures differences(String agent) {
        return new Figures(
                agent, differences(agent, RunTable::isChief), differences(agent, figure -> !RunTable.isChief(figure)));
    }

    private Table differences(String agent, Predicate<String> which) {
        Table differences = new Table()
                .text("Figure")
                .text("Group")
                .number("n")
                .number("Difference")
                .number("95 % interval")
                .number("Seeds, shared")
                .number("Seeds of each, not shared");
        for (RunPairs pairs : table.pairs()) {
            pairs.rows().stream()
                    .filter(row -> row.agent().equals(agent) && row.tellsSomething() && which.test(row.figure()))
                    .forEach(row -> difference(differences, pairs, row));
        }
        return differences;
    }

    private static void difference(Table differences, RunPairs pairs, RunPairs.Row row) {
        int decimals = row.decimals();
        differences
                .row()
                .cell(row.figure())
                .cell(RunGroup.label(pairs.settings()))
                .cell(FigureText.count(row.difference().runs()))
                .cell(FigureText.decimals(row.difference().value(), decimals))
                .cell(interval(row.difference(), decimals))
                .cell(seeds(row.seedsPaired()))
                .cell(seeds(row.seedsUnpaired()));
    }

    private static String interval(Estimate estimate, int decimals) {
        return estimate.hasInterval()
                ? FigureText.decimals(estimate.low(), decimals) + " to "
                        + FigureText.decimals(estimate.high(), decimals)
                : FigureText.UNKNOWN;
    }

    private static String seeds(long seeds) {
        if (seeds > RunTable.MOST_SEEDS) {
            return "> " + FigureText.count(RunTable.MOST_SEEDS);
        }
        return seeds > 0 ? FigureText.count(seeds) : FigureText.UNKNOWN;
    }

    private void explain() {
        page.element(
                "p",
                "Figures have the names of summary.json; those that are 0 in all groups are left out. n runs in which the figure"
                        + " is a number. Mean with its 95 % interval over seeds, bootstrap-t with 2000 replicates; one run has"
                        + " none. IQM: mean of the middle half of the runs, of fewer than four of all. Sd: of one run. Seeds: how"
                        + " many an interval of " + width()
                        + " takes. Of every twenty intervals one does not hold the truth, so"
                        + " that among many figures some differ by luck.",
                "class",
                "note");
    }

    private String width() {
        return table.choice().widths().isEmpty()
                ? "half this width"
                : "the wanted width, else of half the present one,";
    }
}
