package catallaxy.environment.market.trace;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.digest.TraceDigest;

/** Something that happened to the orders of an exchange's book; prices are ticks, quantities lots. */
public sealed interface BookEvent extends MarketEvent {
    /** The book. */
    int venue();

    /** An order began to rest in a book. */
    record OrderRested(
            long timeNanos, int venue, int participant, long clientOrderId, Side side, long priceTicks, long lots)
            implements BookEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(3).add(timeNanos).add(venue).add(participant).add(clientOrderId);
            digest.add(side.code()).add(priceTicks).add(lots);
        }
    }

    /** Two orders traded at the maker's price; fees are base units of the quote asset. */
    record OrderFilled(
            long timeNanos,
            int venue,
            int maker,
            int taker,
            long makerOrderId,
            long takerOrderId,
            Side takerSide,
            long priceTicks,
            long lots,
            long makerFee,
            long takerFee)
            implements BookEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(4)
                    .add(timeNanos)
                    .add(venue)
                    .add(maker)
                    .add(taker)
                    .add(makerOrderId)
                    .add(takerOrderId);
            digest.add(takerSide.code()).add(priceTicks).add(lots).add(makerFee).add(takerFee);
        }
    }

    /** Lots left a book without trading. */
    record OrderCancelled(long timeNanos, int venue, int participant, long clientOrderId, long lots, String reason)
            implements BookEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(5)
                    .add(timeNanos)
                    .add(venue)
                    .add(participant)
                    .add(clientOrderId)
                    .add(lots)
                    .add(reason);
        }
    }

    /** A stop order waits for a trade at its trigger; {@code priceTicks} is 0 where it has no limit. */
    record StopPlaced(
            long timeNanos,
            int venue,
            int participant,
            long clientOrderId,
            Side side,
            long stopTicks,
            long priceTicks,
            long lots)
            implements BookEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(20).add(timeNanos).add(venue).add(participant).add(clientOrderId);
            digest.add(side.code()).add(stopTicks).add(priceTicks).add(lots);
        }
    }

    /** A trade reached a stop order, which enters the book now. */
    record StopTriggered(long timeNanos, int venue, int participant, long clientOrderId, long lastTicks)
            implements BookEvent {
        @Override
        public void into(TraceDigest digest) {
            digest.add(21)
                    .add(timeNanos)
                    .add(venue)
                    .add(participant)
                    .add(clientOrderId)
                    .add(lastTicks);
        }
    }
}
