package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes into pools and out of them again. */
final class PoolProvidingTest {
    private final List<MarketEvent.LiquidityChanged> changes = new ArrayList<>();

    private Town town(double removeShare, double removeFraction) {
        Town town = new Town(
                new SmallMarket(),
                1,
                new PoolProviderSpec(
                        new Group("providers", List.of(POOL_A), 5_000_000),
                        60,
                        new TradeSize(40_000, 0),
                        removeShare,
                        removeFraction));
        town.market.observe(event -> {
            if (event instanceof MarketEvent.LiquidityChanged change) {
                changes.add(change);
            }
        });
        return town;
    }

    /** Half of the worth in each asset, at 2 000 dollars for an ether. */
    @Test
    void anAdditionIsHalfInEachAsset() {
        Town town = town(0, 0.5);
        town.runUntil(HOUR);
        assertThat(changes).hasSizeGreaterThan(30).allMatch(MarketEvent.LiquidityChanged::added);
        for (MarketEvent.LiquidityChanged each : changes) {
            assertThat(each.amount0().doubleValue() / 1e18).isCloseTo(10, within(1e-6));
            assertThat(each.amount1().doubleValue() / 1e6).isCloseTo(20_000, within(0.01));
        }
        assertThat(town.market.totals(town.participant(0)).reverted()).isZero();
    }

    @Test
    void whoOwnsNoSharesRemovesNothing() {
        Town town = town(1, 0.5);
        town.runUntil(HOUR);
        assertThat(changes).isEmpty();
        assertThat(town.market.totals(town.participant(0)).reverted()).isZero();
        assertThat(town.market.totals(town.participant(0)).gasPaidQuote()).isZero();
    }

    @Test
    void aRemovalIsItsFractionOfWhatIsOwnedThen() {
        Town town = town(1, 0.25);
        Call add = new Call.AddLiquidity(
                POOL_A, SmallMarket.units(100, 18), SmallMarket.units(200_000, 6), UInt256.ZERO, UInt256.ZERO);
        town.market.submit(town.participant(0), town.market.transaction(MAIN, add, HOUR));
        town.runUntil(2 * HOUR);
        UInt256 owned = changes.getFirst().shares();
        List<MarketEvent.LiquidityChanged> removals = changes.subList(1, changes.size());
        assertThat(removals).hasSizeGreaterThan(30).noneMatch(MarketEvent.LiquidityChanged::added);
        long block = 0;
        UInt256 decided = owned;
        for (MarketEvent.LiquidityChanged each : removals) {
            decided = each.timeNanos() > block ? owned : decided;
            block = each.timeNanos();
            assertThat(each.shares()).as("at %d", block).isEqualTo(decided.dividedBy(UInt256.of(4)));
            owned = owned.minusExact(each.shares());
        }
        assertThat(town.market.shares(town.participant(0), POOL_A)).isEqualTo(owned);
    }

    @Test
    void allMayBeTakenOutAtOnce() {
        Town town = town(1, 1);
        Call add = new Call.AddLiquidity(
                POOL_A, SmallMarket.units(100, 18), SmallMarket.units(200_000, 6), UInt256.ZERO, UInt256.ZERO);
        town.market.submit(town.participant(0), town.market.transaction(MAIN, add, 60 * SECOND));
        town.runUntil(HOUR);
        assertThat(town.market.shares(town.participant(0), POOL_A).isZero()).isTrue();
        assertThat(changes.get(1).shares()).isEqualTo(changes.getFirst().shares());
    }
}
