package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.List;

/**
 * A workload of exact-input swaps on one pool, each of which crosses one initialised tick, for a caller that reads a clock.
 * The pool is one of ETH against USDC near 3,000 with a fee of 500 pips and positions of different size that begin or end at each of 81
 * ticks. The price goes from the middle between two of them to the middle above or below, in random direction, through the
 * ledger, with a payment back when the output has been paid; time advances by twelve seconds after every {@code swapsPerBlock} swaps.
 * Owned by one thread.
 */
public final class V3SwapBenchmark {
    private static final long BLOCK_SECONDS = 12;
    private static final int SPACING = 10;
    private static final int STRETCHES = 80;

    /** Near the tick of 3,000 USDC of 6 decimals for an ETH of 18. */
    private static final int LOWEST = -196_700;

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)));
    private final int trader = ledger.openIssuer("trader");
    private final V3Pool pool = new V3Pool(ledger.openAccount("pool"), 0, 1, 500, SPACING);
    private final V3Callee payer = this::pay;
    private final UInt256[] amountDown = new UInt256[STRETCHES];
    private final UInt256[] amountUp = new UInt256[STRETCHES];
    private final int swapsPerBlock;
    private long seconds = 1;
    private long random;
    private int inBlock;
    private int stretch;

    /**
     * A workload over a fresh pool.
     *
     * @param seed          of the directions
     * @param swapsPerBlock after how many swaps time advances, at least 1
     */
    public V3SwapBenchmark(long seed, int swapsPerBlock) {
        if (swapsPerBlock <= 0) {
            throw new IllegalArgumentException("swaps per block: " + swapsPerBlock);
        }
        random = seed;
        this.swapsPerBlock = swapsPerBlock;
        pool.initialize(context(), middle(0));
        for (int i = 0; i < STRETCHES; i++) {
            mint(tick(i), tick(i + 1), 1 + i % 7);
        }
        mint(tick(-1000), tick(1000), 40);
        measure();
    }

    private static int tick(int stretch) {
        return LOWEST + SPACING * stretch;
    }

    private static UInt256 middle(int stretch) {
        UInt256 below = TickMath.sqrtRatioAtTick(tick(stretch) + SPACING / 2 - 1);
        return below.plusExact(TickMath.sqrtRatioAtTick(tick(stretch) + SPACING / 2))
                .shiftRight(1);
    }

    private void mint(int lower, int upper, int size) {
        UInt256 liquidity = UInt256.of((size * 1_000_000_000_000_000_000L) >> 3);
        require(pool.mint(context(), trader, lower, upper, liquidity, payer).status());
    }

    /** What leads from the middle of each stretch to that of the next, fee included. */
    private void measure() {
        for (int i = 0; i + 1 < STRETCHES; i++) {
            amountUp[i] = toMiddle(i + 1, false);
        }
        for (int i = STRETCHES - 1; i > 0; i--) {
            amountDown[i] = toMiddle(i - 1, true);
        }
        stretch = 0;
    }

    private UInt256 toMiddle(int next, boolean zeroForOne) {
        V3Trade trade = pool.swap(context(), zeroForOne, true, UInt256.powerOfTwo(120), middle(next), trader, payer);
        require(trade.status());
        return trade.amountIn();
    }

    private V3Context context() {
        return V3Context.of(ledger, seconds);
    }

    private V3Status pay(UInt256 owed0, UInt256 owed1) {
        boolean paid = owed1.isZero()
                ? ledger.transfer(trader, pool.account(), 0, owed0)
                : (owed0.isZero() || ledger.transfer(trader, pool.account(), 0, owed0))
                        && ledger.transfer(trader, pool.account(), 1, owed1);
        return paid ? V3Status.OK : V3Status.TRANSFER_FROM_FAILED;
    }

    private static void require(V3Status status) {
        if (!status.ok()) {
            throw new IllegalStateException(status.reason());
        }
    }

    /**
     * Makes so many swaps more.
     *
     * @return a number that depends on all of them
     * @throws IllegalStateException if one reverts, or crosses none or more than one tick
     */
    public long run(int swaps) {
        for (int i = 0; i < swaps; i++) {
            swap();
            if (++inBlock == swapsPerBlock) {
                inBlock = 0;
                seconds += BLOCK_SECONDS;
            }
        }
        return pool.sqrtPriceX96().hashCode() * 31L
                + pool.storage().state().feeGrowth0X128().hashCode();
    }

    private void swap() {
        boolean down = stretch > 0 && (stretch == STRETCHES - 1 || next() < 0);
        UInt256 amount = down ? amountDown[stretch] : amountUp[stretch];
        V3Trade trade = pool.swap(context(), down, true, amount, V3Pool.farthestLimit(down), trader, payer);
        require(trade.status());
        if (trade.crossed() != 1) {
            throw new IllegalStateException(trade + " crossed " + trade.crossed());
        }
        stretch += down ? -1 : 1;
    }

    private long next() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random ^ (random >>> 29);
    }
}
