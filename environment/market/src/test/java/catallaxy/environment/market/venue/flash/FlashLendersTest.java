package catallaxy.environment.market.venue.flash;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.FlashCredit;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.balancer.BalancerWeightedSpec;
import catallaxy.environment.market.venue.balancer.PowerVersion;
import catallaxy.environment.market.venue.balancer.WeightedCurve;
import catallaxy.environment.market.venue.lending.FlashLending;
import catallaxy.environment.market.venue.lending.LendingSpec;
import catallaxy.environment.market.venue.lending.LendingTerms;
import catallaxy.environment.market.venue.lending.RateCurve;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One call and one capability for whoever lends within a transaction: five protocols and two pools of a manager on one chain. */
final class FlashLendersTest {
    private static final int CHAIN = TestMarket.MAINNET;
    private static final int ETH = TestMarket.ETH;
    private static final int USDC = TestMarket.USDC;
    private static final int PAIR = 0;
    private static final int RANGES = 1;
    private static final int MANAGED = 2;
    private static final int MANAGED_TOO = 3;
    private static final int VAULT = 4;
    private static final int BANK = 5;
    private static final int DEAR = 6;
    private static final List<Integer> LENDERS =
            IntStream.rangeClosed(PAIR, DEAR).boxed().toList();

    private final MarketEngine market = MarketEngine.of(spec(), Kinds.registered(), 1);
    private final int rich = market.openParticipant("rich", endowed("5000000"));
    private final int poor = market.openParticipant("poor", endowed("0"));

    private static List<Endowment> endowed(String dollars) {
        return List.of(
                new Endowment(CHAIN, ETH, TestMarket.units(ETH, "2000")),
                new Endowment(CHAIN, USDC, TestMarket.units(USDC, dollars)));
    }

    private static EngineSpec spec() {
        EngineSpec plain = TestMarket.spec();
        UInt256 ether = TestMarket.units(ETH, "1000");
        UInt256 half = UInt256.of(500_000_000_000_000_000L);
        List<VenueSpec> venues = List.of(
                new UniswapV2Spec("pair", CHAIN, ETH, USDC, ether, usdc("2000000"), false),
                new UniswapV3Spec("ranges", CHAIN, ETH, USDC, ether, usdc("2000000"), 500, 10, 0, 1, 0, 1),
                new UniswapV4Spec("managed", CHAIN, ETH, USDC, ether, usdc("2000000"), 500, 10, 0, 0),
                new UniswapV4Spec("managed-too", CHAIN, ETH, USDC, ether, usdc("2000000"), 3_000, 60, 0, 0),
                new BalancerWeightedSpec(
                        "vault",
                        "vault",
                        CHAIN,
                        ETH,
                        USDC,
                        List.of(ETH, USDC),
                        List.of(ether, usdc("2000000")),
                        new WeightedCurve(List.of(half, half), PowerVersion.LOGARITHMIC),
                        3_000_000_000_000_000L),
                new LendingSpec(
                        "bank",
                        CHAIN,
                        List.of(terms(ETH, "1000"), terms(USDC, "2000000")),
                        new OracleSpec(OracleKind.WORLD, CHAIN, List.of(ETH, USDC), 1),
                        new FlashLending.Terms(5, 0)),
                new UniswapV2Spec("dear", CHAIN, ETH, USDC, ether, usdc("2200000"), false));
        return new EngineSpec(
                plain.assets(), plain.quoteAsset(), plain.chains(), List.of(), venues, List.of(), plain.world());
    }

    private static LendingTerms terms(int asset, String supplied) {
        UInt256 part = UInt256.parse("8" + "0".repeat(26));
        RateCurve curve = new RateCurve(part, UInt256.ZERO, part, part);
        return new LendingTerms(asset, 7_500, 8_000, 10_500, 1_000, 0, curve, TestMarket.units(asset, supplied));
    }

    private static UInt256 usdc(String whole) {
        return TestMarket.units(USDC, whole);
    }

    private FlashLender lender(int venue) {
        return market.offered(venue, FlashLender.class);
    }

    private UInt256 owned(int who, int asset) {
        return market.balance(who, CHAIN, asset);
    }

