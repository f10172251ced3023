package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/**
 * A workload of exact-input swaps on one pool of three assets, for a caller that reads a clock. The pool holds 50, 40 and 60 million of
 * assets of 18, 6 and 6 decimals, A = 200, fee 4 bps, half of it the owner's. Each swap computes D and the new balance anew, as the
 * contract does, takes the fee and moves input and output through the ledger. Amounts are uniform up to about 8,400 whole units, between random
 * assets. Owned by one thread.
 */
public final class StableSwapBenchmark {
    private static final int[] DECIMALS = {18, 6, 6};
    private static final long AMOUNT_MASK = 0x1_ffff_ffffL;

    private final Ledger ledger = new Ledger(
            List.of(new AssetSpec("A", DECIMALS[0]), new AssetSpec("B", DECIMALS[1]), new AssetSpec("C", DECIMALS[2])));
    private final int trader = ledger.openIssuer("trader");
    private final StableSwapPool pool;
    private long random;

    /** A workload over a fresh pool; the seed is of amounts and assets. */
    public StableSwapBenchmark(long seed) {
        random = seed;
        StableSwapTerms terms = new StableSwapTerms(List.of(18, 6, 6), 200, 4_000_000, 5_000_000_000L);
        pool = new StableSwapPool(StableSwapAccounts.open(ledger, "pool", List.of(0, 1, 2)), terms);
        List<UInt256> first = List.of(
                UInt256.parse("50000000000000000000000000"),
                UInt256.parse("40000000000000"),
                UInt256.parse("60000000000000"));
        pool.add(ledger, 0, first, UInt256.ZERO, trader);
    }

    /**
     * Makes so many swaps more.
     *
     * @return a number that depends on all of them
     * @throws IllegalStateException if one reverts
     */
    public long run(int swaps) {
        for (int i = 0; i < swaps; i++) {
            swap();
        }
        return pool.balance(0).hashCode() * 31L + pool.balance(1).hashCode();
    }

    private void swap() {
        long drawn = next();
        int in = (int) Long.remainderUnsigned(drawn >>> 40, 3);
        int out = (in + 1 + (int) ((drawn >>> 38) & 1)) % DECIMALS.length;
        UInt256 micros = UInt256.of(drawn & AMOUNT_MASK);
        UInt256 amountIn = in == 0 ? micros.timesExact(UInt256.of(1_000_000_000_000L)) : micros;
        Result result = pool.swap(ledger, 0, in, out, amountIn, UInt256.ZERO, trader, trader);
        if (!result.ok()) {
            throw new IllegalStateException(amountIn + " in: " + result.reason());
        }
    }

    private long next() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random ^ (random >>> 29);
    }
}
