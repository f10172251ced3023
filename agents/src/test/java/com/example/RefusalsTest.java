package com.example;

import static com.example.TinyMarket.AWAY;
import static com.example.TinyMarket.BANK;
import static com.example.TinyMarket.BOOK;
import static com.example.TinyMarket.ETH;
import static com.example.TinyMarket.HOME;
import static com.example.TinyMarket.MANAGED_POOL;
import static com.example.TinyMarket.MARGINED_OPTIONS;
import static com.example.TinyMarket.OPTIONS;
import static com.example.TinyMarket.POOL;
import static com.example.TinyMarket.USDC;
import static com.example.TinyMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.AddBridgeLiquidity;
import catallaxy.environment.market.bridge.ForgeMessage;
import catallaxy.environment.market.bridge.RemoveBridgeLiquidity;
import catallaxy.environment.market.rollup.ForceTransaction;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.adaptive.SetPoolFee;
import catallaxy.environment.market.venue.lending.LendingCall;
import catallaxy.environment.market.venue.option.OptionCall;
import catallaxy.environment.market.venue.uniswapv4.DonateToRange;
import catallaxy.environment.market.venue.uniswapv4.ProvideRange;
import catallaxy.environment.market.venue.uniswapv4.WithdrawRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reasons on the page of commands are those that a sender is told. */
class RefusalsTest {
    private static final Path PAGE = Path.of(System.getProperty("catallaxy.root", ".."), "docs", "commands.md");
    private static final UInt256 NONE = UInt256.ZERO;
    private static final UInt256 DOLLAR = units(USDC, "1");
    private static final int MINE = TinyMarket.SPEC.participant("mine");

    /** Commands and the only reason for which any of them is refused. */
    record Refused(String reason, Function<Account, List<MarketCommand>> commands) {
        @Override
        public String toString() {
            return reason;
        }
    }

    private static Refused call(String reason, Call call) {
        return new Refused(reason, account -> List.of(account.transaction(AWAY, call)));
    }

    private static Refused forced(String reason, int rollup, long gasLimit) {
        Call force = new ForceTransaction(rollup, gasLimit, new Call.Transfer(0, ETH, UInt256.ONE));
        return new Refused(reason, account -> List.of(account.transaction(HOME, force)));
    }

    private static Refused order(String reason, TimeInForce force, long id, long ticks, long lots) {
        return new Refused(
                reason, account -> List.of(new MarketCommand.PlaceOrder(BOOK, Side.BUY, force, id, ticks, lots)));
    }

    private static Refused transaction(
            String reason, Function<MarketCommand.SubmitTransaction, MarketCommand.SubmitTransaction> change) {
        Call pay = new Call.Transfer(0, ETH, UInt256.ONE);
        return new Refused(reason, account -> List.of(change.apply(account.transaction(AWAY, pay))));
    }

    private static MarketCommand.SubmitTransaction waiting(Account account, long fee) {
        Call pay = new Call.Transfer(0, ETH, UInt256.ONE);
        return account.transaction(AWAY, pay).withFees(fee, fee).withNonce(0);
    }

