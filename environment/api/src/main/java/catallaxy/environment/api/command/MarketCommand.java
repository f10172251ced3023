package catallaxy.environment.api.command;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * What a participant asks of the market.
 *
 * <p>Venues, exchanges, chains and assets are indices into the scenario's lists. Whether a command succeeds is seen in
 * the trace and in the participant's balances; a market rejection is a result, never an exception.
 */
public sealed interface MarketCommand {
    /**
     * Places an order on an order-book venue; it arrives after the exchange's latency.
     *
     * @param clientOrderId chosen by the participant, 0…2⁴⁰−1, not in use by another open order of its own there
     * @param priceTicks    limit price in the venue's ticks, or {@link #ANY_PRICE} with IOC or FOK: a market order
     * @param lots          quantity in the venue's lots, positive
     */
    record PlaceOrder(int venue, Side side, TimeInForce timeInForce, long clientOrderId, long priceTicks, long lots)
            implements MarketCommand {
        public PlaceOrder {
            Checks.present("side", "BUY or SELL", side);
            Checks.present("timeInForce", "GTC, IOC, FOK or POST_ONLY", timeInForce);
        }
    }

    /** Cancels one open order. */
    record CancelOrder(int venue, long clientOrderId) implements MarketCommand {}

    /** Cancels all of the participant's open orders on the venue. */
    record CancelAllOrders(int venue) implements MarketCommand {}

    /** Changes price and quantity of an open order; keeps queue position only when the quantity falls at the same price. */
    record ReplaceOrder(int venue, long clientOrderId, long priceTicks, long lots) implements MarketCommand {}

    /** Moves an asset from the participant's exchange account to its account on a chain; it arrives after the exchange's delay. */
    record Withdraw(int exchange, int chain, int asset, UInt256 amount) implements MarketCommand {
        public Withdraw {
            Checks.present("amount", "an amount", amount);
        }
    }

    /**
     * Sends a transaction to a chain; it reaches the mempool after the chain's propagation delay.
     *
     * @param nonce         the participant's transaction count on the chain, or {@link #NEXT_NONCE}
     * @param gasLimit      gas units, or {@link #ENOUGH_GAS}
     * @param deadlineNanos simulated time after which the call reverts
     */
    record SubmitTransaction(
            int chain,
            Call call,
            long nonce,
            long gasLimit,
            long maxFeePerGasWei,
            long maxPriorityFeePerGasWei,
            long deadlineNanos)
            implements MarketCommand {
        public SubmitTransaction {
            Checks.present("call", "a call", call);
        }
    }

    long ANY_PRICE = 0;
    long NEXT_NONCE = -1;
    long ENOUGH_GAS = -1;
    long NO_DEADLINE = Long.MAX_VALUE;
}
