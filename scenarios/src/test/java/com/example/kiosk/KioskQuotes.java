package com.example.kiosk;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** What a kiosk offers those who decide: the posted price, as far as the stock goes. */
record KioskQuotes(KioskSpec spec, int venue, Kiosk kiosk, Ledger ledger) implements Quoting {
    @Override
    public double price() {
        return ledger.toWhole(spec.quote(), kiosk.price());
    }

    @Override
    public double feeRate() {
        return spec.feePips() / 1e6;
    }

    @Override
    public double out(int assetIn, double in) {
        return in > 0 ? StrictMath.min(in * rate(assetIn), stock(other(assetIn))) : 0;
    }

    @Override
    public double in(int assetOut, double out) {
        return out <= stock(assetOut) ? out / rate(other(assetOut)) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double inTo(int assetIn, double rate) {
        return rate(assetIn) >= rate ? stock(other(assetIn)) / rate(assetIn) : 0;
    }

    /** However much is traded at once, the price falls by one step. */
    @Override
    public double inForDrop(int assetIn, double drop) {
        return drop * 1e6 >= spec.stepPips() ? stock(other(assetIn)) / rate(assetIn) : 0;
    }

    @Override
    public double dust(int asset) {
        return ledger.toWhole(asset, UInt256.of(1_000));
    }

    @Override
    public Call swap(int assetIn, Amount in, UInt256 least) {
        return new Call.Swap(List.of(venue), assetIn, in, least);
    }

    /** Units out for a unit in, fee paid. */
    private double rate(int assetIn) {
        return (1 - feeRate()) * (assetIn == spec.base() ? price() : 1 / price());
    }

    /** All but a thousandth: the price may have moved a step by the time that a trade arrives. */
    private double stock(int asset) {
        return 0.999 * ledger.balanceAsDouble(kiosk.account(), asset);
    }

    private int other(int asset) {
        return asset == spec.base() ? spec.quote() : spec.base();
    }
}