    static Stream<Refused> orders() {
        return Stream.of(
                order("INVALID_LOTS", TimeInForce.GTC, 1, 100, 0),
                order("INVALID_ORDER_ID", TimeInForce.GTC, -1, 100, 1),
                order("INVALID_PRICE", TimeInForce.GTC, 1, MarketCommand.ANY_PRICE, 1),
                order("NO_LIQUIDITY", TimeInForce.IOC, 1, MarketCommand.ANY_PRICE, 1),
                order("ORDER_TOO_LARGE", TimeInForce.GTC, 1, 200_000, Long.MAX_VALUE),
                order("INSUFFICIENT_BALANCE", TimeInForce.GTC, 1, 200_000, 10_000_000),
                order("FILL_OR_KILL_NOT_FILLED", TimeInForce.FOK, 1, 200_000, 1),
                new Refused("UNKNOWN_ORDER", account -> List.of(new MarketCommand.CancelOrder(BOOK, 7))),
                new Refused("UNKNOWN_BOOK", account -> List.of(new MarketCommand.CancelAllOrders(POOL))),
                new Refused("UNKNOWN_CHAIN", account -> List.of(new MarketCommand.Withdraw(0, 9, USDC, DOLLAR))),
                new Refused("UNKNOWN_ASSET", account -> List.of(new MarketCommand.Withdraw(0, HOME, 9, DOLLAR))),
                new Refused("UNKNOWN_EXCHANGE", account -> List.of(new MarketCommand.Withdraw(9, HOME, USDC, DOLLAR))),
                new Refused(
                        "INSUFFICIENT_BALANCE", account -> List.of(new MarketCommand.Withdraw(0, HOME, USDC, NONE))));
    }

    static Stream<Refused> transactions() {
        return Stream.of(
                transaction("GAS_LIMIT_OUT_OF_RANGE", each -> each.withGasLimit(20_999)),
                transaction("INVALID_FEE", each -> each.withFees(1, 2)),
                transaction("INSUFFICIENT_FUNDS_FOR_GAS", each -> each.withFees(1_000_000_000_000_000L, 1)),
                transaction("OUT_OF_GAS", each -> each.withGasLimit(21_001)),
                transaction(
                        "DEADLINE_PASSED_IN_MEMPOOL",
                        each -> each.withFees(1, 1).withDeadline(20_000_000_000L)),
                transaction("UniswapV2Router: EXPIRED", each -> each.withDeadline(1)),
                new Refused("REPLACEMENT_UNDERPRICED", account -> List.of(waiting(account, 99), waiting(account, 107))),
                call("UNKNOWN_RESULT", new Call.Batch(List.of(new Call.Transfer(0, ETH, Amount.given(3))))),
                call("UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT", swap(DOLLAR, UInt256.MAX)),
                call("UniswapV2Library: INSUFFICIENT_INPUT_AMOUNT", swap(NONE, NONE)),
                call("TransferHelper: TRANSFER_FROM_FAILED", swap(DOLLAR, NONE)),
                call("UniswapV2Library: INVALID_PATH", new Call.Swap(List.of(BOOK), USDC, DOLLAR, NONE)),
                call("UNKNOWN_CONTRACT", new Call.RemoveLiquidity(BOOK, DOLLAR, NONE, NONE)),
                call("TransferHelper: TRANSFER_FROM_FAILED", new Call.RemoveLiquidity(POOL, DOLLAR, NONE, NONE)),
                call("Bridge: UNKNOWN_BRIDGE", new Call.BridgeTransfer(9, ETH, DOLLAR)),
                call("Bridge: UNSUPPORTED_ROUTE", new Call.BridgeTransfer(0, 9, DOLLAR)),
                call("Bridge: INSUFFICIENT_BALANCE", new Call.BridgeTransfer(0, USDC, DOLLAR)),
                call("Bridge: NO_POOLS", new AddBridgeLiquidity(0, ETH, Amount.of(DOLLAR))),
                call("Bridge: NO_POOLS", new RemoveBridgeLiquidity(0, ETH, Amount.all())),
                call("Bridge: INSUFFICIENT_LIQUIDITY", new RemoveBridgeLiquidity(1, USDC, Amount.all())),
                call("Bridge: INSUFFICIENT_BALANCE", new AddBridgeLiquidity(1, USDC, Amount.of(NONE))),
                call("Bridge: NO_COMMITTEE", new ForgeMessage(0, USDC, DOLLAR, DOLLAR)),
                forced("Rollup: NOT_FORCED_FROM_HERE", HOME, 100_000),
                forced("Rollup: GAS_LIMIT_NOT_WITHIN_A_BLOCK", AWAY, 20_999),
                call("Exchange: UNKNOWN_EXCHANGE", new Call.Deposit(9, ETH, DOLLAR)),
                call("ERC20: transfer amount exceeds balance", new Call.Deposit(0, USDC, NONE)),
                call("ERC20: transfer amount exceeds balance", new Call.Transfer(0, USDC, DOLLAR)),
                call("ERC20: transfer to the zero address", new Call.Transfer(99, ETH, DOLLAR)),
                call("ERC20: transfer to the zero address", new Call.Pay(BOOK, ETH, Amount.of(DOLLAR))),
                call("UniswapV2: INSUFFICIENT_INPUT_AMOUNT", flash(new Call.Transfer(0, USDC, NONE))),
                call("UniswapV2: K", flash(new Call.Pay(POOL, ETH, Amount.of(UInt256.ONE)))),
                call("UniswapV2: LOCKED", flash(swap(DOLLAR, NONE))));
    }

