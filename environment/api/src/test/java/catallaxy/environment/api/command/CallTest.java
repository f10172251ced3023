package catallaxy.environment.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls and commands: what they say of themselves, and what they are not made without. */
@SuppressWarnings("NullAway")
final class CallTest {
    private static final UInt256 SEVEN = UInt256.of(7);

    /** A call or command with a gap, and what is said of it. */
    record Gap(Runnable make, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    static List<Gap> gaps() {
        Amount none = null;
        UInt256 nothing = null;
        return List.of(
                new Gap(() -> new Call.Swap(List.of(0), 1, nothing, SEVEN), "amountIn: expected an amount"),
                new Gap(() -> new Call.Swap(List.of(0), 1, SEVEN, null), "minAmountOut: expected an amount"),
                new Gap(() -> new Call.Swap(Arrays.asList(0, null), 1, SEVEN, SEVEN), "pools[1]: expected a venue"),
                new Gap(
                        () -> new Call.AddLiquidity(0, SEVEN, nothing, SEVEN, SEVEN),
                        "amount1Desired: expected an amount"),
                new Gap(() -> new Call.AddLiquidity(0, SEVEN, SEVEN, null, SEVEN), "amount0Min: expected an amount"),
                new Gap(() -> new Call.RemoveLiquidity(0, none, SEVEN, SEVEN), "shares: expected an amount"),
                new Gap(() -> new Call.RemoveLiquidity(0, SEVEN, SEVEN, null), "amount1Min: expected an amount"),
                new Gap(() -> new Call.BridgeTransfer(0, 1, nothing), "amount: expected an amount"),
                new Gap(() -> new Call.Deposit(0, 1, none), "amount: expected an amount"),
                new Gap(() -> new Call.Transfer(0, 1, none), "amount: expected an amount"),
                new Gap(() -> new Call.Pay(0, 1, none), "amount: expected an amount"),
                new Gap(() -> new Call.Batch(Arrays.asList((Call) null)), "calls[0]: expected a call"),
                new Gap(() -> new Amount.Exactly(null), "units: expected a number of base units"),
                new Gap(() -> new MarketCommand.Withdraw(0, 1, 2, null), "amount: expected an amount"),
                new Gap(() -> new MarketCommand.SubmitTransaction(0, null, 0, 0, 0, 0, 0), "call: expected a call"),
                new Gap(
                        () -> new MarketCommand.PlaceOrder(0, null, TimeInForce.GTC, 0, 1, 1),
                        "side: expected BUY or SELL"),
                new Gap(
                        () -> new MarketCommand.PlaceOrder(0, Side.BUY, null, 0, 1, 1),
                        "timeInForce: expected GTC, IOC, FOK or POST_ONLY"));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void nothingIsMadeWithAGap(Gap gap) {
        assertThatThrownBy(gap.make::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(gap.message + ", found nothing");
    }

    @Test
    void aWayAndABatchHaveAtLeastOneStep() {
        assertThatThrownBy(() -> new Call.Swap(List.of(), 1, SEVEN, SEVEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("swap: expected at least one pool");
        assertThatThrownBy(() -> new Call.Batch(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch: expected at least one call");
    }

    @Test
    void theListsAreCopies() {
        List<Integer> pools = new ArrayList<>(List.of(3));
        List<Call> calls = new ArrayList<>(List.of(new Call.Pay(0, 1, Amount.all())));
        Call.Swap swap = new Call.Swap(pools, 1, SEVEN, SEVEN);
        Call.Batch batch = new Call.Batch(calls);
        pools.clear();
        calls.clear();
        assertThat(swap.pools()).containsExactly(3);
        assertThat(batch.calls()).hasSize(1);
    }

    @Test
    void aCallIsWrittenBehindItsName() {
        Call pay = new Call.Pay(4, 1, Amount.given(2));
        StateWriter out = new StateWriter();
        pay.write(out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(in.text()).isEqualTo("Pay").isEqualTo(pay.name());
        assertThat(Call.Pay.load(in)).isEqualTo(pay);
        in.end();
    }

    @Test
    void onlyAnExactAmountIsKnownBeforehand() {
        assertThat(Amount.of(SEVEN).known()).isEqualTo(SEVEN);
        assertThat(Amount.all().known()).isEqualTo(UInt256.ZERO);
        assertThat(Amount.given(3).known()).isEqualTo(UInt256.ZERO);
        assertThatThrownBy(() -> Amount.given(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("call: expected 0 to ")
                .hasMessageEndingWith("found -1");
    }

    @Test
    void aCallOfAVenueSaysWhich() {
        assertThat(new Call.AddLiquidity(4, SEVEN, SEVEN, SEVEN, SEVEN).venue()).isEqualTo(4);
        assertThat(new Call.RemoveLiquidity(5, SEVEN, SEVEN, SEVEN).venue()).isEqualTo(5);
    }

    @Test
    void theDeepestCallOfABatchCounts() {
        Call pay = new Call.Pay(0, 1, Amount.all());
        Call deep = new Call.Batch(List.of(new Call.Batch(List.of(pay))));
        assertThat(pay.nested()).isEqualTo(1);
        assertThat(new Call.Batch(List.of(deep, pay)).nested()).isEqualTo(4);
    }

    @Test
    void aTransactionIsChangedOneFieldAtATime() {
        Call pay = new Call.Pay(0, 1, Amount.all());
        Call other = new Call.Pay(0, 2, Amount.all());
        MarketCommand.SubmitTransaction sent = new MarketCommand.SubmitTransaction(1, pay, 2, 3, 4, 5, 6);
        assertThat(sent.withCall(other)).isEqualTo(new MarketCommand.SubmitTransaction(1, other, 2, 3, 4, 5, 6));
        assertThat(sent.withNonce(9)).isEqualTo(new MarketCommand.SubmitTransaction(1, pay, 9, 3, 4, 5, 6));
        assertThat(sent.withGasLimit(9)).isEqualTo(new MarketCommand.SubmitTransaction(1, pay, 2, 9, 4, 5, 6));
        assertThat(sent.withFees(9, 8)).isEqualTo(new MarketCommand.SubmitTransaction(1, pay, 2, 3, 9, 8, 6));
        assertThat(sent.withDeadline(9)).isEqualTo(new MarketCommand.SubmitTransaction(1, pay, 2, 3, 4, 5, 9));
    }

    /** A tenth more, rounded down, and at least a wei: what {@code MempoolTest} holds against the mempool. */
    @Test
    void whatOutbidsRaisesBothFeesByTheLeast() {
        Call pay = new Call.Pay(0, 1, Amount.all());
        MarketCommand.SubmitTransaction sent = new MarketCommand.SubmitTransaction(1, pay, 2, 3, 1_009, 9, 6);
        assertThat(sent.outbidding()).isEqualTo(sent.withFees(1_109, 10));
        assertThat(sent.withFees(0, 0).outbidding()).isEqualTo(sent.withFees(1, 1));
        assertThatThrownBy(() -> sent.withFees(Long.MAX_VALUE, 1).outbidding()).isInstanceOf(ArithmeticException.class);
    }

    /** Numbers in saved states and digests, which later programs read. */
    @Test
    void theCodesStayWhatTheyAre() {
        assertThat(List.of(Side.BUY.code(), Side.SELL.code())).containsExactly(0, 1);
        assertThat(Arrays.stream(TimeInForce.values()).map(TimeInForce::code)).containsExactly(0, 1, 2, 3);
        assertThat(Side.BUY.opposite()).isEqualTo(Side.SELL);
        assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
    }
}
