package catallaxy.environment.api.command;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

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
     * @param shownLots     most lots that others see of it at a time while it rests, or {@link #ALL_SHOWN}
     * @param stopTicks     the last trade's price at which it enters the book, which is at least that for a buy and at most that for
     *                      a sale, or {@link #NO_STOP}: it enters when it arrives
     */
    record PlaceOrder(
            int venue,
            Side side,
            TimeInForce timeInForce,
            long clientOrderId,
            long priceTicks,
            long lots,
            long shownLots,
            long stopTicks)
            implements MarketCommand {
        public PlaceOrder {
            Checks.present("side", "BUY or SELL", side);
            Checks.present("timeInForce", "GTC, IOC, FOK or POST_ONLY", timeInForce);
        }

        /** An order that shows all its lots and enters the book when it arrives. */
        public PlaceOrder(
                int venue, Side side, TimeInForce timeInForce, long clientOrderId, long priceTicks, long lots) {
            this(venue, side, timeInForce, clientOrderId, priceTicks, lots, ALL_SHOWN, NO_STOP);
        }

        /** The same as an iceberg, of which so many lots are seen at a time. */
        public PlaceOrder showing(long lotsSeen) {
            return new PlaceOrder(venue, side, timeInForce, clientOrderId, priceTicks, lots, lotsSeen, stopTicks);
        }

        /** The same as a stop order, which enters the book when a trade has reached the price. */
        public PlaceOrder triggeredAt(long ticks) {
            return new PlaceOrder(venue, side, timeInForce, clientOrderId, priceTicks, lots, shownLots, ticks);
        }

        /** Whether it waits for a trade before it enters the book. */
        public boolean isStop() {
            return stopTicks != NO_STOP;
        }
    }

    /** Cancels one open order. */
    record CancelOrder(int venue, long clientOrderId) implements MarketCommand {}

    /** Cancels all of the participant's open orders on the venue. */
    record CancelAllOrders(int venue) implements MarketCommand {}

    /**
     * Changes price and quantity of an open order; keeps queue position only when the quantity falls at the same price.
     *
     * @param priceTicks new limit price in the venue's ticks
     * @param lots       new quantity that is to be open, in the venue's lots, positive
     * @param postOnly   whether it is refused, and the order left as it is, where the new price would take
     */
    record ReplaceOrder(int venue, long clientOrderId, long priceTicks, long lots, boolean postOnly)
            implements MarketCommand {
        /** A change after which the order may take. */
        public ReplaceOrder(int venue, long clientOrderId, long priceTicks, long lots) {
            this(venue, clientOrderId, priceTicks, lots, false);
        }
    }

    /** Moves an asset from the participant's exchange account to its account on a chain; it arrives after the exchange's delay. */
    record Withdraw(int exchange, int chain, int asset, UInt256 amount) implements MarketCommand {
        public Withdraw {
            Checks.present("amount", "an amount", amount);
        }
    }

    /**
     * Sends a transaction to a chain; it reaches the mempool after the chain's propagation delay.
     *
     * @param nonce                   the participant's transaction count on the chain, or {@link #NEXT_NONCE}; that of a transaction
     *                                which waits, to replace it
     * @param gasLimit                gas units, or {@link #ENOUGH_GAS}
     * @param maxFeePerGasWei         most it pays per gas, base fee and priority fee together
     * @param maxPriorityFeePerGasWei most it pays the proposer per gas
     * @param deadlineNanos           simulated time after which the call reverts
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

        /** The same, but with another call. */
        public SubmitTransaction withCall(Call other) {
            return new SubmitTransaction(
                    chain, other, nonce, gasLimit, maxFeePerGasWei, maxPriorityFeePerGasWei, deadlineNanos);
        }

        /** The same, but with another nonce. */
        public SubmitTransaction withNonce(long other) {
            return new SubmitTransaction(
                    chain, call, other, gasLimit, maxFeePerGasWei, maxPriorityFeePerGasWei, deadlineNanos);
        }

        /** The same, but with another gas limit. */
        public SubmitTransaction withGasLimit(long units) {
            return new SubmitTransaction(
                    chain, call, nonce, units, maxFeePerGasWei, maxPriorityFeePerGasWei, deadlineNanos);
        }

        /** The same, but with other fees, wei per gas. */
        public SubmitTransaction withFees(long mostWei, long mostPriorityWei) {
            return new SubmitTransaction(chain, call, nonce, gasLimit, mostWei, mostPriorityWei, deadlineNanos);
        }

        /** The same, but with another deadline, simulated time. */
        public SubmitTransaction withDeadline(long nanos) {
            return new SubmitTransaction(chain, call, nonce, gasLimit, maxFeePerGasWei, maxPriorityFeePerGasWei, nanos);
        }

        /**
         * The same with the least fees at which it replaces this one while that waits: both raised by a part in
         * {@link #REPLACEMENT_RAISE}, rounded down, and by at least one wei. Nonce and call stay.
         *
         * @throws ArithmeticException if a fee is beyond what a {@code long} holds
         */
        public SubmitTransaction outbidding() {
            return withFees(raised(maxFeePerGasWei), raised(maxPriorityFeePerGasWei));
        }

        private static long raised(long feeWei) {
            return Math.addExact(feeWei, Math.max(1, feeWei / REPLACEMENT_RAISE));
        }
    }

    /**
     * Hands builders a bundle: transactions that come into a block one right after the other in this order, or not at all. It stays
     * private. One of the same sender and number that waits is replaced; a bundle without transactions only takes it back.
     *
     * @param bundleId   the sender's number of the bundle
     * @param items      its transactions, at most {@link #MOST_ITEMS}
     * @param bidWei     what its sender pays, besides gas, to who builds the block, once all of them have been executed
     * @param firstBlock the first block that may take it
     * @param lastBlock  the last one, after which it is dropped
     * @param mayRevert  whether it counts as executed where one of its transactions reverts; else it is then left out
     * @param builder    the builder who is to have it, or {@link #EVERY_BUILDER}
     * @param strategy   what it is meant to do, in a word; by it a run counts what was extracted
     */
    record SubmitBundle(
            int chain,
            long bundleId,
            List<BundleItem> items,
            UInt256 bidWei,
            long firstBlock,
            long lastBlock,
            boolean mayRevert,
            int builder,
            String strategy)
            implements MarketCommand {
        public SubmitBundle {
            items = Checks.elements("items", "a transaction", items);
            Checks.inRange("number of items", items.size(), 0, MOST_ITEMS);
            Checks.present("bidWei", "an amount", bidWei);
            Checks.present("strategy", "a word", strategy);
            Checks.inRange("builder", builder, EVERY_BUILDER, Integer.MAX_VALUE);
            Checks.that(lastBlock >= firstBlock, "lastBlock", "at least firstBlock, " + firstBlock, lastBlock);
        }

        /** A bundle for one block and every builder that is left out where one of its transactions reverts. */
        public SubmitBundle(
                int chain, long bundleId, List<BundleItem> items, UInt256 bidWei, long block, String strategy) {
            this(chain, bundleId, items, bidWei, block, block, false, EVERY_BUILDER, strategy);
        }

        /** The same at another bid. */
        public SubmitBundle withBid(UInt256 wei) {
            return new SubmitBundle(chain, bundleId, items, wei, firstBlock, lastBlock, mayRevert, builder, strategy);
        }
    }

    /**
     * Bids, sealed, for the right to have one's transactions on a chain first for a round.
     *
     * @param round  number of the round, which begins at {@code round} times its length
     * @param bidWei the most that is paid for it; the winner pays what the second bid
     */
    record BidForRound(int chain, long round, UInt256 bidWei) implements MarketCommand {
        public BidForRound {
            Checks.present("bidWei", "an amount", bidWei);
        }
    }

    /** One part in so many is the least raise of a fee that replaces a transaction. */
    int REPLACEMENT_RAISE = 10;

    long ANY_PRICE = 0;
    long ALL_SHOWN = 0;
    long NO_STOP = 0;
    long NEXT_NONCE = -1;
    long ENOUGH_GAS = -1;
    int EVERY_BUILDER = -1;
    int MOST_ITEMS = 16;
    long NO_DEADLINE = Long.MAX_VALUE;
}
