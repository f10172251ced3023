package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much is traded at which price. */
final class ElasticTradingTest {
    private static final int CHEAP = SmallMarket.BOOK + 1;

    /** Swaps at each venue in a hundred hours with sixty arrivals each, whose trades hardly move a price. */
    private static Map<Integer, Integer> swaps(double meanCostBps, Integer... venues) {
        SmallMarket scenario = new SmallMarket()
                .venue(new UniswapV3Spec("cheap", 0, ETH, USDC, units(5_000, 18), units(1e7, 6), 500, 10, 0, 1, 0, 1));
        ElasticSpec spec = new ElasticSpec(
                new Group("shoppers", List.of(venues), 5_000_000), 60, new TradeSize(200, 0), meanCostBps);
        Town town = new Town(scenario, 3, spec);
        Map<Integer, Integer> swaps = new TreeMap<>();
        town.market.observe(event -> {
            if (event instanceof MarketEvent.PoolSwapped swap) {
                swaps.merge(swap.venue(), 1, Integer::sum);
            }
        });
        town.runUntil(100 * HOUR);
        return swaps;
    }

    /** 6,000 arrivals at a cost of 30 bp, of which e^(−30/30) or e^(−30/15) trade; four deviations of the binomial are 150. */
    @Test
    void demandFallsExponentiallyWithTheCost() {
        assertThat(swaps(30, POOL_A).get(POOL_A)).isBetween(2_030, 2_380);
        assertThat(swaps(15, POOL_A).get(POOL_A)).isBetween(680, 950);
        assertThat(swaps(5, POOL_A).getOrDefault(POOL_A, 0)).isLessThan(60);
    }

    /** The pool at 5 bp takes nearly all; where it has been pushed away from the world's price, the other is cheaper. */
    @Test
    void theCheapestVenueIsTaken() {
        Map<Integer, Integer> swaps = swaps(30, POOL_A, CHEAP);
        assertThat(swaps.get(CHEAP)).isGreaterThan(4_500);
        assertThat(swaps.getOrDefault(POOL_A, 0)).isLessThan(500);
    }

    @Test
    void settingsAreChecked() {
        Group group = new Group("g", List.of(POOL_A), 1);
        assertThatThrownBy(() -> new ElasticSpec(group, 1, new TradeSize(1, 0), 0))
                .hasMessageContaining("meanCostBps");
        assertThat(new ElasticKind()
                        .venues()
                        .fits()
                        .test(new SmallMarket().engine().venues().get(SmallMarket.BOOK)))
                .isFalse();
    }
}
