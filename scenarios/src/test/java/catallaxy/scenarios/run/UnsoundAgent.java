package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import java.util.Arrays;
import java.util.List;

/** A user's agent that is wrong at every decision, in the way that its setting {@code way} names. */
public final class UnsoundAgent implements Agent {
    private static final long LONG_NANOS = 60_000_000_000L;

    private final String way;
    private long depth;

    /** As the loader of users' agents wants it. */
    public UnsoundAgent(AgentContext context) {
        way = context.text("way", "throws");
        if (way.equals("cannot begin")) {
            throw new IllegalStateException("no start");
        }
    }

    @Override
    public Action decide(Observation observation) {
        double[] values = new double[observation.actions().size()];
        return switch (way) {
            case "throws" -> throw new IllegalStateException("no idea");
            case "throws lines" -> throw new IllegalStateException("one\r\ntwo\u001B[31m");
            case "throws a book" -> throw new IllegalStateException("x".repeat(1_000_000));
            case "throws what throws" -> throw new Unspeakable();
            case "overflows" -> overflow(observation);
            case "nan" -> filled(values, Double.NaN);
            case "infinite" -> filled(values, Double.POSITIVE_INFINITY);
            case "oversized" -> filled(values, 1e12);
            case "short" -> Action.of();
            case "long" -> Action.of(Arrays.copyOf(values, values.length + 1));
            case "hangs" -> hang();
            case "trades and hangs" -> observation.epoch() < 4 ? filled(values, 100) : hang();
            case "trades always" -> filled(values, 100);
            case "null values" -> new Action.Vector(nothing());
            case "null list" -> Action.of(UnsoundAgent.<List<MarketCommand>>nothing());
            case "null command" -> Action.of(Arrays.asList(new MarketCommand.CancelAllOrders(0), nothing()));
            case "null side" -> order(nothing(), TimeInForce.GTC);
            case "null time in force" -> order(Side.BUY, nothing());
            case "null amount" -> Action.of(List.of(new MarketCommand.Withdraw(0, 0, 0, nothing())));
            case "null call" -> transaction(nothing());
            case "null in batch" ->
                transaction(new Call.Batch(Arrays.asList(new Call.Transfer(0, 0, UInt256.ONE), nothing())));
            case "null pool" -> transaction(new Call.Swap(Arrays.asList(0, nothing()), 0, UInt256.ONE, UInt256.ONE));
            case "buys beyond its means" -> filled(values, 5_000_000);
            case "sells beyond its means" -> filled(values, -5_000_000);
            case "cancels where there is no book" -> Action.of(List.of(new MarketCommand.CancelOrder(0, 7)));
            default -> Action.HOLD;
        };
    }

    /** What a careless author's code holds where something ought to be. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    private static Action order(Side side, TimeInForce force) {
        return Action.of(List.of(new MarketCommand.PlaceOrder(0, side, force, 1, 100, 1)));
    }

    private static Action transaction(Call call) {
        return Action.of(List.of(new MarketCommand.SubmitTransaction(
                0,
                call,
                MarketCommand.NEXT_NONCE,
                MarketCommand.ENOUGH_GAS,
                100_000_000_000L,
                1_000_000_000L,
                MarketCommand.NO_DEADLINE)));
    }

    private static Action filled(double[] values, double value) {
        Arrays.fill(values, value);
        return Action.of(values);
    }

    /** Calls itself until the stack is full. */
    private Action overflow(Observation observation) {
        return depth++ < 0 ? Action.HOLD : overflow(observation);
    }

    private static Action hang() {
        long end = System.nanoTime() + LONG_NANOS;
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return Action.HOLD;
    }

    /** An exception whose own methods throw. */
    private static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }
}
