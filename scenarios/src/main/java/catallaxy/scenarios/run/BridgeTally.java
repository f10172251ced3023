package catallaxy.scenarios.run;

import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.Marks;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.scenarios.folder.BridgeTotals;
import java.util.ArrayList;
import java.util.List;

/** What became of transfers over each bridge in a run. One run, one thread. */
final class BridgeTally {
    private final RunNames names;
    private final List<String> ids;
    /** {@code [bridges]}: how many arrived, and how many came back. */
    private final long[][] counts;
    /** {@code [bridges]}: worth of what arrived, and of what came back. */
    private final double[][] worth;

    /** Of the bridges, what was forged. */
    private final List<ForgeryTally> forgeries = new ArrayList<>();

    BridgeTally(RunNames names) {
        this.names = names;
        this.ids = names.engine().spec().bridges().stream().map(BridgeSpec::id).toList();
        this.counts = new long[ids.size()][2];
        this.worth = new double[ids.size()][2];
        for (int bridge = 0; bridge < ids.size(); bridge++) {
            forgeries.add(new ForgeryTally(names, bridge));
        }
    }

    void forged(TransportEvent.MessageForged event) {
        forgeries.get(ids.indexOf(event.via())).forged(event);
    }

    void paid(TransportEvent.ForgeryPaid event) {
        forgeries.get(ids.indexOf(event.via())).paid(event);
    }

    void slashed(TransportEvent.ValidatorsSlashed event) {
        forgeries.get(ids.indexOf(event.via())).slashed(event);
    }

    /** Counts what came over a bridge; what an exchange credits is none of its. */
    void arrived(TransportEvent.FundsArrived event) {
        int bridge = ids.indexOf(event.via());
        if (bridge >= 0) {
            int way = event.returned() ? 1 : 0;
            MarketEngine engine = names.engine();
            counts[bridge][way]++;
            worth[bridge][way] +=
                    engine.ledger().toWhole(event.asset(), event.amount()) * Marks.WORLD.price(engine, event.asset());
        }
    }

    List<BridgeTotals> totals() {
        List<BridgeTotals> totals = new ArrayList<>();
        for (int bridge = 0; bridge < ids.size(); bridge++) {
            ForgeryTally forged = forgeries.get(bridge);
            totals.add(new BridgeTotals(
                    ids.get(bridge),
                    counts[bridge][0],
                    RunDecimals.rounded(worth[bridge][0]),
                    counts[bridge][1],
                    RunDecimals.rounded(worth[bridge][1]),
                    RunDecimals.rounded(inTransitWorth(names.engine(), bridge)),
                    RunDecimals.rounded(forged.costOfCorruption()),
                    RunDecimals.rounded(forged.bribes()),
                    RunDecimals.rounded(forged.paidWorth()),
                    RunDecimals.rounded(forged.shortfallWorth()),
                    RunDecimals.rounded(forged.gain()),
                    RunDecimals.rounded(forged.stakes())));
        }
        return totals;
    }

    /** The least part of what a bridge owes of one of its assets that it has. */
    static double backing(MarketEngine engine, int bridge) {
        BridgeView view = engine.bridges().get(bridge);
        return engine.spec().bridges().get(bridge).assets().stream()
                .mapToDouble(view::backing)
                .min()
                .orElse(1);
    }

    /** Worth of everything that is on its way over a bridge, in both directions, at the world's prices. */
    static double inTransitWorth(MarketEngine engine, int bridge) {
        BridgeSpec spec = engine.spec().bridges().get(bridge);
        BridgeView view = engine.bridges().get(bridge);
        double worth = 0;
        for (int asset : spec.assets()) {
            double queued = view.queued(asset, spec.homeChain()) + view.queued(asset, spec.remoteChain());
            worth += queued == 0 ? 0 : queued * Marks.WORLD.price(engine, asset);
        }
        return worth;
    }
}
