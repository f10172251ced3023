package catallaxy.environment.market.venue.option;

import static catallaxy.environment.market.engine.TestMarket.BTC;
import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Options in a market: what they cost, what writers post, what expiry brings, and that everybody is paid. */
final class OptionVenueTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final UInt256 ETHER = TestMarket.units(ETH, "1");
    private static final OptionSpec.Terms TERMS = OptionsMarket.TERMS;
    /** In the order of {@link #spec}: strikes 1,800, 2,000 and 2,200, each a call and a put. */
    private static final int CALL_AT = 2;

    private static final int PUT_AT = 3;

    private final List<MarketEvent> events = new ArrayList<>();
    private final EngineSpec spec = spec(0.9, OracleKind.WORLD);
    private final int venue = spec.venue("options");
    private final MarketEngine market = MarketEngine.of(spec, 1);
    private final int trader = market.openParticipant("trader", TestMarket.plenty());
    private final int account = market.accounts().free(trader, MAINNET);

    OptionVenueTest() {
        market.observe(events::add);
    }

    private static EngineSpec spec(double volatility, OracleKind oracle) {
        EngineSpec known = TestMarket.spec(volatility, 0);
        List<OptionSeries> series = new ArrayList<>();
        for (String strike : List.of("1800", "2000", "2200")) {
            for (OptionRight right : OptionRight.values()) {
                series.add(new OptionSeries(right, TestMarket.units(USDC, strike), ETHER, 6 * HOUR));
            }
        }
        List<VenueSpec> venues = new ArrayList<>(known.venues());
        venues.add(new OptionSpec(
                "options",
                MAINNET,
                ETH,
                USDC,
                series,
                TestMarket.units(ETH, "30"),
                TestMarket.units(USDC, "60000"),
                0.003,
                TERMS,
                Optional.empty(),
                new OracleSpec(oracle, MAINNET, List.of(ETH, USDC), 1800)));
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                known.chains(),
                known.exchanges(),
                venues,
                known.bridges(),
                known.world());
    }

    private OptionMarket options() {
        return market.offered(venue, OptionMarket.class);
    }

    private void until(long nanos) {
        while (market.hasEventUntil(nanos)) {
            market.advance();
        }
    }

    /** Why it reverted; empty if it did not. */
    private String execute(Call call) {
        return execute(trader, call);
    }

    private String execute(int who, Call call) {
        events.clear();
        market.submit(who, market.transaction(MAINNET, call, market.timeNanos() + 600 * SECOND));
        until(market.timeNanos() + 60 * SECOND);
        return events.stream()
                .filter(MarketEvent.TransactionExecuted.class::isInstance)
                .map(MarketEvent.TransactionExecuted.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow()
                .reason();
    }

    private Call buy(int series, String quantity) {
        return options().buy(series, TestMarket.units(ETH, quantity), UInt256.MAX);
    }

    private Call sell(int series, String quantity) {
        return options().sell(series, TestMarket.units(ETH, quantity), UInt256.ZERO);
    }

    private double usdc() {
        return market.holdings(trader).total(USDC);
    }

    private MarketEvent.VenueChanged told(String change) {
        return events.stream()
                .filter(MarketEvent.VenueChanged.class::isInstance)
                .map(MarketEvent.VenueChanged.class::cast)
                .filter(each -> each.change().equals(change))
                .findFirst()
                .orElseThrow();
    }

    /** What a detail says, in whole units of the quote asset. */
    private double usdc(MarketEvent.VenueChanged event, String detail) {
        return event.details().stream()
                .filter(each -> each.name().equals(detail))
                .mapToDouble(each -> market.ledger().toWhole(USDC, each.units()))
                .sum();
    }

    @Test
    void costsBlacksPriceAtTheSurfacesVolatilityAndItsSpread() {
        double before = usdc();
        double held = market.ledger().toWhole(USDC, market.balance(trader, MAINNET, USDC));
        assertThat(execute(buy(CALL_AT, "2"))).isEmpty();
        double cost = usdc(told("bought"), "premium");
        assertThat(held - market.ledger().toWhole(USDC, market.balance(trader, MAINNET, USDC)))
                .isCloseTo(cost, within(1e-9));
        assertThat(before - usdc()).isCloseTo(cost, within(1e-6));
        double underlying = market.worldPrice(ETH);
        double years = (6 * HOUR - told("bought").timeNanos()) / (365 * 86_400e9);
        double volatility = TERMS.surface().volatility(2000, underlying, years, 0.7) * 1.03;
        double expected = BlackScholes.undiscounted(underlying, 2000, years).price(OptionRight.CALL, volatility);
        assertThat(cost / 2)
                .as("within the move of the price in the block")
                .isCloseTo(expected, within(expected * 0.2));
        assertThat(options().position(account, CALL_AT)).isEqualTo(2);
        assertThat(options().volatility(CALL_AT)).as("collateral is in use").isGreaterThan(0.7);
    }

    @Test
    void putsAndCallsInTheMiddleAreInParity() {
        for (int series = 0; series < 6; series += 2) {
            double call = middle(series);
            double put = middle(series + 1);
            double strike = options().series().get(series).strike();
            assertThat(call - put).isCloseTo(options().underlying() - strike, within(1e-9));
            assertThat(options().bid(series)).isLessThan(call);
            assertThat(options().ask(series)).isGreaterThan(call);
        }
    }

    private double middle(int series) {
        OptionMarket.Series each = options().series().get(series);
        double years = (each.expiryNanos() - market.timeNanos()) / (365 * 86_400e9);
        return BlackScholes.undiscounted(options().underlying(), each.strike(), years)
                .price(each.right(), options().volatility(series));
    }

    @Test
    void writersPostAllOfItAndGetItBackAsTheyBuyBack() {
        double eth = market.holding(trader, MAINNET, ETH);
        assertThat(execute(sell(CALL_AT, "3"))).isEmpty();
        assertThat(eth - market.holding(trader, MAINNET, ETH)).as("and gas").isCloseTo(3, within(0.1));
        assertThat(options().position(account, CALL_AT)).isEqualTo(-3);
        assertThat(execute(buy(CALL_AT, "4"))).isEmpty();
        assertThat(options().position(account, CALL_AT)).isEqualTo(1);
        assertThat(market.holding(trader, MAINNET, ETH)).isCloseTo(eth, within(0.1));
        double usdc = market.holding(trader, MAINNET, USDC);
        assertThat(execute(sell(PUT_AT, "1"))).isEmpty();
        double premium = usdc(told("sold"), "premium");
        assertThat(market.holding(trader, MAINNET, USDC)).isCloseTo(usdc + premium - 2000, within(1e-6));
    }

    @Test
    void thereAndBackCostsTheSpread() {
        double before = usdc();
        execute(new Call.Batch(List.of(buy(PUT_AT, "1"), sell(PUT_AT, "1"))));
        assertThat(usdc()).isLessThan(before - 0.5);
        assertThat(options().position(account, PUT_AT)).isZero();
    }

    @Test
    void expiryPaysWhatThePriceSays() {
        execute(buy(CALL_AT, "2"));
        execute(sell(PUT_AT, "1"));
        double eth = market.holding(trader, MAINNET, ETH);
        double usdc = market.holding(trader, MAINNET, USDC);
        assertThat(execute(options().settle(CALL_AT))).isEqualTo("Options: NOT_EXPIRED");
        until(6 * HOUR);
        assertThat(execute(options().settle(CALL_AT))).isEmpty();
        double price = usdc(told("expired"), "price");
        assertThat(execute(options().settle(PUT_AT))).isEmpty();
        double gained = 2 * Math.max(0, price - 2000) / price;
        assertThat(market.holding(trader, MAINNET, ETH) - eth).as("less gas").isCloseTo(gained, within(0.1));
        assertThat(market.holding(trader, MAINNET, USDC) - usdc)
                .isCloseTo(2000 - Math.max(0, 2000 - price), within(1e-6));
        assertThat(execute(options().settle(CALL_AT))).isEqualTo("Options: NOTHING_TO_SETTLE");
        assertThat(execute(buy(CALL_AT, "1"))).isEqualTo("Options: EXPIRED");
        assertThat(options().ask(CALL_AT)).isNaN();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(execute(buy(CALL_AT, "31"))).as("more than the vault has").isEqualTo("Options: NOT_COVERED");
        assertThat(execute(buy(PUT_AT, "31"))).isEqualTo("Options: NOT_COVERED");
        assertThat(execute(buy(99, "1"))).isEqualTo("Options: UNKNOWN_SERIES");
        assertThat(execute(buy(CALL_AT, "0"))).isEqualTo("Options: NO_QUANTITY");
        assertThat(execute(options().buy(CALL_AT, UInt256.MAX, UInt256.MAX))).isEqualTo("Options: NO_QUANTITY");
        assertThat(execute(options().buy(CALL_AT, ETHER, UInt256.ONE))).isEqualTo("Options: TOO_DEAR");
        assertThat(execute(options().sell(CALL_AT, ETHER, UInt256.MAX))).isEqualTo("Options: TOO_CHEAP");
        assertThat(execute(sell(CALL_AT, "100000"))).isIn("Options: UNPAID", "Options: NOT_COVERED");
        assertThat(execute(new Call.Swap(List.of(venue), ETH, ETHER, UInt256.ZERO)))
                .contains("UNKNOWN_CALL");
    }

    @Test
    void whatRevertsLeavesEverythingAsItWas() {
        execute(sell(CALL_AT, "1"));
        byte[] before = market.contractState(venue);
        Call impossible = new Call.Transfer(trader, BTC, UInt256.powerOfTwo(250));
        execute(new Call.Batch(List.of(buy(CALL_AT, "2"), sell(PUT_AT, "1"), impossible)));
        assertThat(market.contractState(venue)).isEqualTo(before);
    }

    @Test
    void equityCountsOptionsInTheMiddleAndCollateral() {
        double equity = market.equity(trader);
        double heldOne = market.worldPrice(ETH);
        execute(sell(CALL_AT, "5"));
        execute(buy(PUT_AT, "2"));
        double held = 3000 * (market.worldPrice(ETH) - heldOne) + 150 * (market.worldPrice(BTC) - 40_000);
        double lost = equity + held - market.equity(trader);
        assertThat(lost).as("spread and gas").isBetween(0.0, 200.0);
        double options = 0;
        for (int asset = 0; asset < 3; asset++) {
            double price = asset == USDC ? 1 : market.worldPrice(asset);
            options += market.holdings(trader).claimed(asset) * price;
        }
        double worth = market.claims().worth(trader, asset -> asset == USDC ? 1 : market.worldPrice(asset));
        assertThat(options).isCloseTo(worth, within(1e-6));
        assertThat(worth)
                .as("five posted, short calls, long puts")
                .isCloseTo(5 * market.worldPrice(ETH) - 5 * middle(CALL_AT) + 2 * middle(PUT_AT), within(1e-6));
        assertThat(market.holdings(trader).claimed(ETH) - 5).isCloseTo(options().delta(account), within(1e-6));
        assertThat(options().gamma(account)).isNegative();
        assertThat(options().vega(account)).isNegative();
    }

    @Test
    void copiesAndSavedMarketsHaveTheSameFuture() {
        execute(sell(CALL_AT, "5"));
        StateWriter out = new StateWriter();
        market.save(out);
        MarketEngine restored = market.restored(new StateReader(out.toBytes()));
        MarketEngine fork = market.copy();
        byte[] before = market.contractState(venue);
        Call call = buy(PUT_AT, "2");
        execute(call);
        assertThat(fork.contractState(venue)).isEqualTo(before);
        for (MarketEngine each : List.of(restored, fork)) {
            each.submit(trader, each.transaction(MAINNET, call, each.timeNanos() + 600 * SECOND));
            while (each.hasEventUntil(market.timeNanos())) {
                each.advance();
            }
            assertThat(each.contractState(venue)).isEqualTo(market.contractState(venue));
        }
    }

    /** The market with other options. */
    private EngineSpec with(OptionSpec options) {
        List<VenueSpec> venues = new ArrayList<>(spec.venues());
        venues.set(venue, options);
        return new EngineSpec(
                spec.assets(),
                spec.quoteAsset(),
                spec.chains(),
                spec.exchanges(),
                venues,
                spec.bridges(),
                spec.world());
    }

    @Test
    void volatilityFollowsThePriceWhereItMay() {
        OptionSpec fixed = (OptionSpec) spec.venues().get(venue);
        OptionSpec.Terms moving = new OptionSpec.Terms(TERMS.surface(), 0.7, HOUR, 0.03, 0.5, OptionSpec.Demand.NONE);
        MarketEngine other = MarketEngine.of(
                with(new OptionSpec(
                        "options",
                        MAINNET,
                        ETH,
                        USDC,
                        fixed.series(),
                        fixed.vaultBase(),
                        fixed.vaultQuote(),
                        fixed.vaultFee(),
                        moving,
                        fixed.margin(),
                        fixed.oracle())),
                1);
        int buyer = other.openParticipant("buyer", TestMarket.plenty());
        for (int i = 0; i < 3; i++) {
            Call call = other.offered(venue, OptionMarket.class).buy(CALL_AT, ETHER, UInt256.MAX);
            other.submit(buyer, other.transaction(MAINNET, call, other.timeNanos() + 600 * SECOND));
            long end = other.timeNanos() + 1800 * SECOND;
            while (other.hasEventUntil(end)) {
                other.advance();
            }
        }
        assertThat(other.offered(venue, OptionMarket.class).volatility())
                .isNotEqualTo(0.7)
                .isBetween(0.05, 5.0);
        assertThat(options().volatility()).as("one that stays").isEqualTo(0.7);
    }

    /** Ten who trade at random until everything has expired, and then all take what is theirs. */
    @Test
    void everybodyIsPaidWhateverHappens() {
        for (long seed = 1; seed <= 3; seed++) {
            RandomStream random = RandomStream.of(seed, "test/options");
            List<Integer> traders = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                traders.add(market.openParticipant("trader-" + seed + "-" + i, TestMarket.plenty()));
            }
            int trades = 0;
            for (int i = 0; i < 60; i++) {
                int series = (int) (6 * random.nextDouble());
                UInt256 quantity = TestMarket.units(ETH, String.valueOf(1 + (int) (8 * random.nextDouble())));
                Call call = random.nextBoolean(0.5)
                        ? options().buy(series, quantity, UInt256.MAX)
                        : options().sell(series, quantity, UInt256.ZERO);
                trades += execute(traders.get((int) (10 * random.nextDouble())), call)
                                .isEmpty()
                        ? 1
                        : 0;
                assertThat(market.checkConservation().violations()).isEmpty();
            }
            assertThat(trades).isGreaterThan(seed == 1 ? 20 : -1);
        }
        until(Math.max(market.timeNanos(), 6 * HOUR));
        for (int who = trader; who < market.accounts().participants(); who++) {
            for (int series = 0; series < 6; series++) {
                boolean has = options().position(market.accounts().free(who, MAINNET), series) != 0;
                assertThat(execute(who, options().settle(series))).isEqualTo(has ? "" : "Options: NOTHING_TO_SETTLE");
            }
        }
        assertThat(market.claims().worth(trader, _ -> 1)).isZero();
        assertThat(market.checkConservation().violations()).isEmpty();
        assertThat(execute(new Call.Pay(venue, USDC, Amount.of(UInt256.ONE)))).isEmpty();
    }
}
