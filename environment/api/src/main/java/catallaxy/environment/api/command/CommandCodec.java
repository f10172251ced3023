package catallaxy.environment.api.command;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Commands and calls as bytes, for snapshots and decision journals. */
public final class CommandCodec {
    private CommandCodec() {}

    public static void write(StateWriter out, MarketCommand command) {
        switch (command) {
            case MarketCommand.PlaceOrder(int venue, Side side, TimeInForce force, long id, long price, long lots) ->
                out.int32(0)
                        .int32(venue)
                        .int32(side.code())
                        .int32(force.code())
                        .int64(id)
                        .int64(price)
                        .int64(lots);
            case MarketCommand.CancelOrder(int venue, long id) ->
                out.int32(1).int32(venue).int64(id);
            case MarketCommand.CancelAllOrders(int venue) -> out.int32(2).int32(venue);
            case MarketCommand.ReplaceOrder(int venue, long id, long price, long lots) ->
                out.int32(3).int32(venue).int64(id).int64(price).int64(lots);
            case MarketCommand.Withdraw(int exchange, int chain, int asset, UInt256 amount) ->
                amount(out.int32(4).int32(exchange).int32(chain).int32(asset), amount);
            case MarketCommand.SubmitTransaction transaction -> writeTransaction(out.int32(5), transaction);
        }
    }

    private static void writeTransaction(StateWriter out, MarketCommand.SubmitTransaction transaction) {
        out.int32(transaction.chain()).int64(transaction.nonce()).int64(transaction.gasLimit());
        out.int64(transaction.maxFeePerGasWei()).int64(transaction.maxPriorityFeePerGasWei());
        out.int64(transaction.deadlineNanos());
        writeCall(out, transaction.call());
    }

    /**
     * Reads a command.
     *
     * @throws CorruptStateException if there is none
     */
    public static MarketCommand read(StateReader in) {
        int kind = in.int32();
        return switch (kind) {
            case 0 ->
                new MarketCommand.PlaceOrder(in.int32(), side(in), timeInForce(in), in.int64(), in.int64(), in.int64());
            case 1 -> new MarketCommand.CancelOrder(in.int32(), in.int64());
            case 2 -> new MarketCommand.CancelAllOrders(in.int32());
            case 3 -> new MarketCommand.ReplaceOrder(in.int32(), in.int64(), in.int64(), in.int64());
            case 4 -> new MarketCommand.Withdraw(in.int32(), in.int32(), in.int32(), amount(in));
            case 5 -> readTransaction(in);
            default -> throw new CorruptStateException("kind of command: expected 0 to 5, found " + kind);
        };
    }

    private static MarketCommand readTransaction(StateReader in) {
        int chain = in.int32();
        long nonce = in.int64();
        long gasLimit = in.int64();
        long maxFee = in.int64();
        long maxPriorityFee = in.int64();
        long deadline = in.int64();
        return new MarketCommand.SubmitTransaction(
                chain, readCall(in), nonce, gasLimit, maxFee, maxPriorityFee, deadline);
    }

    public static void writeCall(StateWriter out, Call call) {
        switch (call) {
            case Call.Swap(List<Integer> pools, int assetIn, UInt256 amountIn, UInt256 minOut) -> {
                out.int32(0).int32(pools.size());
                pools.forEach(out::int32);
                amount(amount(out.int32(assetIn), amountIn), minOut);
            }
            case Call.AddLiquidity(int pool, UInt256 desired0, UInt256 desired1, UInt256 min0, UInt256 min1) ->
                amount(amount(amount(amount(out.int32(1).int32(pool), desired0), desired1), min0), min1);
            case Call.RemoveLiquidity(int pool, UInt256 shares, UInt256 min0, UInt256 min1) ->
                amount(amount(amount(out.int32(2).int32(pool), shares), min0), min1);
            case Call.BridgeTransfer(int bridge, int asset, UInt256 amount) ->
                amount(out.int32(3).int32(bridge).int32(asset), amount);
            case Call.Deposit(int exchange, int asset, UInt256 amount) ->
                amount(out.int32(4).int32(exchange).int32(asset), amount);
            case Call.Transfer(int participant, int asset, UInt256 amount) ->
                amount(out.int32(5).int32(participant).int32(asset), amount);
            case Call.Batch(List<Call> calls) -> {
                out.int32(6).int32(calls.size());
                calls.forEach(each -> writeCall(out, each));
            }
        }
    }

    /**
     * Reads a call.
     *
     * @throws CorruptStateException if there is none
     */
    public static Call readCall(StateReader in) {
        return readCall(in, 0);
    }

    private static Call readCall(StateReader in, int depth) {
        int kind = in.int32();
        return switch (kind) {
            case 0 -> new Call.Swap(pools(in), in.int32(), amount(in), amount(in));
            case 1 -> new Call.AddLiquidity(in.int32(), amount(in), amount(in), amount(in), amount(in));
            case 2 -> new Call.RemoveLiquidity(in.int32(), amount(in), amount(in), amount(in));
            case 3 -> new Call.BridgeTransfer(in.int32(), in.int32(), amount(in));
            case 4 -> new Call.Deposit(in.int32(), in.int32(), amount(in));
            case 5 -> new Call.Transfer(in.int32(), in.int32(), amount(in));
            case 6 -> new Call.Batch(calls(in, depth));
            default -> throw new CorruptStateException("kind of call: expected 0 to 6, found " + kind);
        };
    }

    private static List<Integer> pools(StateReader in) {
        int count = in.count(Integer.BYTES);
        List<Integer> pools = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pools.add(in.int32());
        }
        return pools;
    }

    private static List<Call> calls(StateReader in, int depth) {
        int count = in.count(Integer.BYTES);
        if (depth >= Call.Batch.MAX_DEPTH || count == 0) {
            throw new CorruptStateException("batch of " + count + " calls, " + depth + " deep");
        }
        List<Call> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            calls.add(readCall(in, depth + 1));
        }
        return calls;
    }

    private static Side side(StateReader in) {
        int code = in.int32();
        return Arrays.stream(Side.values())
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow(() -> new CorruptStateException("side: expected 0 or 1, found " + code));
    }

    private static TimeInForce timeInForce(StateReader in) {
        int code = in.int32();
        return Arrays.stream(TimeInForce.values())
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow(() -> new CorruptStateException("time in force: expected 0 to 3, found " + code));
    }

    private static StateWriter amount(StateWriter out, UInt256 amount) {
        return out.int64(amount.limb(3))
                .int64(amount.limb(2))
                .int64(amount.limb(1))
                .int64(amount.limb(0));
    }

    private static UInt256 amount(StateReader in) {
        return UInt256.ofLimbs(in.int64(), in.int64(), in.int64(), in.int64());
    }
}
