package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What a pair of a pool offers those who decide, in whole units. */
class PoolQuotes implements Quoting {
    private static final double DUST = 1e-6;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int venue;
    private final SharedPool pool;
    private final Ledger ledger;
    private final PoolPairs pair;
    private final LongSupplier now;

    /** @param now present time, nanoseconds */
    PoolQuotes(int venue, SharedPool pool, PoolPairs pair, Ledger ledger, LongSupplier now) {
        this.venue = venue;
        this.pool = pool;
        this.pair = pair;
        this.now = now;
        this.ledger = ledger;
    }

    final SharedPool pool() {
        return pool;
    }

    final Ledger ledger() {
        return ledger;
    }

    final int venue() {
        return venue;
    }

    @Override
    public double price() {
        return pool.curve(ledger).price(pair.base(), pair.quote());
    }

    @Override
    public double feeRate() {
        return pool.feeRate();
    }

    @Override
    public double out(int assetIn, double in) {
        int place = place(assetIn);
        return pool.curve(ledger).out(place, other(place), in);
    }

    @Override
    public Optional<UInt256> outUnits(int assetIn, UInt256 in) {
        int place = place(assetIn);
        Result result = pool.quote(now.getAsLong() / NANOS_PER_SECOND, place, other(place), in);
        return Optional.of(result.ok() ? result.amount() : UInt256.ZERO);
    }

    @Override
    public double in(int assetOut, double out) {
        int place = place(assetOut);
        return pool.curve(ledger).in(other(place), place, out);
    }

    @Override
    public double inTo(int assetIn, double rate) {
        int place = place(assetIn);
        return rate > 0 ? pool.curve(ledger).inTo(place, other(place), rate) : 0;
    }

    @Override
    public double inForDrop(int assetIn, double drop) {
        int place = place(assetIn);
        return pool.curve(ledger).inForDrop(place, other(place), drop);
    }

    @Override
    public double dust(int asset) {
        return DUST * held(place(asset));
    }

    @Override
    public Call swap(int assetIn, Amount in, UInt256 least) {
        return new Call.Swap(List.of(venue), assetIn, in, least);
    }

    final double held(int place) {
        return ledger.toWhole(pool.assets().get(place), pool.balance(place));
    }

    private int place(int asset) {
        return pool.assets().get(pair.base()) == asset ? pair.base() : pair.quote();
    }

    private int other(int place) {
        return pair.base() + pair.quote() - place;
    }
}
