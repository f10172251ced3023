package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.Market;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares of a pool by hand: 20 ETH and 40,000 USDC in 1,000 shares, at the world's price of 2,000. */
final class PoolTrackTest {
    private static final double YEAR = 365 * 86_400.0;

    private final Market market = Market.of(RandomMarket.spec(1), 1);
    private final WorldMarks marks = new WorldMarks(market.engine());
    private final AgentProfit profit = new AgentProfit(marks, 4);
    private final PoolTrack track =
            new PoolTrack(RandomMarket.ETH_MAINNET, RandomMarket.ETH, RandomMarket.USDC, marks, List.of(profit));
    private final Pool pool = new Pool();

    /** A pool of constant product, whose reserves a test sets. */
    private static final class Pool implements Liquidity {
        double base = 20;
        double quote = 40_000;
        long shares = 1_000;

        @Override
        public double base() {
            return base;
        }

        @Override
        public double quote() {
            return quote;
        }

        @Override
        public UInt256 shares(int account) {
            return UInt256.ZERO;
        }

        @Override
        public UInt256 totalShares() {
            return UInt256.of(shares);
        }

        @Override
        public double worthAt(double basePrice, double quotePrice) {
            return 2 * Math.sqrt(base * quote * basePrice * quotePrice);
        }

        @Override
        public double baseAt(double basePrice, double quotePrice) {
            return Math.sqrt(base * quote * quotePrice / basePrice);
        }

        @Override
        public Call add(UInt256 base, UInt256 quote, UInt256 leastBase, UInt256 leastQuote) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call remove(Amount shares, UInt256 leastBase, UInt256 leastQuote) {
            throw new UnsupportedOperationException();
        }
    }

    private void hold(long shares) {
        track.touched(pool);
        track.hold(0, UInt256.of(shares), Part.LOSS_VERSUS_REBALANCING);
    }

    private void price(double price) {
        marks.moved(RandomMarket.ETH, price);
        track.priced(pool);
    }

    private double of(Part part) {
        return profit.parts().of(part).doubleValue();
    }

    /** The example of the manual: a share worth 2,000 at 100, ten of base and 1,000 of quote, and then 110. */
    @Test
    void aRiseIsThePortfoliosAndWhatTheShareFallsShortOfIt() {
        pool.base = 10;
        pool.quote = 1_000;
        marks.moved(RandomMarket.ETH, 100);
        hold(1_000);
        assertThat(of(Part.LOSS_VERSUS_REBALANCING))
                .as("what the deposit is worth")
                .isCloseTo(2_000, within(1e-9));
        price(110);
        assertThat(of(Part.INVENTORY)).isCloseTo(100, within(1e-9));
        assertThat(of(Part.LOSS_VERSUS_REBALANCING)).isCloseTo(2_000 - 2.3823, within(1e-4));
        assertThat(of(Part.LP_FEES)).isZero();
    }

    @Test
    void feesAreWhatSwapsLeave() {
        hold(500);
        double before = of(Part.LOSS_VERSUS_REBALANCING);
        pool.base = 21;
        pool.quote = 40_000 * 20 / 21.0 * 1.01;
        track.touched(pool);
        assertThat(of(Part.LP_FEES)).isCloseTo(0.5 * 80_000 * (Math.sqrt(1.01) - 1), within(1e-6));
        assertThat(of(Part.LOSS_VERSUS_REBALANCING)).isEqualTo(before);
        assertThat(of(Part.INVENTORY)).isZero();
    }

    @Test
    void othersDepositsInTheRatioOfThePoolChangeNothing() {
        hold(500);
        pool.base *= 1.5;
        pool.quote *= 1.5;
        pool.shares = 1_500;
        track.touched(pool);
        assertThat(of(Part.LP_FEES)).isCloseTo(0, within(1e-6));
    }

    @Test
    void whoHoldsNothingGainsNothing() {
        hold(500);
        hold(0);
        BigDecimal before = profit.parts().total();
        assertThat(before.doubleValue()).isCloseTo(0, within(1e-9));
        price(5_000);
        pool.base = 50;
        track.touched(pool);
        assertThat(profit.parts().total()).isEqualByComparingTo(before);
        assertThat(track.isHeld()).isFalse();
    }

    @Test
    void blocksThatAreUndoneGiveTheGainBack() {
        hold(500);
        BigDecimal[] gains = {BigDecimal.ZERO};
        pool.base = 19;
        track.restored(pool, _ -> UInt256.of(250), gains);
        assertThat(gains[0].doubleValue())
                .isCloseTo(0.25 * 2 * Math.sqrt(19 * 40_000 * 2_000.0) - 40_000, within(1e-6));
    }

    /** Milionis et al.: σ²/8 of the worth a year, for a price without drift. */
    @Test
    void theLossIsAnEighthOfTheVariance() {
        hold(1_000);
        double volatility = 0.8;
        double step = 10;
        RandomStream random = RandomStream.of(8, "test/price");
        double price = 2_000;
        double expected = 0;
        double before = of(Part.LOSS_VERSUS_REBALANCING);
        for (int i = 0; i < 20_000; i++) {
            expected += volatility * volatility / 8 * pool.worthAt(price, 1) * step / YEAR;
            double deviation = volatility * Math.sqrt(step / YEAR);
            price *= Math.exp(deviation * random.nextGaussian() - deviation * deviation / 2);
            price(price);
        }
        assertThat(before - of(Part.LOSS_VERSUS_REBALANCING)).isCloseTo(expected, within(0.05 * expected));
        assertThat(profit.parts().total().doubleValue()).isCloseTo(pool.worthAt(price, 1), within(1e-6));
    }
}
