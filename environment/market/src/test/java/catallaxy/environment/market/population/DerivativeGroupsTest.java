package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.FundingTerms;
import catallaxy.environment.market.margin.IndexSource;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.margin.MarginRates;
import catallaxy.environment.market.margin.MarkTerms;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Those who act in a perpetual on ETH at 2,000 with ten times leverage, whose book and the spot book have a ladder of orders. */
final class DerivativeGroupsTest {
    private static final int PERPETUAL = BOOK + 1;
    private static final double SIZE = 2_000;

    private static SmallMarket market(double volatility) {
        MarginRates margin = new MarginRates(MarginMode.CROSS, 100_000, 50_000, 10_000, 0);
        MarkTerms marks = new MarkTerms(IndexSource.WORLD, 10 * SECOND, 60 * SECOND, 10_000, 10_000);
        DerivativeSpec perpetual = DerivativeSpec.perpetual(margin, marks, new FundingTerms(8 * HOUR, 100, 500, 7_500));
        return new SmallMarket()
                .volatility(volatility)
                .venue(new VenueSpec.Book(
                        "perpetual", 0, ETH, USDC, 1_000_000_000_000_000L, 10, Optional.of(perpetual)));
    }

    private static Town town(long seed, double volatility, double leanBps, GroupSpec... groups) {
        GroupSpec[] all = new GroupSpec[groups.length + 1];
        System.arraycopy(groups, 0, all, 0, groups.length);
        all[groups.length] = new BookProviderSpec(
                new Group("ladder", List.of(BOOK, PERPETUAL), 4_000_000),
                5,
                5,
                5,
                20_000,
                10 * SECOND,
                OptionalDouble.of(leanBps));
        return new Town(market(volatility), seed, all);
    }

    private static LeveragedSpec leveraged(PositionSide side, double leverage, double cutShare) {
        return new LeveragedSpec(
                new Group("leveraged", List.of(PERPETUAL), 10_000),
                60,
                new TradeSize(SIZE, 0),
                side,
                leverage,
                cutShare);
    }

    private static BasisSpec carry(double thresholdBps) {
        return new BasisSpec(
                new Group("carry", List.of(PERPETUAL, BOOK), 400_000), 240, new TradeSize(SIZE, 0), thresholdBps, 3);
    }

    private static MarginMarket perpetual(Town town) {
        return town.market.offered(PERPETUAL, MarginMarket.class);
    }

    private static double position(Town town) {
        return perpetual(town).position(town.participant(0));
    }

    /** Worth of the position for each quote unit of margin and free quote. */
    private static double leverage(Town town) {
        int who = town.participant(0);
        double means = perpetual(town).margin(who) + town.market.holdings(who).free(EXCHANGE, USDC);
        return position(town) * perpetual(town).mark() / means;
    }

    @ParameterizedTest
    @EnumSource(PositionSide.class)
    void thePositionGrowsToItsLeverageAndStaysThere(PositionSide side) {
        Town town = town(1, 0, 0, leveraged(side, 3, 0));
        town.runUntil(2 * HOUR);
        double sign = side == PositionSide.LONG ? 1 : -1;
        assertThat(sign * leverage(town)).isBetween(2.95, 3.05);
        double before = position(town);
        town.runUntil(3 * HOUR);
        assertThat(position(town)).isCloseTo(before, within(0.02 * Math.abs(before)));
    }

    @Test
    void anArrivalAddsAtMostItsSize() {
        Town town = town(2, 0, 0, leveraged(PositionSide.LONG, 3, 0));
        town.runUntil(HOUR / 12);
        assertThat(town.wakes).isNotEmpty();
        double worth = position(town) * perpetual(town).mark();
        assertThat(worth).isGreaterThan(0.8 * SIZE).isLessThanOrEqualTo(1.001 * SIZE * town.wakes.size());
    }

    @Test
    void whoCutsHasNoMoreThanTheTargetWhereOthersAreCarriedBeyondIt() {
        double cutting = 0;
        double holding = 0;
        for (long seed = 1; seed <= 4; seed++) {
            cutting = Math.max(cutting, highest(town(seed, 1.5, 0, leveraged(PositionSide.LONG, 3, 1))));
            holding = Math.max(holding, highest(town(seed, 1.5, 0, leveraged(PositionSide.LONG, 3, 0))));
        }
        assertThat(cutting).isLessThan(3.3);
        assertThat(holding).isGreaterThan(cutting + 0.2);
    }

    /** Of the leverages at the end of each hour of half a day. */
    private static double highest(Town town) {
        double highest = 0;
        for (int hour = 1; hour <= 12; hour++) {
            town.runUntil(hour * HOUR);
            highest = Math.max(highest, leverage(town));
        }
        return highest;
    }

    /** The ladder leans up when leveraged buyers have made it short, so that the perpetual is dearer than its index. */
    @Test
    void theBasisIsSoldAndTheAssetItselfBoughtAgainstIt() {
        GroupSpec buyers = new LeveragedSpec(
                new Group("buyers", List.of(PERPETUAL), 1_000_000),
                240,
                new TradeSize(40_000, 0),
                PositionSide.LONG,
                5,
                0);
        Town town = town(3, 0, 300, carry(10), buyers);
        double before = town.market.totalHolding(town.participant(0), ETH);
        town.runUntil(6 * HOUR);
        double bought = town.market.totalHolding(town.participant(0), ETH) - before;
        assertThat(position(town)).isLessThan(-5);
        assertThat(bought).isCloseTo(-position(town), within(2 * SIZE / 2_000));
    }

    @Test
    void nothingIsTradedWithinTheThreshold() {
        Town town = town(3, 0, 0, carry(10));
        double before = town.market.totalHolding(town.participant(0), ETH);
        town.runUntil(2 * HOUR);
        assertThat(position(town)).isZero();
        assertThat(town.market.totalHolding(town.participant(0), ETH)).isEqualTo(before);
        assertThat(town.wakes).hasSizeGreaterThan(100);
    }

    @Test
    void aCopyAndWhatWasSavedGoOnAsTheOriginal() {
        Town town = town(5, 1, 0, carry(0), leveraged(PositionSide.SHORT, 4, 0.5));
        town.runUntil(HOUR);
        Town copy = town.copy();
        Town reloaded = town.reloaded();
        for (Town each : List.of(town, copy, reloaded)) {
            each.runUntil(2 * HOUR);
        }
        assertThat(List.of(copy.digest(), reloaded.digest())).containsOnly(town.digest());
    }
}
