package catallaxy.environment.market.trading;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import org.junit.jupiter.api.Test;

/** Deposits of a worth against what a pool says that they stand for. */
final class RangeDepositTest {
    private static final int POOL = SmallMarket.BOOK + 1;

    private final MarketEngine market = MarketEngine.of(
            new SmallMarket()
                    .venue(new UniswapV3Spec("pool", 0, ETH, USDC, units(500, 18), units(1e6, 6), 500, 10, 0, 1, 0, 1))
                    .engine(),
            1);
    private final RangeLiquidity ranges = market.offered(POOL, RangeLiquidity.class);

    @Test
    void isInThePoolsRatioWorthWhatWasAskedAndLeastAtThePricesAbout() {
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = RandomStream.of(seed, "range deposit");
            double low = 2_000 * (0.5 + 0.7 * random.nextDouble());
            double high = low * (1.01 + random.nextDouble());
            RangeDeposit deposit = RangeDeposit.of(ranges, 2_000, low, high, 50_000, 0.01);
            assertThat(deposit.base() * 2_000 + deposit.quote())
                    .as("seed %d", seed)
                    .isCloseTo(50_000, within(1e-6));
            assertThat(ranges.priceAt(deposit.lowerTick())).isLessThanOrEqualTo(low);
            assertThat(ranges.priceAt(deposit.upperTick())).isGreaterThanOrEqualTo(high);
            RangeLiquidity.Position position = new RangeLiquidity.Position(
                    0,
                    deposit.lowerTick(),
                    deposit.upperTick(),
                    ranges.liquidityFor(
                            deposit.lowerTick(),
                            deposit.upperTick(),
                            market.toUnits(ETH, deposit.base()),
                            market.toUnits(USDC, deposit.quote())));
            RangeLiquidity.Holding now = ranges.amounts(position);
            assertThat(now.base()).isCloseTo(deposit.base(), within(1e-6 + 1e-5 * deposit.base()));
            assertThat(now.quote()).isCloseTo(deposit.quote(), within(0.01 + 1e-5 * deposit.quote()));
            assertThat(deposit.leastBase()).isLessThanOrEqualTo(deposit.base() * (1 + 1e-12));
            assertThat(deposit.leastQuote()).isLessThanOrEqualTo(deposit.quote() * (1 + 1e-12));
        }
    }

    /** Below the range it is all base, above it all quote, and the least is then the same. */
    @Test
    void isOfOneAssetWhereThePriceIsOutside() {
        RangeDeposit above = RangeDeposit.of(ranges, 2_000, 2_200, 2_500, 50_000, 0.01);
        assertThat(above.quote()).isZero();
        assertThat(above.base()).isCloseTo(25, within(1e-9));
        assertThat(above.leastBase()).isCloseTo(25, within(1e-9));
        RangeDeposit below = RangeDeposit.of(ranges, 2_000, 1_500, 1_800, 50_000, 0.01);
        assertThat(below.base()).isZero();
        assertThat(below.quote()).isCloseTo(50_000, within(1e-6));
    }

    @Test
    void isCutToWhatThereIs() {
        RangeDeposit deposit = RangeDeposit.of(ranges, 2_000, 1_600, 2_500, 50_000, 0.01);
        RangeDeposit cut = deposit.within(deposit.base() / 2, 1e9);
        assertThat(cut.quote()).isCloseTo(deposit.quote() / 2, within(1e-6));
        assertThat(cut.leastBase()).isCloseTo(deposit.leastBase() / 2, within(1e-9));
        assertThat(deposit.within(0, 1e9).isPositive()).isFalse();
        assertThat(deposit.within(1e9, 1e9)).isEqualTo(deposit);
    }
}
