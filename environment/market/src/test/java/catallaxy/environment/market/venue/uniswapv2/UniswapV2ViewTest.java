package catallaxy.environment.market.venue.uniswapv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniswapV2ViewTest {
    private static final int BASE = 0;
    private static final int QUOTE = 1;
    private static final double UNITS = 1e6;

    private final RandomStream random = RandomStream.of(5, "test/view");
    private final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 6), new AssetSpec("USDC", 6)));
    private final int trader = ledger.openIssuer("trader");
    private int pairs;

    private UniswapV2View pool(double base, double quote) {
        V2Pair pair = new V2Pair(V2Accounts.open(ledger, "pair" + pairs++, BASE, QUOTE));
        ledger.issue(trader, pair.accounts().pair(), BASE, units(base));
        ledger.issue(trader, pair.accounts().pair(), QUOTE, units(quote));
        assertThat(pair.mint(ledger, 1, trader).status()).isEqualTo(V2Status.OK);
        return new UniswapV2View(7, pair, ledger);
    }

    private static UInt256 units(double whole) {
        return UInt256.of((long) (whole * UNITS));
    }

    private double draw() {
        return Math.exp(2 + 15 * random.nextDouble());
    }

    @Test
    void aPoolIsNeverWorthMoreThanItsReservesAndNoGiftRaisesItByMoreThanItself() {
        for (int i = 0; i < 300; i++) {
            double base = draw();
            double quote = draw();
            double worth = pool(base, quote).worthAt(1, 1);
            assertThat(worth).isLessThanOrEqualTo((base + quote) * (1 + 1e-9));
            double gift = base * random.nextDouble();
            assertThat(pool(base + gift, quote).worthAt(1, 1) - worth)
                    .as("a gift into the fuller side")
                    .isLessThanOrEqualTo(base >= quote ? gift * (1 + 1e-6) : Double.MAX_VALUE);
        }
        assertThat(pool(9, 9).worthAt(1, 1)).isCloseTo(18, within(1e-9));
        assertThat(pool(9, 18).worthAt(2, 1)).isCloseTo(36, within(1e-9));
    }

    /** What a small move of a price changes the worth by. */
    @Test
    void theBaseIsTheSlopeOfTheWorth() {
        for (int i = 0; i < 300; i++) {
            UniswapV2View pool = pool(draw(), draw());
            double price = draw();
            double step = 1e-4 * price;
            double slope = (pool.worthAt(price + step, 3) - pool.worthAt(price - step, 3)) / (2 * step);
            assertThat(pool.baseAt(price, 3)).isCloseTo(slope, within(1e-6 * slope));
        }
        assertThat(pool(9, 18).baseAt(2, 1)).isCloseTo(9, within(1e-9));
    }

    /** The quotes are those of the integers, up to their rounding. */
    @Test
    void anOutputIsWhatThePairWouldGive() {
        for (int i = 0; i < 300; i++) {
            double base = 1_000 + draw();
            double quote = 1_000 + draw();
            UniswapV2View pool = pool(base, quote);
            double in = base * 0.1 * random.nextDouble() + 1;
            double exact = V2Library.amountOut(units(in), units(base), units(quote))
                            .amount()
                            .doubleValue()
                    / UNITS;
            assertThat(pool.out(BASE, in)).isCloseTo(exact, within(1e-5 + 1e-9 * quote));
            assertThat(pool.in(QUOTE, pool.out(BASE, in))).isCloseTo(in, within(1e-7 * in));
        }
    }

    @Test
    void afterTheInputToARateOneMoreUnitGivesThatRate() {
        UniswapV2View pool = pool(1_000, 2_000_000);
        double rate = 1_900;
        double in = pool.inTo(BASE, rate);
        double step = 1e-3;
        assertThat((pool.out(BASE, in + step) - pool.out(BASE, in)) / step).isCloseTo(rate, within(0.01));
        assertThat(pool.inTo(BASE, 2_001)).as("already the first gives less").isZero();
        double dropped = pool.inForDrop(BASE, 0.02);
        double left = 2_000_000 - pool.out(BASE, dropped);
        assertThat(left / (1_000 + 0.997 * dropped)).isCloseTo(2_000 * 0.98, within(0.01));
    }

    @Test
    void itsCallsAreOfItsVenue() {
        UniswapV2View pool = pool(1_000, 2_000_000);
        assertThat(pool.swap(BASE, Amount.all(), UInt256.ONE))
                .isEqualTo(new Call.Swap(List.of(7), BASE, Amount.all(), UInt256.ONE));
        assertThat(pool.remove(Amount.all(), UInt256.ONE, UInt256.ZERO))
                .isEqualTo(new Call.RemoveLiquidity(7, Amount.all(), UInt256.ONE, UInt256.ZERO));
        assertThat(pool.price()).isEqualTo(2_000);
        assertThat(pool.feeRate()).isEqualTo(0.003);
        assertThat(pool.dust(BASE)).isEqualTo(1e-3);
    }
}
