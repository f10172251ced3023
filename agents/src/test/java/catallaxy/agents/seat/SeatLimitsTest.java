package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.agents.policy.GrowthOptimal;
import catallaxy.agents.testkit.Named;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionComponent.Continuous;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.market.role.RoleSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each limit leaves of each component, with figures that can be checked by hand. */
final class SeatLimitsTest {
    private static final RoleSpec MAKER = new RoleSpec.MarketMaker(0, 20, 2, 50, 0, 60_000_000_000L);
    private static final List<Continuous> QUOTES =
            List.of(offset("bid_offset_bps"), offset("ask_offset_bps"), share("bid_size"), share("ask_size"));
    private static final List<Continuous> WEIGHTS = List.of(share("weight.l1.ETH"), share("weight.l2.ETH"));
    private static final RoleSpec FUND =
            new RoleSpec.Portfolio(List.of(new RoleSpec.Sleeve(0, 1, 0)), List.of(), 0, 0.01);

    private static Continuous offset(String name) {
        return Named.quantity(name, -50, 50);
    }

    private static Continuous share(String name) {
        return Named.quantity(name, 0, 1);
    }

    private static SeatSettings.Limits noArbitrage(double bps) {
        return new SeatSettings.Limits(1, 0, 0, OptionalDouble.empty(), OptionalDouble.of(bps));
    }

    private static SeatSettings.Limits kelly(double cap) {
        return new SeatSettings.Limits(1, 0, 0, OptionalDouble.of(cap), OptionalDouble.empty());
    }

    private static SeatLimits limits(SeatSettings.Limits settings, RoleSpec role, List<Continuous> components) {
        return new SeatLimits(settings, role, components, Optional.empty());
    }

    private static Observation observation(Map<String, Double> values) {
        Map<String, Double> sorted = new TreeMap<>(values);
        ObservationSpec spec =
                new ObservationSpec(sorted.keySet().stream().map(Named::feature).toList());
        double[] numbers = sorted.values().stream().mapToDouble(each -> each).toArray();
        return new Observation("mine", 0, 0, spec, numbers, new ActionSpec(List.<ActionComponent>of()), new boolean[0]);
    }

    private static double[] range(SeatLimits limits, int component, Observation now) {
        SeatLimits.Range range = limits.range(component, now);
        return new double[] {range.low(), range.high()};
    }

    @Test
    void withoutLimitsComponentsHaveTheirOwnRange() {
        SeatLimits limits = limits(SeatSettings.Limits.none(), MAKER, QUOTES);
        Observation now = observation(Map.of("inventory", 20.0, "mid", 100.0, "reference_price", 50.0));
        assertThat(range(limits, 0, now)).containsExactly(-50, 50);
        assertThat(range(limits, 3, now)).containsExactly(0, 1);
    }

    @Test
    void aMakerWithTooMuchDoesNotQuoteTheSideThatAdds() {
        SeatLimits limits = limits(
                new SeatSettings.Limits(0.5, 0, 0, OptionalDouble.empty(), OptionalDouble.empty()), MAKER, QUOTES);
        Observation longer = inventory(10, 0, 0, 1);
        Observation shorter = inventory(-10, 0, 0, 1);
        assertThat(range(limits, 2, longer)).containsExactly(0, 0);
        assertThat(range(limits, 3, longer)).containsExactly(0, 1);
        assertThat(range(limits, 2, shorter)).containsExactly(0, 1);
        assertThat(range(limits, 3, shorter)).containsExactly(0, 0);
        assertThat(range(limits, 2, inventory(7.9, 0, 0, 1))).containsExactly(0, 1);
    }

    private static Observation inventory(double inventory, double bids, double asks, double scale) {
        return observation(
                Map.of("inventory", inventory, "bid_exposure", bids, "ask_exposure", asks, "risk_scale", scale));
    }

