package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.InterventionRow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The tables of what the agents of one run did: results, rewards, faults, fills, interventions. */
final class AgentTables {
    private final RunFolder run;
    private final List<AgentResult> results;

    AgentTables(RunFolder run) {
        this.run = run;
        this.results = AgentResult.of(run);
    }

    Table results() {
        Table table = new Table()
                .text("Agent")
                .number("Initial")
                .number("Final")
                .number(Term.PNL)
                .number(Term.OVER_HOLDING)
                .number(Term.PNL_AT_VENUES)
                .number(Term.RETURN)
                .number(Term.SHARPE)
                .number(Term.MAX_DRAWDOWN)
                .number(Term.FILLS)
                .number(Term.FEES)
                .number(Term.GAS);
        results.forEach(result -> resultRow(table, result));
        return table;
    }

    private static void resultRow(Table table, AgentResult result) {
        table.row()
                .cell(result.id(), result.halted() ? result.role() + " · halted" : result.role())
                .cell(FigureText.money(result.worth().initialEquity()))
                .cell(FigureText.money(result.worth().finalEquity()))
                .signed(
                        FigureText.signedMoney(result.worth().pnl()),
                        result.worth().pnl())
                .signed(
                        FigureText.signedMoney(result.worth().pnlOverHolding()),
                        result.worth().pnlOverHolding())
                .signed(
                        FigureText.signedMoney(result.worth().pnlAtVenues()),
                        result.worth().pnlAtVenues())
                .signed(FigureText.signedPercent(result.returned()), result.returned())
                .cell(FigureText.significant(result.sharpe(), 4))
                .cell(FigureText.percent(result.maxDrawdown()), result.drawdownPeriod())
                .cell(FigureText.count(result.traded().fills()))
                .cell(FigureText.money(result.traded().feesPaid()))
                .cell(FigureText.money(result.traded().gasPaid()));
    }

    Table rewards() {
        return byAgent(agent -> agent.result().rewards(), FigureText::plain);
    }

    Table faults() {
        return byAgent(agent -> agent.conduct().faults(), FigureText::count);
    }

    Table refusals() {
        return byAgent(AgentTables::refused, FigureText::count);
    }

    private static Map<String, Double> refused(AgentTotals agent) {
        Map<String, Double> refused = new LinkedHashMap<>(agent.trading().refusals());
        if (agent.trading().beyondMeans() > 0) {
            refused.put("Beyond its means, cut or not sent", agent.trading().beyondMeans());
        }
        return refused;
    }

    private Table byAgent(Function<AgentTotals, Map<String, Double>> figures, Function<Double, String> text) {
        Set<String> names = new LinkedHashSet<>();
        List<AgentTotals> agents = run.summary().agents();
        agents.forEach(agent -> names.addAll(figures.apply(agent).keySet()));
        Table table = new Table().text("Agent");
        names.forEach(name -> table.number(words(name)));
        for (AgentTotals agent : names.isEmpty() ? List.<AgentTotals>of() : agents) {
            table.row().cell(agent.id());
            names.forEach(name -> table.cell(text.apply(figures.apply(agent).getOrDefault(name, Double.NaN))));
        }
        return table;
    }

    /** A key such as {@code feePips} as words. */
    private static String words(String key) {
        String spaced =
                key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    Table fills() {
        Table table = new Table()
                .text("Participant")
                .number(Term.FILLS)
                .number("Bought")
                .number("Sold")
                .number(Term.MAKER_SHARE)
                .number(Term.VOLUME)
                .number(Term.EDGE);
        run.fills().tallies().forEach((agent, tally) -> fillRow(table, agent, "", tally));
        if (run.fills().backgroundParticipants() > 0) {
            String note = FigureText.count(run.fills().backgroundParticipants()) + " participants";
            fillRow(table, "background", note, run.fills().background());
        }
        return table;
    }

    private static void fillRow(Table table, String name, String note, FillTally tally) {
        double makerShare = tally.fills() == 0 ? Double.NaN : (double) tally.makers() / tally.fills();
        table.row()
                .cell(name, note)
                .cell(FigureText.count(tally.fills()))
                .cell(FigureText.count(tally.buys()))
                .cell(FigureText.count(tally.fills() - tally.buys()))
                .cell(FigureText.percent(makerShare))
                .cell(FigureText.money(tally.volume()))
                .signed(FigureText.decimals(tally.edgeBps(), 2), tally.edgeBps());
    }

    Table interventions() {
        Table table = new Table()
                .text("Time")
                .text("By")
                .text("Agent")
                .text("Kind")
                .text("From")
                .text("To")
                .text("Reason");
        for (InterventionRow row : run.interventions().listed()) {
            table.row()
                    .cell(FigureText.time(row.timeSeconds().doubleValue()))
                    .cell(row.agent())
                    .cell(FigureText.text(row.target()))
                    .cell(row.kind())
                    .cell(FigureText.text(row.from()))
                    .cell(FigureText.text(row.to()))
                    .cell(FigureText.text(row.reason()));
        }
        return table;
    }
}