    static Stream<Refused> loans() {
        Amount dollar = Amount.of(DOLLAR);
        return Stream.of(
                call("82", new LendingCall.SupplyAsset(BANK, 9, dollar)),
                call("26", new LendingCall.SupplyAsset(BANK, ETH, Amount.of(NONE))),
                call(
                        "ERC20: transfer amount exceeds balance or allowance",
                        new LendingCall.SupplyAsset(BANK, USDC, dollar)),
                call("32", new LendingCall.WithdrawAsset(BANK, USDC, dollar)),
                call("34", new LendingCall.BorrowAsset(BANK, USDC, dollar)),
                call("36", backed(new LendingCall.BorrowAsset(BANK, USDC, Amount.of(units(USDC, "751"))))),
                call("35", backed(borrowing(new LendingCall.UseAsCollateral(BANK, ETH, false)))),
                call("39", new LendingCall.RepayDebt(BANK, USDC, dollar)),
                call("43", new LendingCall.UseAsCollateral(BANK, ETH, true)),
                call("45", new LendingCall.LiquidateDebt(BANK, 0, ETH, USDC, dollar, false)),
                call("ERC20: transfer amount exceeds balance", lent(units(USDC, "1000001"))),
                call("ERC20: transfer amount exceeds balance or allowance", lent(units(USDC, "1000"))));
    }

    /** After half an ETH was supplied. */
    private static Call backed(Call then) {
        Call supply = new LendingCall.SupplyAsset(BANK, ETH, Amount.of(units(ETH, "0.5")));
        return new Call.Batch(List.of(supply, then));
    }

    private static Call borrowing(Call then) {
        return new Call.Batch(List.of(new LendingCall.BorrowAsset(BANK, USDC, Amount.of(DOLLAR)), then));
    }

    private static Call lent(UInt256 dollars) {
        return new FlashLoan(BANK, USDC, dollars, new Call.Transfer(0, ETH, UInt256.ONE));
    }

