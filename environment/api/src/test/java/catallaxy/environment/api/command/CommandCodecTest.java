package catallaxy.environment.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandCodecTest {
    private static final UInt256 LARGE = UInt256.MAX.minusExact(UInt256.ONE);

    static List<Call> calls() {
        return List.of(
                new Call.Swap(List.of(3, 1), 2, LARGE, UInt256.ONE),
                new Call.AddLiquidity(1, LARGE, UInt256.of(2), UInt256.of(3), UInt256.of(4)),
                new Call.RemoveLiquidity(1, LARGE, UInt256.of(2), UInt256.of(3)),
                new Call.BridgeTransfer(1, 2, LARGE),
                new Call.Deposit(1, 2, LARGE),
                new Call.Transfer(1, 2, LARGE),
                new Call.Pay(1, 2, Amount.all()),
                new Call.Swap(List.of(1), 2, Amount.given(0), UInt256.ZERO),
                new Call.Batch(List.of(new Call.Deposit(1, 2, LARGE), new Call.Transfer(3, 4, UInt256.ONE))),
                nested(Call.Batch.MAX_DEPTH));
    }

    static List<MarketCommand> orders() {
        return List.of(
                new MarketCommand.PlaceOrder(1, Side.SELL, TimeInForce.POST_ONLY, 2, 3, 4),
                new MarketCommand.PlaceOrder(1, Side.SELL, TimeInForce.GTC, 2, 3, 40).showing(5),
                new MarketCommand.PlaceOrder(1, Side.BUY, TimeInForce.IOC, 2, 0, 4).triggeredAt(99),
                new MarketCommand.PlaceOrder(1, Side.BUY, TimeInForce.GTC, 2, 3, 4, 5, 6),
                new MarketCommand.CancelOrder(1, 2),
                new MarketCommand.CancelAllOrders(1),
                new MarketCommand.ReplaceOrder(1, 2, 3, 4),
                new MarketCommand.ReplaceOrder(1, 2, 3, 4, true),
                new MarketCommand.Withdraw(1, 2, 3, LARGE),
                new MarketCommand.SubmitBundle(
                        1,
                        2,
                        List.of(
                                new BundleItem.Own(new Call.Transfer(1, 2, UInt256.ONE), 3, 4, 5),
                                new BundleItem.Waiting(6, 7, 8)),
                        LARGE,
                        9,
                        10,
                        true,
                        2,
                        "backrun"),
                new MarketCommand.SubmitBundle(1, 2, List.of(), UInt256.ONE, 9, ""),
                new MarketCommand.BidForRound(1, 2, LARGE));
    }

    private static Call nested(int depth) {
        Call call = new Call.Transfer(1, 2, UInt256.ONE);
        for (int i = 0; i < depth; i++) {
            call = new Call.Batch(List.of(new Call.Deposit(1, 2, LARGE), call));
        }
        return call;
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsWhatItWrote(MarketCommand command) {
        StateWriter out = new StateWriter();
        CommandCodec.write(out, command);
        StateReader in = new StateReader(out.toBytes());
        assertThat(CommandCodec.read(in, CommandCodecTest::call)).isEqualTo(command);
        in.end();
    }

    @Test
    void anOrderThatIsNeitherIcebergNorStopOrderIsWrittenAsItWas() {
        StateWriter out = new StateWriter();
        CommandCodec.write(out, new MarketCommand.PlaceOrder(1, Side.SELL, TimeInForce.GTC, 2, 3, 4));
        StateWriter before = new StateWriter().int32(0).int32(1).int32(1).int32(0);
        assertThat(out.toBytes()).isEqualTo(before.int64(2).int64(3).int64(4).toBytes());
    }

    /** A change that may take is written as it was before there was another: journals of then are read, with their digests. */
    @Test
    void aReplacementIsWrittenAsItWas() {
        StateWriter out = new StateWriter();
        CommandCodec.write(out, new MarketCommand.ReplaceOrder(1, 2, 3, 4));
        StateWriter before =
                new StateWriter().int32(3).int32(1).int64(2).int64(3).int64(4);
        assertThat(out.toBytes()).isEqualTo(before.toBytes());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void readsTheTransactionThatItWrote(Call call) {
        readsWhatItWrote(new MarketCommand.SubmitTransaction(1, call, 2, 3, 4, 5, 6));
    }

    /** Whatever can be made can be read back: a deeper one is refused where it is made. */
    @Test
    void batchesStandInEachOtherAsDeepAsCanBeRead() {
        assertThatThrownBy(() -> nested(Call.Batch.MAX_DEPTH + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batches in each other: expected 1 to 8, found 9");
    }

    /** The calls that every chain knows, by name. */
    private static Call call(StateReader in) {
        String name = in.text();
        return switch (name) {
            case "Swap" -> Call.Swap.load(in);
            case "AddLiquidity" -> Call.AddLiquidity.load(in);
            case "RemoveLiquidity" -> Call.RemoveLiquidity.load(in);
            case "BridgeTransfer" -> Call.BridgeTransfer.load(in);
            case "Deposit" -> Call.Deposit.load(in);
            case "Transfer" -> Call.Transfer.load(in);
            case "Pay" -> Call.Pay.load(in);
            case "Batch" -> Call.Batch.load(in, CommandCodecTest::call);
            default -> throw new CorruptStateException(name);
        };
    }

    @Test
    void anAmountOfAnUnknownKindIsCorrupt() {
        StateWriter out = new StateWriter().int32(3);
        assertThatThrownBy(() -> Amount.load(new StateReader(out.toBytes())))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("kind of amount: expected 0 to 2, found 3");
        StateWriter negative = new StateWriter().int32(2).int32(-1);
        assertThatThrownBy(() -> Amount.load(new StateReader(negative.toBytes())))
                .isInstanceOf(CorruptStateException.class);
    }

    private static void assertCorrupt(StateWriter out, String message) {
        assertThatThrownBy(() -> CommandCodec.read(new StateReader(out.toBytes()), CommandCodecTest::call))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage(message);
    }

    @Test
    void aCommandOfAnUnknownKindSideOrTimeInForceIsCorrupt() {
        assertCorrupt(new StateWriter().int32(10), "kind of command: expected 0 to 9, found 10");
        assertCorrupt(new StateWriter().int32(-1), "kind of command: expected 0 to 9, found -1");
        assertCorrupt(new StateWriter().int32(0).int32(3).int32(2), "side: expected 0 or 1, found 2");
        assertCorrupt(new StateWriter().int32(0).int32(3).int32(1).int32(4), "time in force: expected 0 to 3, found 4");
    }

    @Test
    void everySideAndTimeInForceIsReadBack() {
        for (Side side : Side.values()) {
            for (TimeInForce force : TimeInForce.values()) {
                readsWhatItWrote(new MarketCommand.PlaceOrder(
                        Integer.MIN_VALUE, side, force, Long.MAX_VALUE, Long.MIN_VALUE, -1));
            }
        }
    }
}
