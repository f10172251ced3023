package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account counts of a pool whose reserves are given. */
class PoolAccountTest {
    private static final double SECONDS_PER_YEAR = 365 * 86_400.0;
    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;

    private final SeatedMarket seated = new SeatedMarket(
            new SmallMarket()
                    .agent(
                            "provider",
                            new RoleSpec.LiquidityProvider(List.of(POOL_A), List.of(), 1, 0.01, 1L << 40),
                            60,
                            1,
                            1)
                    .spec(),
            1);
    private final PoolAccount account = new PoolAccount(seated.seat(0), 0);

    /** A constant product with {@code √(xy)} of this and a million shares. */
    private record Product(double invariant) implements Liquidity {
        @Override
        public double base() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double quote() {
            throw new UnsupportedOperationException();
        }

        @Override
        public UInt256 shares(int participant) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UInt256 totalShares() {
            return UInt256.of(1_000_000);
        }

        @Override
        public double worthAt(double basePrice, double quotePrice) {
            return 2 * invariant * Math.sqrt(basePrice * quotePrice);
        }

        @Override
        public double baseAt(double basePrice, double quotePrice) {
            return invariant * Math.sqrt(quotePrice / basePrice);
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

    private void epoch(Product pool, double price, double shares) {
        account.advance(pool, price, shares, 0, MINUTE, HOUR);
    }

    @Test
    void aMoveThereAndBackCostsTheRebalancerAndNotTheHolder() {
        Product pool = new Product(1_000);
        account.open(pool, 100, 0);
        epoch(pool, 100, 500_000);
        epoch(pool, 144, 500_000);
        double worth = 10_000;
        assertThat(account.overHolding()).as("12000 for 12200 that were held").isCloseTo(-200, within(1e-6));
        assertThat(account.overRebalancing()).isCloseTo(-200, within(1e-6));
        epoch(pool, 100, 500_000);
        assertThat(account.overHolding()).isCloseTo(0, within(1e-6));
        double back = worth * 1.2 - worth - 500 / 12.0 * 44;
        assertThat(account.overRebalancing()).isCloseTo(-200 - back, within(1e-6));
        assertThat(account.fees()).isCloseTo(0, within(1e-9));
    }

    @Test
    void feesAreWhatAShareGrowsByWhateverThePriceDoes() {
        account.open(new Product(1_000), 100, 0);
        epoch(new Product(1_000), 100, 500_000);
        epoch(new Product(1_010), 400, 500_000);
        assertThat(account.fees()).isCloseTo(0.01 * 10_000, within(1e-6));
        epoch(new Product(1_010 * 1.02), 400, 500_000);
        assertThat(account.fees()).isCloseTo(100 + 0.02 * 1.01 * 20_000, within(1e-6));
        double yield = (Math.log(1.01) + Math.log(1.02)) / (3 * MINUTE);
        assertThat(account.feeYield())
                .as("of three minutes, the later the heavier")
                .isCloseTo(yield, within(0.02 * yield));
    }

    @Test
    void whatIsTakenOutIsClosedAtItsGainOverHolding() {
        Product pool = new Product(1_000);
        account.open(pool, 100, 0);
        epoch(pool, 100, 500_000);
        epoch(pool, 144, 250_000);
        assertThat(account.overHolding()).isCloseTo(-200, within(1e-6));
        epoch(pool, 100, 250_000);
        assertThat(account.overHolding())
                .as("the half that stayed has recovered")
                .isCloseTo(-100, within(1e-6));
        epoch(pool, 100, 0);
        epoch(pool, 400, 0);
        assertThat(account.overHolding()).isCloseTo(-100, within(1e-6));
    }

    @Test
    void theLossRateOfAConstantProductIsAnEighthOfTheVariance() {
        RandomStream random = RandomStream.of(3, "prices");
        Product pool = new Product(1_000);
        double sigma = 0.8;
        double deviation = sigma * Math.sqrt(MINUTE / SECONDS_PER_YEAR);
        double price = 100;
        account.open(pool, price, 0);
        for (int i = 0; i < 5_000; i++) {
            price *= Math.exp(deviation * random.nextGaussian());
            account.advance(pool, price, 0, 0, MINUTE, 1_000 * HOUR);
        }
        assertThat(account.volatility() * Math.sqrt(SECONDS_PER_YEAR)).isCloseTo(sigma, within(0.03 * sigma));
        double observed = account.volatility() * account.volatility() / 8;
        assertThat(account.lossRate(pool)).isCloseTo(observed, within(1e-6 * observed));
    }
}
