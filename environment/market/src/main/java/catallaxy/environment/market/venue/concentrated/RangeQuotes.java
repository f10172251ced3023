package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Quotes of a pool with ranges, in whole units, by walks over its ticks. */
public final class RangeQuotes implements Quoting {
    private static final double DUST = 1e-6;

    private final int venue;
    private final RangePool pool;
    private final Ledger ledger;
    private final int base;
    private final int quote;

    /** Quotes of a pool whose assets are of a ledger, by swaps on the venue that it is. */
    public RangeQuotes(int venue, RangePool pool, Ledger ledger) {
        this.venue = venue;
        this.pool = pool;
        this.ledger = ledger;
        this.base = pool.asset0();
        this.quote = pool.asset1();
    }

    @Override
    public double price() {
        double root = root();
        return root * root * quoteUnitsOfBaseUnit();
    }

    private double root() {
        return RangeCurve.root(pool.sqrtPriceX96());
    }

    /** What turns a price in base units into one in whole units. */
    private double quoteUnitsOfBaseUnit() {
        return ledger.baseUnits(base) / ledger.baseUnits(quote);
    }

    @Override
    public double feeRate() {
        return Math.max(pool.feeRate(true), pool.feeRate(false));
    }

    @Override
    public double out(int assetIn, double in) {
        int assetOut = other(assetIn);
        double out = curve(assetIn)
                .input(in * ledger.baseUnits(assetIn) * kept(assetIn))
                .out();
        return out / ledger.baseUnits(assetOut);
    }

    @Override
    public Optional<UInt256> outUnits(int assetIn, UInt256 in) {
        return Optional.of(pool.out(assetIn == base, in));
    }

    @Override
    public double in(int assetOut, double out) {
        int assetIn = other(assetOut);
        RangeCurve curve = curve(assetIn);
        return curve.output(out * ledger.baseUnits(assetOut)) ? paid(assetIn, curve) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double inTo(int assetIn, double rate) {
        double units = rate * ledger.baseUnits(other(assetIn)) / ledger.baseUnits(assetIn) / kept(assetIn);
        if (!(units > 0)) {
            return 0;
        }
        return paid(assetIn, curve(assetIn).to(StrictMath.sqrt(assetIn == base ? units : 1 / units)));
    }

    @Override
    public double inForDrop(int assetIn, double drop) {
        double factor = StrictMath.sqrt(1 - drop);
        return paid(assetIn, curve(assetIn).to(assetIn == base ? root() * factor : root() / factor));
    }

    @Override
    public Iterator<Stretch> stretches(int assetIn) {
        RangeCurve curve = curve(assetIn);
        double fee = pool.feeRate(assetIn == base);
        double unitsIn = ledger.baseUnits(assetIn);
        double unitsOut = ledger.baseUnits(other(assetIn));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return curve.advance();
            }

            @Override
            public Stretch next() {
                if (!curve.advance()) {
                    throw new NoSuchElementException("no liquidity ahead");
                }
                Stretch units = curve.stretch(fee);
                return new Stretch(units.in() / unitsIn, units.out() / unitsOut, units.most() / unitsIn, fee);
            }
        };
    }

    /** A millionth of what the pool would hold if its liquidity at the price were there at all prices. */
    @Override
    public double dust(int asset) {
        double liquidity = pool.liquidity().doubleValue();
        return DUST * (asset == base ? liquidity / root() : liquidity * root()) / ledger.baseUnits(asset);
    }

    @Override
    public Call swap(int assetIn, Amount in, UInt256 least) {
        return new Call.Swap(List.of(venue), assetIn, in, least);
    }

    private RangeCurve curve(int assetIn) {
        return pool.curve(assetIn == base);
    }

    private double paid(int assetIn, RangeCurve curve) {
        return curve.in() / kept(assetIn) / ledger.baseUnits(assetIn);
    }

    /** What the fee leaves of what is paid in. */
    private double kept(int assetIn) {
        return 1 - pool.feeRate(assetIn == base);
    }

    private int other(int asset) {
        return asset == base ? quote : base;
    }
}