    /** Quotes are of 2, the limit is 10: what is left beside what may still fill, as a share of a full quote at the scale. */
    @Test
    void aMakerQuotesNoMoreThanWhatIsLeftBesideWhatMayStillFill() {
        SeatLimits limits = limits(
                new SeatSettings.Limits(0.5, 0, 0, OptionalDouble.empty(), OptionalDouble.empty()), MAKER, QUOTES);
        assertThat(range(limits, 2, inventory(9, 0, 0, 1))).containsExactly(0, 0.5);
        assertThat(range(limits, 2, inventory(7, 2, 5, 1))).containsExactly(0, 0.5);
        assertThat(range(limits, 3, inventory(-7, 5, 2, 1))).containsExactly(0, 0.5);
        assertThat(range(limits, 3, inventory(-7, 5, 2, 0.5))).containsExactly(0, 1);
        assertThat(range(limits, 2, inventory(9, 0, 0, 0))).containsExactly(0, 1);
        assertThat(range(limits, 2, inventory(6, 4, 0, 1)))
                .as("all may be bought already")
                .containsExactly(0, 0);
        assertThat(range(limits, 0, inventory(6, 4, 0, 1))).containsExactly(0, 0);
        assertThat(range(limits, 0, inventory(6, 3, 0, 1))).containsExactly(-50, 50);
        assertThat(range(limits, 3, inventory(6, 4, 0, 1))).containsExactly(0, 1);
    }

    /** The pair costs 0.2 % less elsewhere: bidding at the mid less 10 bp would be selling it there and buying it here. */
    @Test
    void aMakerDoesNotBidBeyondThePriceElsewhere() {
        SeatLimits limits = limits(noArbitrage(10), MAKER, QUOTES);
        Observation cheaper = observation(Map.of("inventory", 0.0, "mid", 1_000.0, "reference_price", 998.0));
        double bid = 998 * 1.001;
        assertThat(limits.range(0, cheaper).low()).isCloseTo((1 - bid / 1_000) * 10_000, within(1e-9));
        assertThat(limits.range(1, cheaper).low()).isCloseTo((998 * 0.999 / 1_000 - 1) * 10_000, within(1e-9));
        assertThat(range(limits, 2, cheaper)).containsExactly(0, 1);
    }

    @Test
    void aQuoteThatCannotKeepTheDistanceIsNotMade() {
        SeatLimits limits = limits(noArbitrage(10), MAKER, QUOTES);
        Observation far = observation(Map.of("inventory", 0.0, "mid", 1_000.0, "reference_price", 990.0));
        assertThat(range(limits, 2, far)).containsExactly(0, 0);
        assertThat(range(limits, 3, far)).containsExactly(0, 1);
    }

    @Test
    void anArbitrageurTradesOnlyWhatPaysItsFees() {
        RoleSpec role = new RoleSpec.Arbitrage(List.of(new RoleSpec.Route(0, 1)), 1_000, 0.01, 0.5, List.of());
        List<Continuous> trades = List.of(Named.quantity("x~y.trade", -1_000, 1_000));
        SeatLimits limits = limits(noArbitrage(20), role, trades);
        assertThat(range(limits, 0, route(100.30))).containsExactly(0, 0);
        assertThat(range(limits, 0, route(100.45))).containsExactly(0, 0);
        assertThat(range(limits, 0, route(99.55))).containsExactly(0, 0);
        assertThat(range(limits, 0, route(100.70))).containsExactly(0, 1_000);
        assertThat(range(limits, 0, route(99.30))).containsExactly(-1_000, 0);
    }

    /** A pool at 100 with 0.3 %, a book with 0.05 % whose quotes lie 0.01 around {@code mid}. */
    private static Observation route(double mid) {
        return route(mid, mid - 0.01, mid + 0.01);
    }

    private static Observation route(double mid, double bid, double ask) {
        Map<String, Double> values = new TreeMap<>();
        values.putAll(Map.of("x~y.a.price", 100.0, "x~y.a.fee", 0.003, "x~y.a.reserve_base", 5.0));
        values.putAll(Map.of("x~y.a.bid_1", 0.0, "x~y.a.ask_1", 0.0));
        values.putAll(Map.of("x~y.b.price", mid, "x~y.b.fee", 0.0005, "x~y.b.reserve_base", 0.0));
        values.putAll(Map.of("x~y.b.bid_1", bid, "x~y.b.ask_1", ask));
        return observation(values);
    }

