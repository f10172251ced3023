package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.ETH_MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ETH_ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static catallaxy.environment.market.engine.TestMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Service;
import catallaxy.environment.market.contract.Site;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.venue.uniswapv2.V2Library;
import catallaxy.environment.market.venue.uniswapv2.V2Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls in calls: batches whose amounts refer to results, flash swaps that call back, and what a revert leaves. */
final class FrameTest {
    private static final long SECOND = 1_000_000_000L;
    /** A second pool of the main chain, where an ether costs 2 100 dollars instead of 2 000. */
    private static final int DEAR = 5;

    private final List<MarketEvent> events = new ArrayList<>();
    private MarketEngine market = MarketEngine.of(spec(), 1);
    private final int poor = market.openParticipant("poor", List.of(new Endowment(MAINNET, ETH, units(ETH, "10"))));
    private final int rich = market.openParticipant("rich", TestMarket.plenty());

    private static EngineSpec spec() {
        EngineSpec known = TestMarket.spec(0, 0);
        List<VenueSpec> venues = new ArrayList<>(known.venues());
        venues.add(
                new UniswapV2Spec("eth-dear", MAINNET, ETH, USDC, units(ETH, "1000"), units(USDC, "2100000"), false));
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                known.chains(),
                known.exchanges(),
                venues,
                known.bridges(),
                known.world());
    }

    private MarketEvent.TransactionExecuted execute(int sender, Call call) {
        return execute(sender, call, MarketCommand.ENOUGH_GAS);
    }

    private MarketEvent.TransactionExecuted execute(int sender, Call call, long gasLimit) {
        events.clear();
        market.observe(events::add);
        MarketCommand.SubmitTransaction usual = market.transaction(MAINNET, call, market.timeNanos() + 600 * SECOND);
        market.submit(
                sender,
                new MarketCommand.SubmitTransaction(
                        MAINNET,
                        call,
                        MarketCommand.NEXT_NONCE,
                        gasLimit,
                        usual.maxFeePerGasWei(),
                        usual.maxPriorityFeePerGasWei(),
                        usual.deadlineNanos()));
        long end = market.timeNanos() + 15 * SECOND;
        while (market.hasEventUntil(end)) {
            market.advance();
        }
        assertThat(market.checkConservation().violations()).isEmpty();
        return events.stream()
                .filter(MarketEvent.TransactionExecuted.class::isInstance)
                .map(MarketEvent.TransactionExecuted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private UInt256 owned(int participant, int asset) {
        return market.balance(participant, MAINNET, asset);
    }

    private V2Pair pair(int venue) {
        return market.venue(venue, V2Pair.class).orElseThrow();
    }

    /** The whole state but the gas that was paid, the nonce and the trace. */
    private String state() {
        StringBuilder state = new StringBuilder();
        for (int venue : List.of(ETH_MAINNET, DEAR)) {
            StateWriter out = new StateWriter();
            pair(venue).save(out);
            state.append(Arrays.toString(out.toBytes()));
        }
        return state.append(owned(rich, USDC)).append(owned(poor, USDC)).toString();
    }

    /** What must come in for so much out: the pair's own rounding. */
    private UInt256 price(int venue, UInt256 ethOut) {
        return V2Library.amountIn(ethOut, pair(venue).reserve1(), pair(venue).reserve0())
                .amount();
    }

    @Test
    void aBatchHandsOnWhatItGot() {
        UInt256 before = owned(rich, ETH);
        UInt256 dollars = units(USDC, "1000");
        UInt256 ether = V2Library.amountOut(
                        dollars, pair(ETH_MAINNET).reserve1(), pair(ETH_MAINNET).reserve0())
                .amount();
        UInt256 back = V2Library.amountOut(
                        ether, pair(DEAR).reserve0(), pair(DEAR).reserve1())
                .amount();
        UInt256 start = owned(rich, USDC);
        MarketEvent.TransactionExecuted executed = execute(
                rich,
                new Call.Batch(List.of(
                        new Call.Swap(List.of(ETH_MAINNET), USDC, dollars, UInt256.ZERO),
                        new Call.Swap(List.of(DEAR), ETH, Amount.given(0), UInt256.ZERO),
                        new Call.Transfer(poor, USDC, Amount.given(1)))));
        assertThat(executed.reason()).isEmpty();
        assertThat(owned(poor, USDC)).isEqualTo(back);
        assertThat(owned(rich, USDC)).isEqualTo(start.minusExact(dollars));
        assertThat(owned(rich, ETH).isLessThan(before)).as("nothing but gas").isTrue();
    }

    @Test
    void allIsWhatTheSenderHasByThen() {
        execute(rich, new Call.Transfer(poor, USDC, Amount.all()));
        assertThat(owned(rich, USDC)).isEqualTo(UInt256.ZERO);
        assertThat(owned(poor, USDC)).isEqualTo(units(USDC, "2000000"));
    }

    @Test
    void anAmountOfACallThatWasNotMadeReverts() {
        String before = state();
        MarketEvent.TransactionExecuted executed =
                execute(rich, new Call.Swap(List.of(ETH_MAINNET), USDC, Amount.given(0), UInt256.ZERO));
        assertThat(executed.reason()).isEqualTo("UNKNOWN_RESULT");
        assertThat(state()).isEqualTo(before);
    }

    /** The classic: no capital but the gas. Buys where it is cheap, sells where it is dear, pays afterwards, keeps the rest. */
    @Test
    void aFlashSwapPaysForItself() {
        UInt256 ether = units(ETH, "5");
        UInt256 owed = price(ETH_MAINNET, ether);
        UInt256 proceeds = V2Library.amountOut(
                        ether, pair(DEAR).reserve0(), pair(DEAR).reserve1())
                .amount();
        assertThat(owed.isLessThan(proceeds)).isTrue();
        UInt256 etherBefore = owned(poor, ETH);
        MarketEvent.TransactionExecuted executed = execute(
                poor,
                new FlashLoan(
                        ETH_MAINNET,
                        ETH,
                        ether,
                        new Call.Batch(List.of(
                                new Call.Swap(List.of(DEAR), ETH, Amount.given(0), UInt256.ZERO),
                                new Call.Pay(ETH_MAINNET, USDC, Amount.of(owed))))));
        assertThat(executed.reason()).isEmpty();
        assertThat(owned(poor, USDC)).isEqualTo(proceeds.minusExact(owed));
        assertThat(owned(poor, ETH).isLessThan(etherBefore)).as("gas").isTrue();
        assertThat(pair(ETH_MAINNET).reserve1())
                .isEqualTo(units(USDC, "2000000").plusExact(owed));
        assertThat(events.stream().filter(MarketEvent.PoolSwapped.class::isInstance))
                .hasSize(2);
        assertThat(market.totals(poor).fills()).isEqualTo(2);
    }

    @Test
    void aFlashSwapThatPaysOneUnitTooLittleLeavesNothingButItsGas() {
        UInt256 ether = units(ETH, "5");
        String before = state();
        MarketEvent.TransactionExecuted executed = execute(
                rich,
                new FlashLoan(
                        ETH_MAINNET,
                        ETH,
                        ether,
                        new Call.Pay(
                                ETH_MAINNET,
                                USDC,
                                Amount.of(price(ETH_MAINNET, ether).minusExact(UInt256.ONE)))));
        assertThat(executed.reason()).isEqualTo("UniswapV2: K");
        assertThat(state()).isEqualTo(before);
        assertThat(events.stream().filter(MarketEvent.PoolSwapped.class::isInstance))
                .isEmpty();
        assertThat(market.totals(rich).fills()).isZero();
        assertThat(market.turnover(ETH_MAINNET)).isZero();
    }

    @Test
    void whatRevertsInsideIsTheReasonOutside() {
        String before = state();
        MarketEvent.TransactionExecuted executed = execute(
                rich,
                new FlashLoan(
                        ETH_MAINNET,
                        ETH,
                        units(ETH, "1"),
                        new Call.Swap(List.of(DEAR), USDC, UInt256.of(5), UInt256.MAX)));
        assertThat(executed.reason()).isEqualTo("UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aPairIsLockedWhileItIsPaidOut() {
        String before = state();
        for (Call again : List.of(
                new Call.Swap(List.of(ETH_MAINNET), USDC, UInt256.of(1_000_000), UInt256.ZERO),
                new FlashLoan(ETH_MAINNET, ETH, UInt256.ONE, new Call.Pay(ETH_MAINNET, USDC, Amount.all())),
                new Call.AddLiquidity(ETH_MAINNET, units(ETH, "1"), units(USDC, "2000"), UInt256.ZERO, UInt256.ZERO))) {
            MarketEvent.TransactionExecuted executed =
                    execute(rich, new FlashLoan(ETH_MAINNET, ETH, units(ETH, "1"), again));
            assertThat(executed.reason()).isEqualTo("UniswapV2: LOCKED");
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void gasRunsOutInTheMiddleAndEverythingIsUndone() {
        Call swaps = new Call.Batch(List.of(
                new Call.Swap(List.of(ETH_MAINNET), USDC, units(USDC, "1000"), UInt256.ZERO),
                new Call.Swap(List.of(DEAR), USDC, units(USDC, "1000"), UInt256.ZERO)));
        String before = state();
        long enough = market.gasEstimate(swaps);
        MarketEvent.TransactionExecuted cut = execute(rich, swaps, enough - 1);
        assertThat(cut.reason()).isEqualTo("OUT_OF_GAS");
        assertThat(cut.gasUsed()).isEqualTo(enough - 1);
        assertThat(state()).isEqualTo(before);
        assertThat(execute(rich, swaps, enough).gasUsed()).isEqualTo(enough);
    }

    /** The router looks at what would come out before anybody is paid, and has used 45 % of the gas by then. */
    @Test
    void aSwapOfTooLittleIsRefusedEarly() {
        MarketEvent.TransactionExecuted one =
                execute(rich, new Call.Swap(List.of(ETH_MAINNET), USDC, units(USDC, "1"), UInt256.MAX));
        assertThat(one.reason()).isEqualTo("UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT");
        assertThat(one.gasUsed()).isEqualTo(21_000 + 99_000 * 45 / 100);
        MarketEvent.TransactionExecuted two =
                execute(rich, new Call.Swap(List.of(ETH_MAINNET, DEAR), USDC, units(USDC, "1"), UInt256.MAX));
        assertThat(two.gasUsed()).isEqualTo(21_000 + 163_000 * 45 / 100);
        assertThat(execute(poor, new Call.Swap(List.of(ETH_MAINNET), USDC, units(USDC, "1"), UInt256.ZERO))
                        .gasUsed())
                .as("looked, and not paid")
                .isEqualTo(21_000 + 99_000 * 45 / 100);
    }

    /** A call that goes on whatever becomes of the one inside. */
    private record Attempt(Call inner) implements Call {
        @Override
        public void save(StateWriter out) {
            inner.write(out);
        }
    }

    /** The kind of such calls. */
    private static final class AttemptKind implements Kind {
        @Override
        public String name() {
            return "attempt";
        }

        @Override
        public List<CallKind<?>> calls() {
            return List.of(new CallKind<>(
                    Attempt.class,
                    "makes a call and goes on",
                    (in, inner) -> new Attempt(inner.read(in)),
                    (attempt, table) -> table.gas(attempt.inner()),
                    (attempt, asset, table) -> UInt256.ZERO));
        }

        @Override
        public Optional<Contract> onChain(Site site) {
            return Optional.of(new Service() {
                @Override
                public Result call(Frame frame, Call call) {
                    frame.callBack(((Attempt) call).inner(), List.of());
                    return Result.OK;
                }
            });
        }
    }

    /** What reverts inside a call that goes on is undone, and not told: no event, no fill, no message. */
    @Test
    void aFrameThatRevertsIsUndoneWhereTheCallAroundItGoesOn() {
        List<Kind> kinds = new ArrayList<>(Kinds.registered().all());
        kinds.add(new AttemptKind());
        market = MarketEngine.of(spec(), Kinds.of(kinds), 1);
        market.openParticipant("poor", List.of(new Endowment(MAINNET, ETH, units(ETH, "10"))));
        market.openParticipant("rich", TestMarket.plenty());
        Call halfway = new Call.Batch(List.of(
                new Call.Swap(List.of(DEAR), USDC, units(USDC, "5"), UInt256.ZERO),
                new Call.Deposit(0, USDC, units(USDC, "7")),
                new Call.Swap(List.of(DEAR), USDC, units(USDC, "5"), UInt256.MAX)));
        Call after = new Call.Swap(List.of(ETH_MAINNET), USDC, units(USDC, "1"), UInt256.ZERO);
        UInt256 dollars = owned(rich, USDC);
        UInt256 reserve = pair(DEAR).reserve1();
        MarketEvent.TransactionExecuted done =
                execute(rich, new Call.Batch(List.of(new Attempt(halfway), after)), 1_000_000);
        assertThat(done.reason()).isEmpty();
        assertThat(pair(DEAR).reserve1()).isEqualTo(reserve);
        assertThat(owned(rich, USDC)).isEqualTo(dollars.minusExact(units(USDC, "1")));
        assertThat(events.stream().filter(MarketEvent.PoolSwapped.class::isInstance))
                .hasSize(1);
        assertThat(events.stream().filter(TransportEvent.FundsSent.class::isInstance))
                .isEmpty();
        assertThat(market.totals(rich).fills()).isEqualTo(1);
        assertThat(market.turnover(DEAR)).isZero();
        long later = market.timeNanos() + 60 * SECOND;
        while (market.hasEventUntil(later)) {
            market.advance();
        }
        assertThat(events.stream().filter(TransportEvent.FundsArrived.class::isInstance))
                .isEmpty();
    }

    @Test
    void aContractOfAnotherChainIsNotThere() {
        assertThat(execute(
                                rich,
                                new Call.AddLiquidity(ETH_ROLLUP, UInt256.ONE, UInt256.ONE, UInt256.ZERO, UInt256.ZERO))
                        .reason())
                .isEqualTo("UNKNOWN_CONTRACT");
        assertThat(execute(rich, new Call.Swap(List.of(ETH_ROLLUP), USDC, UInt256.ONE, UInt256.ZERO))
                        .reason())
                .isEqualTo("UniswapV2Library: INVALID_PATH");
        assertThat(execute(rich, new Call.Pay(ETH_ROLLUP, USDC, Amount.all())).reason())
                .isEqualTo("ERC20: transfer to the zero address");
    }

    /** Any program, however it ends, leaves a market in which everything adds up; one that reverts leaves the state as it was. */
    @Test
    void randomProgramsConserveAndRevertWhole() {
        RandomStream random = RandomStream.of(11, "test/programs");
        int succeeded = 0;
        for (int i = 0; i < 200; i++) {
            String before = state();
            MarketEvent.TransactionExecuted executed = execute(rich, program(random, 3));
            succeeded += executed.succeeded() ? 1 : 0;
            if (!executed.succeeded()) {
                assertThat(state()).as("program %d: %s", i, executed.reason()).isEqualTo(before);
            }
        }
        assertThat(succeeded).isBetween(20, 180);
    }

    private Call program(RandomStream random, int depth) {
        int pool = random.nextBoolean(0.5) ? ETH_MAINNET : DEAR;
        int asset = random.nextBoolean(0.5) ? ETH : USDC;
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new Call.Swap(List.of(pool), asset, amount(random, asset), UInt256.ZERO);
            case 1 -> new Call.Transfer(poor, asset, amount(random, asset));
            case 2 -> new Call.Pay(pool, asset, amount(random, asset));
            case 3 ->
                new Call.RemoveLiquidity(pool, Amount.of(UInt256.of(random.nextInt(3))), UInt256.ZERO, UInt256.ZERO);
            case 4 -> new Call.Batch(List.of(program(random, depth - 1), program(random, depth - 1)));
            default ->
                new FlashLoan(
                        pool,
                        List.of(
                                new FlashLoan.Loan(ETH, UInt256.of(1 + random.nextInt(1000))),
                                new FlashLoan.Loan(USDC, UInt256.of(random.nextInt(2)))),
                        new Call.Batch(List.of(
                                program(random, depth - 1),
                                new Call.Pay(pool, ETH, Amount.of(UInt256.of(random.nextInt(3000)))))));
        };
    }

    private static Amount amount(RandomStream random, int asset) {
        return switch (random.nextInt(4)) {
            case 0 -> Amount.given(random.nextInt(3));
            default -> Amount.of(UInt256.of(1 + random.nextInt(asset == ETH ? 1_000_000_000 : 10_000_000)));
        };
    }
}
