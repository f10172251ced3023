package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.pool.PoolCurve;
import catallaxy.environment.market.venue.pool.PoolFlash;
import catallaxy.environment.market.venue.pool.SharedPool;
import catallaxy.environment.market.venue.stableswap.StableSwapCurve;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A Balancer pool as a venue's pool, alone in a vault. Remembers the last picture of its curve. */
final class BalancerVenue implements SharedPool, PoolFlash {
    private static final int POOL = 0;
    private static final double UNITS = 1e18;

    private final BalancerVault vault;
    private UInt256[] pictured = {};
    private PoolCurve picture = new WeightedPoolCurve(new double[0], new double[0], 0, PowerVersion.EXACT);

    BalancerVenue(BalancerVault vault) {
        this.vault = vault;
    }

    BalancerVault vault() {
        return vault;
    }

    private BalancerPool pool() {
        return vault.pool(POOL);
    }

    @Override
    public List<Integer> assets() {
        return pool().assets();
    }

    @Override
    public int account() {
        return vault.account();
    }

    @Override
    public UInt256 balance(int place) {
        return pool().balance(place);
    }

    @Override
    public int shares() {
        return pool().shares().asset();
    }

    @Override
    public UInt256 totalShares(Ledger ledger) {
        return pool().shares().total(ledger);
    }

    @Override
    public double feeRate() {
        return pool().terms().swapFee() / UNITS;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a pool's balances are replaced as a whole
    public PoolCurve curve(Ledger ledger) {
        UInt256[] balances = pool().balances();
        if (balances != pictured) {
            double[] whole = new double[balances.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = ledger.toWhole(assets().get(i), balances[i]);
            }
            picture = curve(whole);
            pictured = balances;
        }
        return picture;
    }

    private PoolCurve curve(double[] whole) {
        return switch (pool().terms().curve()) {
            case WeightedCurve weighted ->
                new WeightedPoolCurve(
                        whole,
                        weighted.weights().stream()
                                .mapToDouble(each -> each.doubleValue() / UNITS)
                                .toArray(),
                        feeRate(),
                        weighted.power());
            case StableCurve stable ->
                new StableSwapCurve(whole, stable.amplification(), new StableSwapCurve.Fees(feeRate(), 0, 0));
        };
    }

    private BalancerSwap given(int in, int out, UInt256 amountIn) {
        return new BalancerSwap(POOL, assets().get(in), assets().get(out), amountIn);
    }

    @Override
    public Result quote(long seconds, int in, int out, UInt256 amountIn) {
        return amountIn.isZero()
                ? Result.reverted(BalancerError.UNKNOWN_AMOUNT_IN_FIRST_SWAP.reason())
                : vault.quote(true, given(in, out, amountIn));
    }

    @Override
    public Result swap(Ledger ledger, long seconds, int in, int out, UInt256 amountIn, int from, int to) {
        Result done = vault.swap(ledger, true, given(in, out, amountIn), UInt256.ZERO, from, to);
        return done.ok() ? Result.of(done.amounts().getLast()) : done;
    }

    @Override
    public Result join(Ledger ledger, long seconds, List<UInt256> amounts, UInt256 leastShares, int account) {
        return first(vault.join(ledger, POOL, new BalancerJoin.ExactIn(amounts, leastShares), account));
    }

    @Override
    public Result joinForShares(Ledger ledger, long seconds, UInt256 shares, int place, UInt256 most, int account) {
        return at(place, vault.join(ledger, POOL, new BalancerJoin.ForShares(shares, place, most), account));
    }

    @Override
    public Result exit(Ledger ledger, long seconds, UInt256 shares, List<UInt256> least, int account) {
        Result done = vault.exit(ledger, POOL, new BalancerExit.Proportional(shares, least), account);
        return done.ok()
                ? new Result("", done.amounts().subList(1, done.amounts().size()))
                : done;
    }

    @Override
    public Result exitInOne(Ledger ledger, long seconds, UInt256 shares, int place, UInt256 least, int account) {
        return at(place, vault.exit(ledger, POOL, new BalancerExit.Single(shares, place, least), account));
    }

    @Override
    public Result exitExactly(Ledger ledger, long seconds, List<UInt256> amounts, UInt256 mostShares, int account) {
        return first(vault.exit(ledger, POOL, new BalancerExit.ExactOut(amounts, mostShares), account));
    }

    private static Result first(Result done) {
        return done.ok() ? Result.of(done.amount()) : done;
    }

    private static Result at(int place, Result done) {
        return done.ok() ? Result.of(done.amounts().get(1 + place)) : done;
    }

    @Override
    public Optional<PoolFlash> flash() {
        return Optional.of(this);
    }

    @Override
    public UInt256 fee(UInt256 amount) {
        return vault.flashFee(amount);
    }

    @Override
    public Result lend(Ledger ledger, List<Integer> assets, List<UInt256> amounts, int borrower, Supplier<Result> use) {
        return vault.flashLoan(ledger, assets, amounts, borrower, _ -> use.get());
    }

    @Override
    public BalancerVenue copy() {
        return new BalancerVenue(vault.copy());
    }

    @Override
    public void restore(SharedPool earlier) {
        vault.restore(((BalancerVenue) earlier).vault);
    }

    @Override
    public void save(StateWriter out) {
        int[] decimals =
                pool().terms().decimals().stream().mapToInt(Integer::intValue).toArray();
        out.ints(decimals, decimals.length);
        vault.save(out);
    }
}
