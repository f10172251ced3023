package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.BridgeTotals;
import catallaxy.scenarios.folder.BuilderTotals;
import catallaxy.scenarios.folder.ChainTotals;
import catallaxy.scenarios.folder.InterventionRow;
import catallaxy.scenarios.folder.SearcherTotals;
import catallaxy.scenarios.folder.VenueTotals;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The tables of one run: agents, rewards, faults, fills, chains, venues, interventions. */
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

    Table chains() {
        Table table = new Table()
                .text("Chain")
                .number("Blocks")
                .number("Transactions")
                .number("Reverted")
                .number("Gas used")
                .number("Fees burned");
        boolean reorganised = run.summary().chains().stream().anyMatch(chain -> chain.reorganisations() > 0);
        if (reorganised) {
            table.number("Reorganisations")
                    .number("Deepest")
                    .number("Recalled worth")
                    .number("At most confirmed");
        }
        for (ChainTotals chain : run.summary().chains()) {
            table.row()
                    .cell(chain.id())
                    .cell(FigureText.count(chain.blocks()))
                    .cell(FigureText.count(chain.transactions()))
                    .cell(FigureText.count(chain.reverted()))
                    .cell(FigureText.count(chain.gasUsed()))
                    .cell(FigureText.plain(chain.feesBurned()));
            if (reorganised) {
                table.cell(FigureText.count(chain.reorganisations()))
                        .cell(FigureText.count(chain.deepestReorganisation()))
                        .cell(FigureText.money(chain.recalledWorth()))
                        .cell(FigureText.count(chain.mostConfirmations()));
            }
        }
        return table;
    }

    /** What bundles extracted; empty where there were none. */
    Table searchers() {
        Table table = new Table()
                .text("Strategy")
                .text("Searcher")
                .number("Bundles")
                .number("Dropped")
                .number("Extracted")
                .number("Gas")
                .number("Bids")
                .number("Kept");
        for (SearcherTotals each : run.summary().searchers()) {
            table.row()
                    .cell(FigureText.text(each.strategy()))
                    .cell(FigureText.text(each.searcher()))
                    .cell(FigureText.count(each.bundles()))
                    .cell(FigureText.count(each.dropped()))
                    .cell(FigureText.money(each.extracted()))
                    .cell(FigureText.money(each.gas()))
                    .cell(FigureText.money(each.bids()))
                    .signed(FigureText.money(each.kept()), each.kept());
        }
        return table;
    }

    /** What builders paid for blocks; empty where proposers build them. */
    Table builders() {
        Table table = new Table()
                .text("Chain")
                .number("Builder")
                .number("Blocks")
                .number("Worth")
                .number("Paid")
                .number("Kept");
        for (BuilderTotals each : run.summary().builders()) {
            double kept = each.value() - each.bids();
            table.row()
                    .cell(FigureText.text(each.chain()))
                    .cell(FigureText.count(each.builder()))
                    .cell(FigureText.count(each.blocks()))
                    .cell(FigureText.plain(each.value()))
                    .cell(FigureText.plain(each.bids()))
                    .signed(FigureText.plain(kept), kept);
        }
        return table;
    }

    Table bridges() {
        Table table = new Table()
                .text("Bridge")
                .number("Arrived")
                .number("Worth arrived")
                .number("Came back")
                .number("Worth back")
                .number("Still on its way");
        for (BridgeTotals bridge : run.summary().bridges()) {
            table.row()
                    .cell(bridge.id())
                    .cell(FigureText.count(bridge.arrived()))
                    .cell(FigureText.money(bridge.arrivedWorth()))
                    .cell(FigureText.count(bridge.returned()))
                    .cell(FigureText.money(bridge.returnedWorth()))
                    .cell(FigureText.money(bridge.inTransitWorth()));
        }
        return table;
    }

    Table venues() {
        Table table = new Table()
                .text("Venue")
                .text("Kind")
                .text("Pair")
                .number("Trades")
                .number("Volume")
                .number("Final price")
                .number("Spread, bps")
                .number("Taker fee, bps")
                .number("Maker fee, bps");
        for (VenueTotals venue : run.summary().venues()) {
            table.row()
                    .cell(FigureText.text(venue.id()))
                    .cell(FigureText.text(venue.kind()))
                    .cell(venue.base() + "/" + venue.quote())
                    .cell(FigureText.count(venue.trades()))
                    .cell(FigureText.money(venue.volume()))
                    .cell(FigureText.plain(venue.finalPrice()))
                    .cell(FigureText.plain(venue.spreadBps()))
                    .cell(FigureText.plain(venue.takerFeeBps()))
                    .cell(FigureText.plain(venue.makerFeeBps()));
        }
        return table;
    }

    /** A key such as {@code feePips} as words. */
    private static String words(String key) {
        String spaced =
                key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
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
