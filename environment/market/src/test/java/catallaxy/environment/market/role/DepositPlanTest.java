package catallaxy.environment.market.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.SmallMarket;
import org.junit.jupiter.api.Test;

/** A deposit's swap against its closed form, and what holds for any means. */
class DepositPlanTest {
    private static final double FEE = 0.003;

    private final MarketEngine market = MarketEngine.of(new SmallMarket().engine(), 1);
    private final MarketMap.Venue pair = market.map().venue(SmallMarket.POOL_A);
    private final Liquidity pool = market.offered(SmallMarket.POOL_A, Liquidity.class);
    private final Quoting quotes = market.offered(SmallMarket.POOL_A, Quoting.class);

    private DepositPlan plan(double worth, double base, double quote) {
        return DepositPlan.of(pair, pool, quotes, worth, new DepositPlan.Means(base, quote, 1, 0.01));
    }

    /** All of one asset: s with {@code (1 − f) s² + (2 − f) R s − R a = 0}. */
    @Test
    void theSwapOfOneAssetAloneIsTheClosedForm() {
        double cash = 100_000;
        DepositPlan plan = plan(1e9, 0, cash);
        double reserve = pool.quote();
        double linear = (2 - FEE) * reserve;
        double swap = (Math.sqrt(linear * linear + 4 * (1 - FEE) * reserve * cash) - linear) / (2 * (1 - FEE));
        assertThat(plan.assetIn()).isEqualTo(SmallMarket.USDC);
        assertThat(plan.in()).isCloseTo(swap, within(1e-6 * swap));
        double after = (pool.quote() + plan.in()) / (pool.base() - plan.out());
        assertThat(plan.quote() / plan.base()).as("the ratio after the swap").isCloseTo(after, within(1e-6 * after));
        assertThat(plan.in() + plan.quote()).isBetween(0.99 * cash, cash);
    }

    @Test
    void withBothThereIsNoSwap() {
        assertThat(plan(10_000, 3, 6_000)).satisfies(plan -> {
            assertThat(plan.assetIn()).isEqualTo(DepositPlan.NO_SWAP);
            assertThat(plan.base()).isCloseTo(2.5, within(1e-9));
            assertThat(plan.quote()).isCloseTo(5_000, within(1e-6));
        });
        assertThat(plan(10_000, 2.4999, 6_000).assetIn())
                .as("a swap of less than its least")
                .isEqualTo(DepositPlan.NO_SWAP);
        assertThat(plan(10_000, 0, 0).quote()).isZero();
    }

    @Test
    void nothingIsSpentThatIsNotThereAndNoMoreDepositedThanAsked() {
        RandomStream random = RandomStream.of(7, "plans");
        for (int i = 0; i < 500; i++) {
            double base = random.nextBoolean(0.2) ? 0 : 40 * random.nextDouble();
            double quote = random.nextBoolean(0.2) ? 0 : 80_000 * random.nextDouble();
            double worth = 160_000 * random.nextDouble();
            DepositPlan plan = plan(worth, base, quote);
            double baseIn = plan.assetIn() == pair.base() ? plan.in() : 0;
            double quoteIn = plan.assetIn() == pair.quote() ? plan.in() : 0;
            double baseOut = plan.assetIn() == pair.quote() ? plan.out() * 0.99 : 0;
            double quoteOut = plan.assetIn() == pair.base() ? plan.out() * 0.99 : 0;
            String why = worth + " of " + base + " and " + quote + ": " + plan;
            assertThat(plan.base() + baseIn).as(why).isLessThanOrEqualTo(base + baseOut + 1e-9);
            assertThat(plan.quote() + quoteIn).as(why).isLessThanOrEqualTo(quote + quoteOut + 1e-6);
            assertThat(2 * plan.quote()).as(why).isLessThanOrEqualTo(worth * 1.01 + 1e-6);
            double means = base * 2_000 + quote;
            assertThat(2 * plan.quote()).as(why).isGreaterThanOrEqualTo(0.98 * Math.min(worth, means) - 10);
        }
    }

    @Test
    void aSwapMovesThePriceByNoMoreThanTheSlippage() {
        DepositPlan plan = plan(1e9, 0, 5e6);
        double moved = (pool.quote() + plan.in()) / (pool.base() - plan.out()) / (pool.quote() / pool.base());
        assertThat(moved).isCloseTo(1 / 0.99, within(1e-3));
    }
}
