package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Piece;
import java.util.Iterator;
import java.util.List;

/**
 * What a participant has of an asset at another place: what it gets here it spends there at once, one for one, as far as its stock goes,
 * which is later to be brought back. So two places gain from each other without waiting for a transfer.
 */
public record OwnStock(MarketView market, int participant, int asset, int fromPlace, int toPlace)
        implements Conversion {
    @Override
    public AssetAt from() {
        return new AssetAt(fromPlace, asset);
    }

    @Override
    public AssetAt to() {
        return new AssetAt(toPlace, asset);
    }

    @Override
    public String by() {
        return "stock of " + market.map().assets().get(asset).symbol() + " at "
                + market.map().places().get(toPlace);
    }

    private double stock() {
        return Gas.spendable(market, participant, toPlace, asset);
    }

    @Override
    public double rate() {
        return stock() > 0 ? 1 : 0;
    }

    @Override
    public double out(double in) {
        return StrictMath.clamp(in, 0, stock());
    }

    @Override
    public double inTo(double rate) {
        return rate < 1 ? stock() : 0;
    }

    @Override
    public UInt256 outUnits(UInt256 in) {
        return in.min(market.map().units(asset, stock()));
    }

    @Override
    public Iterator<Piece> pieces() {
        return List.of(Piece.flat(1, stock())).iterator();
    }

    @Override
    public long delayNanos() {
        return 0;
    }

    @Override
    public boolean isAtomic() {
        return false;
    }

    @Override
    public double gasQuote() {
        return 0;
    }
}
