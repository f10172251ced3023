package catallaxy.scenarios.run;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.Marks;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.Map;
import java.util.TreeMap;

/** What forged messages cost those who forged them, the validators who signed, and a bridge. One run, one thread. */
final class ForgeryTally {
    private final RunNames names;
    private final int bridge;
    private final double costOfCorruption;
    /** Of each forger, its equity at the venues' prices before its first bribe. */
    private final Map<Integer, Double> before = new TreeMap<>();

    private double bribes;
    private double paidWorth;
    private double stakes;

    ForgeryTally(RunNames names, int bridge) {
        this.names = names;
        this.bridge = bridge;
        this.costOfCorruption =
                names.engine().bridges().get(bridge).costOfCorruption().orElse(Double.NaN);
    }

    void forged(TransportEvent.MessageForged event) {
        double paid = quote(event.bribes());
        bribes += paid;
        before.putIfAbsent(event.participant(), names.engine().equityAtVenues(event.participant()) + paid);
    }

    void paid(TransportEvent.ForgeryPaid event) {
        paidWorth += worth(event.asset(), event.amount());
    }

    void slashed(TransportEvent.ValidatorsSlashed event) {
        stakes += quote(event.amount());
    }

    private double quote(UInt256 units) {
        return names.engine().ledger().toWhole(names.engine().spec().quoteAsset(), units);
    }

    private double worth(int asset, UInt256 units) {
        return names.engine().ledger().toWhole(asset, units) * Marks.WORLD.price(names.engine(), asset);
    }

    /** What the cheapest quorum asked when the run began; NaN where none could be bought. */
    double costOfCorruption() {
        return costOfCorruption;
    }

    double bribes() {
        return bribes;
    }

    double paidWorth() {
        return paidWorth;
    }

    double stakes() {
        return stakes;
    }

    /** Worth of what the bridge owes now and does not have, at the world's prices. */
    double shortfallWorth() {
        MarketEngine engine = names.engine();
        BridgeSpec spec = engine.spec().bridges().get(bridge);
        double worth = 0;
        for (var each : engine.checkConservation().shortfalls()) {
            worth += each.protocol().equals(spec.id()) ? worth(engine.spec().asset(each.asset()), each.amount()) : 0;
        }
        return worth;
    }

    /** What the forgers own more now than before they began. */
    double gain() {
        double gain = 0;
        for (Map.Entry<Integer, Double> each : before.entrySet()) {
            gain += names.engine().equityAtVenues(each.getKey()) - each.getValue();
        }
        return gain;
    }
}
