package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arbitrageurs who bid for having their swaps first on a rollup. */
final class LaneBidsTest {
    private final List<MarketEvent.LaneSold> sold = new ArrayList<>();

    private static GroupSpec arbitrageurs(String id, double laneBid) {
        return new FundamentalSpec(
                new Group(id, List.of(POOL_C), 4_000_000), 600, new TradeSize(50_000, 0), 0, laneBid);
    }

    private Town town(ChainSpec.Ordering ordering, double one, double other) {
        Town town = new Town(
                new SmallMarket().volatility(1).ordering(ordering),
                1,
                arbitrageurs("one", one),
                arbitrageurs("other", other));
        town.market.observe(event -> {
            if (event instanceof MarketEvent.LaneSold each) {
                sold.add(each);
            }
        });
        town.runUntil(HOUR);
        return town;
    }

    @Test
    void theHigherBidHoldsNearlyEveryRoundAtThePriceOfTheOther() {
        Town town = town(ChainSpec.Ordering.EXPRESS_LANE, 9, 5);
        long of = sold.stream()
                .filter(each -> each.participant() == town.participant(0))
                .count();
        assertThat(sold).hasSizeGreaterThan(50);
        assertThat(of).isGreaterThan(sold.size() * 9L / 10);
        List<MarketEvent.LaneSold> contested =
                sold.stream().filter(each -> each.bids() == 2).toList();
        assertThat(contested)
                .hasSizeGreaterThan(40)
                .allSatisfy(each ->
                        assertThat(each.priceWei().doubleValue() / 1e18 * 2_000).isCloseTo(5, within(0.6)));
        assertThat(town.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void nobodyBidsWhereThereIsNoLaneOrNothingToBid() {
        town(ChainSpec.Ordering.FIRST_COME, 9, 5);
        town(ChainSpec.Ordering.EXPRESS_LANE, 0, 0);
        assertThat(sold).isEmpty();
    }
}
