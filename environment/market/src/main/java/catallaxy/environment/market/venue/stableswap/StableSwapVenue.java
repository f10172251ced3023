package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.pool.PoolCurve;
import catallaxy.environment.market.venue.pool.SharedPool;
import java.util.List;

/** A StableSwap pool as a venue's pool. Its amplification does not move; remembers the last picture of its curve. */
final class StableSwapVenue implements SharedPool {
    private static final Result NO_EXACT_SHARES = Result.reverted("StableSwap: NO_EXACT_SHARES");

    private final StableSwapPool pool;
    private final StableSwapCurve.Fees fees;
    private List<UInt256> pictured = List.of();
    private PoolCurve picture;

    StableSwapVenue(StableSwapPool pool) {
        this.pool = pool;
        double units = StableSwapTerms.FEE_UNITS;
        fees = new StableSwapCurve.Fees(
                0, pool.terms().fee() / units, pool.terms().adminFee() / units);
        picture = new StableSwapCurve(new double[assets().size()], 1, fees);
    }

    StableSwapPool pool() {
        return pool;
    }

    @Override
    public List<Integer> assets() {
        return pool.accounts().assets();
    }

    @Override
    public int account() {
        return pool.accounts().pool();
    }

    @Override
    public UInt256 balance(int place) {
        return pool.balance(place);
    }

    @Override
    public int shares() {
        return pool.accounts().shares();
    }

    @Override
    public UInt256 totalShares(Ledger ledger) {
        return pool.totalShares(ledger);
    }

    @Override
    public double feeRate() {
        return fees.ofOutput();
    }

    @Override
    public PoolCurve curve(Ledger ledger) {
        List<UInt256> balances = pool.balances();
        if (!balances.equals(pictured)) {
            double[] whole = new double[balances.size()];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = ledger.toWhole(assets().get(i), balances.get(i));
            }
            double amplification = pool.amplification(0) / (double) StableSwapMath.A_PRECISION;
            picture = new StableSwapCurve(whole, amplification, fees);
            pictured = balances;
        }
        return picture;
    }

    @Override
    public Result quote(long seconds, int in, int out, UInt256 amountIn) {
        return pool.quote(seconds, in, out, amountIn);
    }

    @Override
    public Result swap(Ledger ledger, long seconds, int in, int out, UInt256 amountIn, int from, int to) {
        return pool.swap(ledger, seconds, in, out, amountIn, UInt256.ZERO, from, to);
    }

    @Override
    public Result join(Ledger ledger, long seconds, List<UInt256> amounts, UInt256 leastShares, int account) {
        return pool.add(ledger, seconds, amounts, leastShares, account);
    }

    /** The contract has no such way in. */
    @Override
    public Result joinForShares(Ledger ledger, long seconds, UInt256 shares, int place, UInt256 most, int account) {
        return NO_EXACT_SHARES;
    }

    @Override
    public Result exit(Ledger ledger, long seconds, UInt256 shares, List<UInt256> least, int account) {
        return pool.remove(ledger, shares, least, account);
    }

    @Override
    public Result exitInOne(Ledger ledger, long seconds, UInt256 shares, int place, UInt256 least, int account) {
        return pool.removeOne(ledger, seconds, shares, place, least, account);
    }

    @Override
    public Result exitExactly(Ledger ledger, long seconds, List<UInt256> amounts, UInt256 mostShares, int account) {
        return pool.removeImbalance(ledger, seconds, amounts, mostShares, account);
    }

    @Override
    public StableSwapVenue copy() {
        return new StableSwapVenue(pool.copy());
    }

    @Override
    public void restore(SharedPool earlier) {
        pool.restore(((StableSwapVenue) earlier).pool);
    }

    @Override
    public void save(StateWriter out) {
        pool.save(out);
    }
}