    /** What a transaction costs in dollars, sent by who has enough; it must succeed. */
    private UInt256 cost(Call call) {
        UInt256 before = owned(rich, USDC);
        assertThat(send(rich, call)).isEmpty();
        return before.minusExact(owned(rich, USDC));
    }

    private String send(int who, Call call) {
        List<MarketEvent.TransactionExecuted> done = new ArrayList<>();
        market.observe(event -> {
            if (event instanceof MarketEvent.TransactionExecuted executed && executed.participant() == who) {
                done.add(executed);
            }
        });
        market.submit(who, market.transaction(CHAIN, call, Long.MAX_VALUE));
        while (done.isEmpty()) {
            market.advance();
        }
        MarketEvent.TransactionExecuted executed = done.getFirst();
        if (executed.succeeded()) {
            assertThat(executed.gasUsed()).isLessThanOrEqualTo(market.gasEstimate(call));
        }
        assertThat(market.checkConservation().violations()).isEmpty();
        return executed.reason();
    }

    private static Call nothing() {
        return new Call.Transfer(0, ETH, UInt256.ZERO);
    }

    @Test
    void eachAsksForItsFeeAndNoUnitMore() {
        RandomStream random = RandomStream.of(7, "loans");
        for (int venue : LENDERS) {
            for (int i = 0; i < 4; i++) {
                UInt256 amount = UInt256.of(1 + random.nextLong(1_000_000_000_000L));
                UInt256 fee = lender(venue).flashFee(USDC, amount);
                assertThat(cost(lender(venue).flashLoan(USDC, amount, nothing())))
                        .as("venue %d lends %s", venue, amount)
                        .isEqualTo(fee);
            }
        }
        UInt256 million = usdc("1000000");
        assertThat(lender(PAIR).flashFee(USDC, million)).isEqualTo(UInt256.of(3_009_027_082L));
        assertThat(lender(RANGES).flashFee(USDC, million)).isEqualTo(usdc("500"));
        assertThat(lender(MANAGED).flashFee(USDC, million)).isEqualTo(UInt256.ZERO);
        assertThat(lender(VAULT).flashFee(USDC, million)).isEqualTo(UInt256.ZERO);
        assertThat(lender(BANK).flashFee(USDC, million)).isEqualTo(usdc("500"));
    }

    /** The one that takes amounts itself, a lending market, would take them twice. */
    @Test
    void whoPaysOfItsOwnAccordPaysOnce() {
        for (int venue : List.of(PAIR, RANGES, MANAGED, VAULT)) {
            UInt256 amount = usdc("1000");
            Call pay = new Call.Pay(venue, USDC, Amount.given(1));
            assertThat(cost(lender(venue).flashLoan(USDC, amount, pay)))
                    .as("venue %d", venue)
                    .isEqualTo(lender(venue).flashFee(USDC, amount));
        }
    }

    @Test
    void bothAssetsAreLentAtOnce() {
        for (int venue : LENDERS) {
            FlashLoan both = new FlashLoan(
                    venue,
                    List.of(
                            new FlashLoan.Loan(ETH, TestMarket.units(ETH, "10")),
                            new FlashLoan.Loan(USDC, usdc("1000"))),
                    nothing());
            assertThat(cost(both)).as("venue %d", venue).isEqualTo(lender(venue).flashFee(USDC, usdc("1000")));
        }
    }

    @Test
    void whatIsNotRepaidHasNeverBeenLent() {
        List<String> reasons = new ArrayList<>();
        for (int venue : LENDERS) {
            byte[] before = market.contractState(venue);
            UInt256 ether = owned(rich, ETH);
            Call away = new Call.Transfer(rich, USDC, Amount.given(0));
            reasons.add(send(poor, lender(venue).flashLoan(USDC, usdc("1000"), away)));
            assertThat(market.contractState(venue)).as("venue %d", venue).isEqualTo(before);
            assertThat(owned(poor, USDC)).isEqualTo(UInt256.ZERO);
            assertThat(owned(rich, ETH)).isEqualTo(ether);
        }
        assertThat(reasons)
                .containsExactly(
                        "UniswapV2: INSUFFICIENT_INPUT_AMOUNT",
                        "F1",
                        "CurrencyNotSettled",
                        "CurrencyNotSettled",
                        "BAL#515",
                        "ERC20: transfer amount exceeds balance or allowance",
                        "UniswapV2: INSUFFICIENT_INPUT_AMOUNT");
    }

