package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.BridgeTotals;
import catallaxy.scenarios.folder.BuilderTotals;
import catallaxy.scenarios.folder.ChainTotals;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.folder.SearcherTotals;
import catallaxy.scenarios.folder.VenueTotals;

/** The tables of the market of one run: its venues, chains and bridges, and what bundles and blocks were worth. */
final class MarketTables {
    private final RunSummary summary;

    MarketTables(RunSummary summary) {
        this.summary = summary;
    }

    /** Trades, prices and fees of each venue that trades a pair. */
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
        for (VenueTotals venue : summary.venues()) {
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

    /** Once one chain was reorganised, all have the columns of it. */
    Table chains() {
        Table table = new Table()
                .text("Chain")
                .number("Blocks")
                .number("Transactions")
                .number("Reverted")
                .number("Gas used")
                .number("Fees burned");
        boolean reorganised = summary.chains().stream().anyMatch(chain -> chain.reorganisations() > 0);
        if (reorganised) {
            table.number("Reorganisations")
                    .number("Deepest")
                    .number("Recalled worth")
                    .number("At most confirmed");
        }
        for (ChainTotals chain : summary.chains()) {
            chainRow(table, chain);
            if (reorganised) {
                reorganisations(table, chain);
            }
        }
        return table;
    }

    private static void chainRow(Table table, ChainTotals chain) {
        table.row()
                .cell(chain.id())
                .cell(FigureText.count(chain.blocks()))
                .cell(FigureText.count(chain.transactions()))
                .cell(FigureText.count(chain.reverted()))
                .cell(FigureText.count(chain.gasUsed()))
                .cell(FigureText.plain(chain.feesBurned()));
    }

    private static void reorganisations(Table table, ChainTotals chain) {
        table.cell(FigureText.count(chain.reorganisations()))
                .cell(FigureText.count(chain.deepestReorganisation()))
                .cell(FigureText.money(chain.recalledWorth()))
                .cell(FigureText.count(chain.mostConfirmations()));
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
        for (SearcherTotals each : summary.searchers()) {
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
        for (BuilderTotals each : summary.builders()) {
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

    /** What forged messages cost whom, of bridges whose validators can be bought. */
    Table forgeries() {
        Table table = new Table()
                .text("Bridge")
                .number("Cost of corruption")
                .number("Bribes")
                .number("Forged")
                .number("Forgers' gain")
                .number("Shortfall")
                .number("Stakes slashed");
        for (BridgeTotals bridge : summary.bridges()) {
            if (bridge.isCorruptible()) {
                table.row()
                        .cell(bridge.id())
                        .cell(FigureText.money(bridge.costOfCorruption()))
                        .cell(FigureText.money(bridge.bribes()))
                        .cell(FigureText.money(bridge.forgedWorth()))
                        .cell(FigureText.money(bridge.forgersGain()))
                        .cell(FigureText.money(bridge.shortfallWorth()))
                        .cell(FigureText.money(bridge.slashed()));
            }
        }
        return table;
    }

    /** What became of transfers over each bridge. */
    Table bridges() {
        Table table = new Table()
                .text("Bridge")
                .number("Arrived")
                .number("Worth arrived")
                .number("Came back")
                .number("Worth back")
                .number("Still on its way");
        for (BridgeTotals bridge : summary.bridges()) {
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
}
