package catallaxy.environment.market.engine;

import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.ledger.Ledger;
import java.util.OptionalDouble;

/** A bridge as it stands. */
record SeenBridge(MarketState state, int index) implements BridgeView {
    private Bridge bridge() {
        return state.bridges[index];
    }

    private BridgeSpec spec() {
        return state.layout.spec().bridges().get(index);
    }

    private Ledger ledger() {
        return state.settlement.ledger();
    }

    @Override
    public String id() {
        return spec().id();
    }

    @Override
    public boolean carries(int asset, int from, int to) {
        return spec().carries(asset, from, to);
    }

    @Override
    public double received(int asset, int to, double amount) {
        UInt256 units = state.layout.units().toUnits(asset, amount);
        boolean arrives =
                !units.isZero() && bridge().obstacle(ledger(), asset, to, units).isEmpty();
        return arrives
                ? ledger().toWhole(
                                asset,
                                bridge().charge(ledger(), asset, to, units).received())
                : 0;
    }

    @Override
    public double capacity(int asset, int to) {
        return whole(asset, bridge().capacity(ledger(), asset, to));
    }

    @Override
    public double limitLeft(int asset, int to) {
        return whole(asset, bridge().limitLeft(state.timeNanos, asset, to));
    }

    @Override
    public double backing(int asset) {
        return bridge().backing(ledger(), asset);
    }

    @Override
    public OptionalDouble costOfCorruption() {
        int quote = state.layout.spec().quoteAsset();
        return bridge().attestation()
                .costOfCorruption(ledger())
                .map(cost -> OptionalDouble.of(ledger().toWhole(quote, cost)))
                .orElse(OptionalDouble.empty());
    }

    private double whole(int asset, UInt256 units) {
        return units.equals(UInt256.MAX) ? Double.POSITIVE_INFINITY : ledger().toWhole(asset, units);
    }

    @Override
    public double queued(int asset, int to) {
        double queued = 0;
        for (int slot = 0; state.deliveries.size() > 0 && slot < state.deliveries.bound(); slot++) {
            if (state.deliveries.isUsed(slot)) {
                Delivery each = state.deliveries.get(slot);
                boolean counts =
                        each.isOnBridge() && each.via() == index && each.asset() == asset && each.toPlace() == to;
                queued += counts ? ledger().toWhole(asset, each.amount()) : 0;
            }
        }
        return queued;
    }

    /** The finality of a block that is made now, in blocks of the chain. */
    @Override
    public long delayNanos(int from) {
        ChainSpec chain = state.layout.spec().chains().get(from);
        long next = state.chains[from].blockNumber() + 1;
        long blocks = spec().finalWith(chain, next) - next;
        return Math.max(spec().messageDelayNanos(), blocks * chain.blocks().blockTimeNanos());
    }
}