    @Test
    void aSideThatNobodyQuotesIsNotTraded() {
        RoleSpec role = new RoleSpec.Arbitrage(List.of(new RoleSpec.Route(0, 1)), 1_000, 0.01, 0.5, List.of());
        SeatLimits limits = limits(noArbitrage(20), role, List.of(Named.quantity("x~y.trade", -1_000, 1_000)));
        assertThat(range(limits, 0, route(103, 0, 103.1))).containsExactly(0, 0);
        assertThat(range(limits, 0, route(97, 96.9, 0))).containsExactly(0, 0);
    }

    /** Does nothing, and believes in weights; in none where it does not know. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Believer(double... weights) implements Agent, GrowthOptimal {
        @Override
        public Action decide(Observation observation) {
            return Action.HOLD;
        }

        @Override
        public double[] growthOptimal(Observation observation) {
            return weights.clone();
        }
    }

    @Test
    void aPortfolioDoesNotBuyBeyondItsShareOfTheKellyWeight() {
        SeatLimits limits = new SeatLimits(kelly(0.5), FUND, WEIGHTS, Optional.of(new Believer(0.25, 0.75)));
        Observation now = observation(Map.of("weight.l1.ETH", 0.3, "weight.l2.ETH", 0.1));
        assertThat(range(limits, 0, now)).containsExactly(0, 0.3);
        assertThat(limits.range(1, now).high()).isCloseTo(0.375 - (0.3 - 0.125), within(1e-12));
        Observation less = observation(Map.of("weight.l1.ETH", 0.1, "weight.l2.ETH", 0.1));
        assertThat(range(limits, 0, less)).containsExactly(0, 0.125);
        assertThat(range(limits, 1, less)).containsExactly(0, 0.375);
    }

    @Test
    void aPortfolioDoesNotBuyWhileTheKellyWeightIsUnknown() {
        SeatLimits limits = new SeatLimits(kelly(0.5), FUND, WEIGHTS, Optional.of(new Believer()));
        assertThat(range(limits, 0, observation(Map.of("weight.l1.ETH", 0.3, "weight.l2.ETH", 0.1))))
                .containsExactly(0, 0.3);
    }

    @Test
    void limitsThatNobodyCanKeepAreRefused() {
        assertThatThrownBy(() -> limits(kelly(1), FUND, WEIGHTS))
                .hasMessageContaining("kelly-cap: expected a policy that knows growth-optimal weights");
        assertThatThrownBy(() -> limits(kelly(1), MAKER, QUOTES))
                .hasMessage("kelly-cap: expected in the seat of a portfolio, found market-maker");
        assertThatThrownBy(() -> limits(noArbitrage(1), FUND, WEIGHTS)).hasMessageContaining("no-arbitrage-bps");
    }

    @Test
    void choicesOfATraderAreLevelsTimesFramesWithOneForNothing() {
        Continuous trade = Named.quantity("trade.book", -100, 100);
        List<LevelChoice> all = LevelChoice.all(trade, List.of(0.0, 0.5, 1.0), List.of(1, 12));
        assertThat(all.stream().map(LevelChoice::label)).containsExactly("0.0@1", "0.0@12", "0.5", "1.0@1", "1.0@12");
        assertThat(LevelChoice.neutral(trade, all)).isEqualTo(2);
        assertThat(LevelChoice.canWait(all)).isTrue();
        assertThat(LevelChoice.canWait(LevelChoice.all(trade, List.of(0.0, 1.0), List.of(1, 12))))
                .isFalse();
        assertThat(Stream.of(0, 1, 2).map(i -> all.get(i).value())).containsExactly(-100.0, -100.0, 0.0);
    }

    @Test
    void aTradeIsWorkedInEqualPartsUntilAnotherReplacesIt() {
        WorkingTrades working = new WorkingTrades(1);
        assertThat(working.next(0, 90, 3)).isEqualTo(30);
        assertThat(working.left(0)).isEqualTo(60);
        assertThat(working.next(0, 0, 0)).isEqualTo(30);
        assertThat(working.next(0, -40, 2)).isEqualTo(-20);
        assertThat(working.next(0, 0, 0)).isEqualTo(-20);
        assertThat(working.next(0, 0, 0)).isZero();
        assertThat(working.left(0)).isZero();
    }
}
