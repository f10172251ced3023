package catallaxy.environment.api.command;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Commands as bytes, for snapshots and decision journals. */
public final class CommandCodec {
    private CommandCodec() {}

    /** Writes the kind of the command (0 to 9) and its fields, as {@link #read} expects them. */
    public static void write(StateWriter out, MarketCommand command) {
        switch (command) {
            case MarketCommand.PlaceOrder order -> writeOrder(out, order);
            case MarketCommand.CancelOrder(int venue, long id) ->
                out.int32(1).int32(venue).int64(id);
            case MarketCommand.CancelAllOrders(int venue) -> out.int32(2).int32(venue);
            case MarketCommand.ReplaceOrder(int venue, long id, long price, long lots, boolean postOnly) ->
                out.int32(postOnly ? 6 : 3).int32(venue).int64(id).int64(price).int64(lots);
            case MarketCommand.Withdraw(int exchange, int chain, int asset, UInt256 amount) ->
                amount(out.int32(4).int32(exchange).int32(chain).int32(asset), amount);
            case MarketCommand.SubmitTransaction transaction -> writeTransaction(out.int32(5), transaction);
            case MarketCommand.SubmitBundle bundle -> writeBundle(out.int32(8), bundle);
            case MarketCommand.BidForRound(int chain, long round, UInt256 bid) ->
                amount(out.int32(9).int32(chain).int64(round), bid);
        }
    }

    /** One that is neither iceberg nor stop order is written as it was before there were such. */
    private static void writeOrder(StateWriter out, MarketCommand.PlaceOrder order) {
        boolean plain = order.shownLots() == MarketCommand.ALL_SHOWN && !order.isStop();
        out.int32(plain ? 0 : 7)
                .int32(order.venue())
                .int32(order.side().code())
                .int32(order.timeInForce().code())
                .int64(order.clientOrderId())
                .int64(order.priceTicks())
                .int64(order.lots());
        if (!plain) {
            out.int64(order.shownLots()).int64(order.stopTicks());
        }
    }

    private static void writeTransaction(StateWriter out, MarketCommand.SubmitTransaction transaction) {
        out.int32(transaction.chain()).int64(transaction.nonce()).int64(transaction.gasLimit());
        out.int64(transaction.maxFeePerGasWei()).int64(transaction.maxPriorityFeePerGasWei());
        out.int64(transaction.deadlineNanos());
        transaction.call().write(out);
    }

    private static void writeBundle(StateWriter out, MarketCommand.SubmitBundle bundle) {
        out.int32(bundle.chain()).int64(bundle.bundleId()).int32(bundle.items().size());
        bundle.items().forEach(each -> each.save(out));
        amount(out, bundle.bidWei()).int64(bundle.firstBlock()).int64(bundle.lastBlock());
        out.flag(bundle.mayRevert()).int32(bundle.builder()).text(bundle.strategy());
    }

    /**
     * Reads a command, whose call, if it has one, is read by {@code calls}.
     *
     * @throws CorruptStateException if there is none
     */
    public static MarketCommand read(StateReader in, CallReader calls) {
        int kind = in.int32();
        return switch (kind) {
            case 0 -> order(in);
            case 1 -> new MarketCommand.CancelOrder(in.int32(), in.int64());
            case 2 -> new MarketCommand.CancelAllOrders(in.int32());
            case 3 -> new MarketCommand.ReplaceOrder(in.int32(), in.int64(), in.int64(), in.int64());
            case 4 -> new MarketCommand.Withdraw(in.int32(), in.int32(), in.int32(), amount(in));
            case 5 -> readTransaction(in, calls);
            case 6 -> new MarketCommand.ReplaceOrder(in.int32(), in.int64(), in.int64(), in.int64(), true);
            case 7 -> order(in).showing(in.int64()).triggeredAt(in.int64());
            case 8 -> bundle(in, calls);
            case 9 -> new MarketCommand.BidForRound(in.int32(), in.int64(), amount(in));
            default -> throw new CorruptStateException("kind of command: expected 0 to 9, found " + kind);
        };
    }

    private static MarketCommand.PlaceOrder order(StateReader in) {
        return new MarketCommand.PlaceOrder(in.int32(), side(in), timeInForce(in), in.int64(), in.int64(), in.int64());
    }

    private static MarketCommand readTransaction(StateReader in, CallReader calls) {
        int chain = in.int32();
        long nonce = in.int64();
        long gasLimit = in.int64();
        long maxFee = in.int64();
        long maxPriorityFee = in.int64();
        long deadline = in.int64();
        return new MarketCommand.SubmitTransaction(
                chain, calls.read(in), nonce, gasLimit, maxFee, maxPriorityFee, deadline);
    }

    private static MarketCommand bundle(StateReader in, CallReader calls) {
        int chain = in.int32();
        long id = in.int64();
        List<BundleItem> items = new ArrayList<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            items.add(BundleItem.load(in, calls));
        }
        UInt256 bid = amount(in);
        return new MarketCommand.SubmitBundle(
                chain, id, items, bid, in.int64(), in.int64(), in.flag(), in.int32(), in.text());
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
