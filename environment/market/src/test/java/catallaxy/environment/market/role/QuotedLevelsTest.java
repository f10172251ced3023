package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pool's levels against the curve {@code x y = k} of 5,000 ETH and 10,000,000 USDC. */
class QuotedLevelsTest {
    private static final int COUNT = 8;
    private static final double BASE = 5_000;
    private static final double QUOTE = 10_000_000;

    private final Quoting pool = new SeatedMarket(
                    new SmallMarket()
                            .agent("trader", new RoleSpec.Trader(List.of(POOL_A), 1, 1), 10, 0, 0)
                            .spec(),
                    1)
            .market.quoting(POOL_A);

    /** The base after which the price has fallen by {@code drop}: the price is {@code k / base²}. */
    private static double baseAfter(double drop) {
        return BASE / Math.sqrt(1 - drop);
    }

    @Test
    void bidsArePartsOfTheCurve() {
        QuotedLevels bids = QuotedLevels.of(pool, ETH, Side.BUY, COUNT);
        double kept = 1 - pool.feeRate();
        for (int level = 0; level < COUNT; level++) {
            double from = baseAfter(level * QuotedLevels.STEP);
            double to = baseAfter((level + 1) * QuotedLevels.STEP);
            double given = BASE * QUOTE / from - BASE * QUOTE / to;
            assertThat(bids.sizes()[level] * kept).as("level %d", level).isCloseTo(to - from, within(1e-6));
            assertThat(bids.prices()[level]).as("level %d", level).isCloseTo(given / (to - from), within(1e-4));
        }
    }

    /** The mean price of a part of the curve is the geometric mean of the prices at its ends. */
    @Test
    void asksGoUpAsThePriceOfTheQuoteAssetFalls() {
        QuotedLevels asks = QuotedLevels.of(pool, USDC, Side.SELL, COUNT);
        for (int level = 0; level < COUNT; level++) {
            double from = 2_000 / (1 - level * QuotedLevels.STEP);
            double to = 2_000 / (1 - (level + 1) * QuotedLevels.STEP);
            double sold = BASE * Math.sqrt(2_000 / from) - BASE * Math.sqrt(2_000 / to);
            assertThat(asks.prices()[level]).as("level %d", level).isCloseTo(Math.sqrt(from * to), within(1e-4));
            assertThat(asks.sizes()[level]).as("level %d", level).isCloseTo(sold, within(1e-6));
        }
    }

    @Test
    void writesPricesThenSizes() {
        double[] into = {-1, -1, -1, -1, -1, -1};
        new QuotedLevels(new double[] {9, 8}, new double[] {3, 4}).write(into, 1);
        assertThat(into).containsExactly(-1, 9, 8, 3, 4, -1);
    }
}
