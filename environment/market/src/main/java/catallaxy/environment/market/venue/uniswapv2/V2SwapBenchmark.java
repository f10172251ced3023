package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/**
 * A workload of exact-input swaps on one pair with reserves near 2^111, for a caller that reads a clock.
 * Each swap quotes, pays in through the ledger, checks the invariant, pays out and updates reserves; time advances by
 * twelve seconds, and with it the price accumulators, after every {@code swapsPerBlock} swaps. Amounts are uniform up
 * to 2^-24 of the reserve, in random direction. Owned by one thread.
 */
public final class V2SwapBenchmark {
    private static final long BLOCK_SECONDS = 12;

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
    private final int trader = ledger.openIssuer("trader");
    private final V2Pair pair = new V2Pair(V2Accounts.open(ledger, "pair", 0, 1));
    private final int swapsPerBlock;
    private long timestamp = 1;
    private long random;
    private int inBlock;

    /**
     * A workload over a fresh pair with reserves of 2^111 and 2^110 base units.
     *
     * @param seed of the amounts and directions
     * @param swapsPerBlock after how many swaps time advances, at least 1
     */
    public V2SwapBenchmark(long seed, int swapsPerBlock) {
        if (swapsPerBlock <= 0) {
            throw new IllegalArgumentException("swaps per block: " + swapsPerBlock);
        }
        random = seed;
        this.swapsPerBlock = swapsPerBlock;
        ledger.issue(trader, pair.accounts().pair(), 0, UInt256.powerOfTwo(111));
        ledger.issue(trader, pair.accounts().pair(), 1, UInt256.powerOfTwo(110));
        pair.mint(ledger, timestamp, trader);
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
            if (++inBlock == swapsPerBlock) {
                inBlock = 0;
                timestamp += BLOCK_SECONDS;
            }
        }
        return pair.reserve0().hashCode() * 31L + pair.price0Cumulative().hashCode();
    }

    private void swap() {
        long high = next();
        boolean zeroForOne = high < 0;
        UInt256 amountIn = UInt256.ofLimbs(0, 0, high & 0x7f_ffffL, next());
        V2Status status = pair.swapExactIn(ledger, timestamp, zeroForOne, amountIn, trader, trader)
                .status();
        if (!status.ok()) {
            throw new IllegalStateException(amountIn + " in: " + status.reason());
        }
    }

    private long next() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random ^ (random >>> 29);
    }
}