    /** Each unit that is missing counts: all but one of what is owed. */
    @Test
    void oneUnitTooLittleIsTooLittle() {
        for (int venue : LENDERS) {
            UInt256 amount = usdc("1000");
            UInt256 short1 =
                    lender(venue).flashFee(USDC, amount).max(UInt256.ONE).minusExact(UInt256.ONE);
            UInt256 lost = lender(venue).flashFee(USDC, amount).isZero() ? UInt256.ONE : UInt256.ZERO;
            Call loan = lender(venue).flashLoan(USDC, amount, new Call.Transfer(rich, USDC, Amount.of(lost)));
            assertThat(send(rich, new Call.Transfer(poor, USDC, Amount.of(short1))))
                    .isEmpty();
            assertThat(send(poor, loan)).as("venue %d", venue).isNotEmpty();
            assertThat(send(poor, new Call.Transfer(rich, USDC, Amount.all()))).isEmpty();
        }
    }

    @Test
    void whatALenderLocksItSays() {
        for (int venue : LENDERS) {
            List<Integer> locks = lender(venue).flashLocks();
            for (int other : List.of(PAIR, RANGES, MANAGED, MANAGED_TOO, VAULT)) {
                Call swap = new Call.Swap(List.of(other), ETH, TestMarket.units(ETH, "0.1"), UInt256.ZERO);
                String reason = send(rich, lender(venue).flashLoan(USDC, usdc("1000"), swap));
                assertThat(reason.isEmpty())
                        .as("%d while %d lends: %s", other, venue, reason)
                        .isEqualTo(!locks.contains(other));
            }
        }
    }

    @Test
    void loansStandInEachOther() {
        Call call = nothing();
        UInt256 fees = UInt256.ZERO;
        for (int venue : List.of(PAIR, RANGES, MANAGED, VAULT, BANK, DEAR)) {
            call = lender(venue).flashLoan(USDC, usdc("500000"), call);
            fees = fees.plusExact(lender(venue).flashFee(USDC, usdc("500000")));
        }
        assertThat(cost(call)).isEqualTo(fees);
    }

    @Test
    void theCheapestIsTheFirstThatAsksForNothingAndIsFree() {
        UInt256 amount = usdc("1000");
        assertThat(cheapest(amount, List.of())).isEqualTo(MANAGED);
        assertThat(cheapest(amount, List.of(MANAGED_TOO)))
                .as("the manager is locked")
                .isEqualTo(VAULT);
        assertThat(cheapest(amount, List.of(MANAGED, VAULT))).isEqualTo(RANGES);
        assertThat(cheapest(amount, List.of(MANAGED, VAULT, RANGES))).isEqualTo(BANK);
        assertThat(cheapest(usdc("2100000"), List.of(MANAGED)))
                .as("where there is so much")
                .isEqualTo(DEAR);
        assertThat(FlashCredit.cheapest(market, CHAIN, USDC, usdc("90000000"), List.of()))
                .isEmpty();
        assertThat(FlashCredit.cheapest(market, TestMarket.ROLLUP, USDC, amount, List.of()))
                .isEmpty();
    }

    private int cheapest(UInt256 amount, List<Integer> used) {
        return FlashCredit.cheapest(market, CHAIN, USDC, amount, used)
                .orElseThrow()
                .flashVenue();
    }

    /** The program without capital: borrows where it is free, buys where it is cheap, sells where it is dear. */
    @Test
    void anArbitrageNeedsNoCapital() {
        UInt256 amount = usdc("20000");
        Call trade = new Call.Batch(List.of(
                new Call.Swap(List.of(PAIR), USDC, Amount.given(0), UInt256.ZERO),
                new Call.Swap(List.of(DEAR), ETH, Amount.given(2), UInt256.ZERO)));
        assertThat(send(poor, lender(VAULT).flashLoan(USDC, amount, trade))).isEmpty();
        assertThat(owned(poor, USDC)).isGreaterThan(usdc("700"));
    }
}
