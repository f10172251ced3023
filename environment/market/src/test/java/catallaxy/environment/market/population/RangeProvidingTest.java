package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.api.venue.RangeLiquidity.Position;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranges that a group opens and closes, in pools of either protocol. */
final class RangeProvidingTest {
    private static final int POOL = SmallMarket.BOOK + 1;
    private static final double MEDIAN = 0.08;

    static Stream<VenueSpec> pools() {
        return Stream.of(
                new UniswapV3Spec("ranges", 0, ETH, USDC, units(500, 18), units(1e6, 6), 3_000, 60, 0, 1, 0, 1),
                new UniswapV4Spec("ranges", 0, ETH, USDC, units(500, 18), units(1e6, 6), 3_000, 60, 0, 0));
    }

    private static Town town(VenueSpec pool, double removeShare, GroupSpec... others) {
        RangeProviderSpec spec = new RangeProviderSpec(
                new Group("providers", List.of(POOL), 50_000_000),
                30,
                new TradeSize(20_000, 0),
                100 * MEDIAN,
                0.7,
                removeShare);
        GroupSpec[] groups = Stream.concat(Stream.of(spec), Stream.of(others)).toArray(GroupSpec[]::new);
        return new Town(new SmallMarket().volatility(1.5).venue(pool), 2, groups);
    }

    private static RangeLiquidity ranges(Town town) {
        return town.market.offered(POOL, RangeLiquidity.class);
    }

    private static List<Position> positions(Town town) {
        return ranges(town).positions(town.market.accounts().free(town.participant(0), MAIN));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void rangesAreAboutThePriceWorthWhatIsDrawnAndOfManyWidths(VenueSpec pool) {
        Town town = town(pool, 0);
        town.runUntil(10 * HOUR);
        RangeLiquidity ranges = ranges(town);
        assertThat(positions(town)).hasSizeGreaterThan(20);
        double[] widths = positions(town).stream()
                .mapToDouble(each -> Math.sqrt(ranges.priceAt(each.upperTick()) / ranges.priceAt(each.lowerTick())) - 1)
                .sorted()
                .toArray();
        assertThat(widths[widths.length / 2]).isBetween(MEDIAN / 2, 2 * MEDIAN);
        assertThat(widths[0]).isLessThan(0.04);
        assertThat(widths[widths.length - 1]).isGreaterThan(0.2);
        for (Position each : positions(town)) {
            assertThat(ranges.worthAt(each, town.market.price(POOL), 1))
                    .as("one deposit, or several of one range")
                    .isGreaterThan(19_900);
        }
        assertThat(town.market.totals(town.participant(0)).reverted()).isZero();
        assertThat(town.market.checkConservation().violations()).isEmpty();
    }

    /** With arbitrageurs the price moves, and the ranges that it leaves are closed first. */
    @ParameterizedTest
    @MethodSource("pools")
    void rangesThatThePriceHasLeftAreClosedFirst(VenueSpec pool) {
        GroupSpec informed =
                new FundamentalSpec(new Group("informed", List.of(POOL), 1e8), 300, new TradeSize(1e7, 0), 0);
        Town town = town(pool, 0.45, informed);
        town.runUntil(60 * HOUR);
        RangeLiquidity ranges = ranges(town);
        double price = town.market.price(POOL);
        List<Position> open = positions(town);
        long outside = open.stream()
                .filter(each -> ranges.priceAt(each.upperTick()) <= price || ranges.priceAt(each.lowerTick()) > price)
                .count();
        assertThat(open).hasSizeBetween(5, 500);
        assertThat((double) outside / open.size()).isLessThan(0.35);
        assertThat(town.market.checkConservation().violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pools")
    void aCopyAndASavedTownHaveTheSameFuture(VenueSpec pool) {
        Town town = town(pool, 0.4);
        town.runUntil(3 * HOUR);
        Town copy = town.copy();
        Town reloaded = town.reloaded();
        for (Town each : List.of(town, copy, reloaded)) {
            each.runUntil(6 * HOUR);
        }
        assertThat(copy.bytes()).isEqualTo(town.bytes());
        assertThat(reloaded.bytes()).isEqualTo(town.bytes());
    }
}
