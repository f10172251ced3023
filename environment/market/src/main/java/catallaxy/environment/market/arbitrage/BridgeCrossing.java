package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Piece;
import java.util.Collections;
import java.util.Iterator;

/**
 * A transfer of an asset over a bridge, which arrives later: as much as it would give if it arrived now.
 *
 * @param bridge index of the bridge
 */
public record BridgeCrossing(MarketView market, int bridge, int asset, int fromChain, int toChain)
        implements Conversion {
    private BridgeView view() {
        return market.bridges().get(bridge);
    }

    @Override
    public AssetAt from() {
        return new AssetAt(fromChain, asset);
    }

    @Override
    public AssetAt to() {
        return new AssetAt(toChain, asset);
    }

    @Override
    public String by() {
        return view().id();
    }

    /**
     * How much more arrives of a second unit than of a first, so that a fixed fee does not count: of whole units, for fees are rounded to
     * base units, or of quarters of what it can pay out.
     */
    @Override
    public double rate() {
        double unit = StrictMath.min(1, most() / 4);
        return unit > 0 ? (out(2 * unit) - out(unit)) / unit : 0;
    }

    private double most() {
        return StrictMath.min(view().capacity(asset, toChain), view().limitLeft(asset, toChain));
    }

    @Override
    public double out(double in) {
        return view().received(asset, toChain, in);
    }

    /** All that it can pay out where it keeps little enough. */
    @Override
    public double inTo(double rate) {
        double own = rate();
        return own > rate ? most() / own : 0;
    }

    @Override
    public UInt256 outUnits(UInt256 in) {
        return WholeUnits.floor(market, asset, asset, in, this::out);
    }

    @Override
    public Iterator<Piece> pieces() {
        return Collections.emptyIterator();
    }

    @Override
    public long delayNanos() {
        return view().delayNanos(fromChain);
    }

    @Override
    public boolean isAtomic() {
        return false;
    }

    @Override
    public double gasQuote() {
        return Gas.costQuote(market, fromChain, new Call.BridgeTransfer(bridge, asset, UInt256.ONE));
    }
}
