package catallaxy.environment.market.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What groups refuse to be. */
final class GroupSpecTest {
    private static final TradeSize SIZE = new TradeSize(100, 0.5);
    private static final long SECOND = 1_000_000_000L;
    private static final long YEAR = 365 * 86_400 * SECOND;

    /** Where a group acts, with how much and how often. */
    private record Means(List<Integer> venues, double capitalQuote, double ratePerHour) {}

    private static final List<Function<Means, GroupSpec>> KINDS = List.of(
            c -> new NoiseSpec(new Group("g", c.venues, c.capitalQuote), c.ratePerHour, SIZE, 0.5, 10, SECOND),
            c -> new MomentumSpec(new Group("g", c.venues, c.capitalQuote), c.ratePerHour, SIZE, SECOND, 10),
            c -> new FundamentalSpec(new Group("g", c.venues, c.capitalQuote), c.ratePerHour, SIZE, 10),
            c -> new PoolProviderSpec(new Group("g", c.venues, c.capitalQuote), c.ratePerHour, SIZE, 0.5, 0.5),
            c -> new BorrowersSpec(new Group("g", c.venues, c.capitalQuote), c.ratePerHour, SIZE, 1.1, true, 0.5, 0.5),
            c -> new BridgeUsersSpec(new Group("g", c.venues, c.capitalQuote), List.of(0), 1, new TradeSize(1, 0), 0),
            c -> new OptionTradersSpec(
                    new Group("g", c.venues, c.capitalQuote), c.ratePerHour, SIZE, 0.3, 0.3, 100, 0.2, List.of(), 0.5),
            c -> new WhalesSpec(new Group("g", c.venues, c.capitalQuote), c.ratePerHour, SIZE, 5, SECOND, 0.5),
            c -> new LiquidatorsSpec(new Group("g", c.venues, c.capitalQuote), SECOND, 0),
            c -> new BookProviderSpec(new Group("g", c.venues, c.capitalQuote), 1, 10, 10, 10, SECOND));

    /** A group that is refused, and why. */
    record Refused(Runnable make, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    private static Refused noise(double share, double offset, long life, String message) {
        return new Refused(() -> new NoiseSpec(new Group("g", List.of(0), 1), 1, SIZE, share, offset, life), message);
    }

    private static Refused dealers(int levels, double half, double step, double size, long refresh, String message) {
        return new Refused(
                () -> new BookProviderSpec(new Group("g", List.of(0), 1), levels, half, step, size, refresh), message);
    }

    private static Refused providers(double share, double fraction, String message) {
        return new Refused(
                () -> new PoolProviderSpec(new Group("g", List.of(0), 1), 1, SIZE, share, fraction), message);
    }

    private static Refused momentum(long lookback, double threshold, String message) {
        return new Refused(
                () -> new MomentumSpec(new Group("g", List.of(0), 1), 1, SIZE, lookback, threshold), message);
    }

    static List<Refused> refused() {
        return List.of(
                new Refused(() -> new TradeSize(0, 1), "meanQuote: expected a positive number, found 0.0"),
                new Refused(() -> new TradeSize(Double.NaN, 1), "meanQuote: expected a positive number, found NaN"),
                new Refused(() -> new TradeSize(1, 5.1), "logStandardDeviation: expected 0"),
                noise(1.01, 10, SECOND, "limitShare: expected 0"),
                noise(0.5, -0.1, SECOND, "limitOffsetBps: expected 0"),
                noise(0.5, 10, SECOND - 1, "limitLifeNanos: expected 1000000000"),
                noise(0.5, 10, YEAR + 1, "limitLifeNanos: expected 1000000000"),
                momentum(SECOND - 1, 10, "lookbackNanos: expected 1000000000"),
                momentum(SECOND, 10_001, "thresholdBps: expected 0"),
                dealers(0, 10, 10, 10, SECOND, "levels: expected 1 to 100, found 0"),
                dealers(101, 10, 10, 10, SECOND, "levels: expected 1 to 100, found 101"),
                dealers(1, 5_001, 10, 10, SECOND, "halfSpreadBps: expected 0"),
                dealers(1, 10, 0, 10, SECOND, "stepBps: expected 0.001"),
                dealers(1, 10, 10, 0, SECOND, "levelSizeQuote: expected a positive number, found 0.0"),
                dealers(1, 10, 10, 10, 86_401 * SECOND, "refreshNanos: expected 1000000000"),
                new Refused(
                        () -> new BookProviderSpec(
                                new Group("g", List.of(0), 1), 1, 10, 10, 10, SECOND, OptionalDouble.of(5_001)),
                        "leanBps: expected 0"),
                new Refused(
                        () -> new BasisSpec(new Group("g", List.of(0), 1), 1, SIZE, 2, 3, -1),
                        "fundingPayments: expected 0"),
                providers(-0.5, 0.5, "removeShare: expected 0"),
                providers(0.5, 1.5, "removeFraction: expected 0"),
                new Refused(
                        () -> new FundamentalSpec(new Group("g", List.of(0), 1), 1, SIZE, -1),
                        "thresholdBps: expected 0"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutOfItsRangeIsRefused(Refused group) {
        assertThatThrownBy(group.make::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(group.message);
    }

    @Test
    void everyKindActsSomewhereWithACapitalAndARate() {
        for (Function<Means, GroupSpec> kind : KINDS) {
            String name =
                    kind.apply(new Means(List.of(2), 1e15, 1e7)).getClass().getSimpleName();
            assertThatThrownBy(() -> kind.apply(new Means(List.of(), 1, 1)))
                    .as(name)
                    .hasMessage("venues: expected at least one, found none");
            assertThatThrownBy(() -> kind.apply(new Means(List.of(0), 1.1e15, 1)))
                    .as(name)
                    .hasMessageStartingWith("capitalQuote: expected 0");
            assertThatThrownBy(() -> kind.apply(new Means(List.of(0), Double.NaN, 1)))
                    .as(name)
                    .hasMessageStartingWith("capitalQuote: expected 0");
        }
        for (Function<Means, GroupSpec> kind : KINDS.subList(0, 5)) {
            assertThatThrownBy(() -> kind.apply(new Means(List.of(0), 1, -1)))
                    .hasMessageStartingWith("ratePerHour: expected 0");
        }
    }

    @Test
    void theVenuesAreACopy() {
        for (Function<Means, GroupSpec> kind : KINDS) {
            List<Integer> venues = new ArrayList<>(List.of(3, 1));
            GroupSpec group = kind.apply(new Means(venues, 0, 0));
            venues.clear();
            assertThat(group.venues()).containsExactly(3, 1);
        }
    }
}
