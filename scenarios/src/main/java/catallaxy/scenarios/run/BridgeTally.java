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

    BridgeTally(RunNames names) {
        this.names = names;
        this.ids = names.engine().spec().bridges().stream().map(BridgeSpec::id).toList();
        this.counts = new long[ids.size()][2];
        this.worth = new double[ids.size()][2];
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
            totals.add(new BridgeTotals(
                    ids.get(bridge),
                    counts[bridge][0],
                    RunDecimals.rounded(worth[bridge][0]),
                    counts[bridge][1],
                    RunDecimals.rounded(worth[bridge][1]),
                    RunDecimals.rounded(inTransitWorth(names.engine(), bridge))));
        }
        return totals;
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