    static Stream<Refused> options() {
        UInt256 some = units(ETH, "0.1");
        return Stream.of(
                call("Options: UNKNOWN_SERIES", new OptionCall.SettleOptions(OPTIONS, 4)),
                call("Options: NO_QUANTITY", new OptionCall.BuyOptions(OPTIONS, 0, NONE, UInt256.MAX)),
                call("Options: TOO_DEAR", new OptionCall.BuyOptions(OPTIONS, 0, some, UInt256.ONE)),
                call("Options: TOO_CHEAP", new OptionCall.SellOptions(OPTIONS, 0, some, units(USDC, "11"))),
                call("Options: UNPAID", new OptionCall.BuyOptions(OPTIONS, 0, some, UInt256.MAX)),
                call("Options: UNPAID", new OptionCall.SellOptions(OPTIONS, 0, units(ETH, "2"), NONE)),
                call("Options: NOT_COVERED", new OptionCall.SellOptions(OPTIONS, 0, units(ETH, "1000"), NONE)),
                call("Options: NOT_EXPIRED", new OptionCall.SettleOptions(OPTIONS, 0)),
                call(
                        "Options: UNKNOWN_ASSET",
                        new OptionCall.DepositInOptionVault(OPTIONS, 9, Amount.of(DOLLAR), NONE)),
                call("Options: NO_SHARES", new OptionCall.DepositInOptionVault(OPTIONS, USDC, Amount.of(NONE), NONE)),
                call("Options: NO_SHARES", new OptionCall.WithdrawFromOptionVault(OPTIONS, DOLLAR, USDC, NONE)),
                call(
                        "Options: TOO_FEW_SHARES",
                        new OptionCall.DepositInOptionVault(OPTIONS, ETH, Amount.of(some), UInt256.MAX)),
                call("Options: NO_MARGIN_HERE", new OptionCall.PostWriterMargin(OPTIONS, Amount.of(DOLLAR))),
                call("Options: BELOW_MARGIN", new OptionCall.TakeWriterMargin(MARGINED_OPTIONS, DOLLAR)),
                call("Options: BELOW_MARGIN", new OptionCall.SellOptions(MARGINED_OPTIONS, 0, some, NONE)),
                call("Options: NOT_AT_RISK", new OptionCall.LiquidateWriter(MARGINED_OPTIONS, 0)));
    }

    static Stream<Refused> ranges() {
        return Stream.of(
                call("TicksMisordered", provided(60, 60, NONE)),
                call("TickLowerOutOfBounds", provided(-900_000, 60, NONE)),
                call("TickUpperOutOfBounds", provided(60, 900_000, NONE)),
                call("TickMisaligned", provided(-60, 61, NONE)),
                call("MinimumAmountInsufficient", provided(0, 60, units(ETH, "1"))),
                call("CannotUpdateEmptyPosition", withdrawn(NONE)),
                call("SafeCastOverflow", withdrawn(DOLLAR)),
                call("TRANSFER_FROM_FAILED", new DonateToRange(MANAGED_POOL, Amount.of(NONE), Amount.of(DOLLAR))),
                call("FeeOutOfBounds", new SetPoolFee(MANAGED_POOL, 50)));
    }

    private static Call provided(int lower, int upper, UInt256 leastEther) {
        Amount some = Amount.of(units(ETH, "0.1"));
        return new ProvideRange(MANAGED_POOL, lower, upper, some, Amount.of(NONE), leastEther, NONE);
    }

    private static Call withdrawn(UInt256 liquidity) {
        return new WithdrawRange(MANAGED_POOL, -60, 60, liquidity, NONE, NONE);
    }

    private static Call swap(UInt256 in, UInt256 least) {
        return new Call.Swap(List.of(POOL), USDC, in, least);
    }

    private static Call flash(Call then) {
        return new FlashLoan(POOL, USDC, units(USDC, "10"), then);
    }

    @ParameterizedTest
    @MethodSource({"orders", "transactions", "loans", "options", "ranges"})
    void isToldAndIsOnThePage(Refused refused) throws IOException {
        TinyMarket market = new TinyMarket();
        market.run(
                context ->
                        seen -> seen.epoch() == 0 ? Action.of(refused.commands().apply(seen.account())) : Action.HOLD,
                Map.of(),
                seen -> List.of());
        assertThat(reasons(market)).containsExactly(refused.reason());
        String page = Files.readString(PAGE).replaceAll("\\s+", " ");
        String[] words = refused.reason().split(": ", 2);
        assertThat(page).contains(words[words.length - 1]);
    }

    private static List<String> reasons(TinyMarket market) {
        return market.events.stream()
                .flatMap(event -> switch (event) {
                    case MarketEvent.CommandRejected refusal -> Stream.of(refusal.reason());
                    case MarketEvent.TransactionDropped drop -> Stream.of(drop.reason());
                    case MarketEvent.TransactionExecuted done
                    when done.participant() == MINE && !done.succeeded() -> Stream.of(done.reason());
                    default -> Stream.<String>empty();
                })
                .toList();
    }
}
