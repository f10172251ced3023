package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import java.util.Arrays;

/** A listener that keeps the events of one command as numbers, to be compared with another's. */
final class EventLog implements BookListener {
    private long[] words = new long[64];
    private int size;

    void clear() {
        size = 0;
    }

    long[] toArray() {
        return Arrays.copyOf(words, size);
    }

    boolean sameAs(EventLog other) {
        return Arrays.equals(words, 0, size, other.words, 0, other.size);
    }

    @Override
    public void filled(
            long makerId,
            long takerId,
            int makerOwner,
            int takerOwner,
            long priceTicks,
            long lots,
            long makerRemaining) {
        add(1, makerId, takerId, makerOwner, takerOwner, priceTicks, lots, makerRemaining);
    }

    @Override
    public void cancelled(long orderId, int owner, Side side, long priceTicks, long lots, CancelReason reason) {
        add(
                2,
                orderId,
                owner,
                BookSide.index(side),
                priceTicks,
                lots,
                reason.name().length());
    }

    private void add(long... event) {
        if (size + event.length > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        System.arraycopy(event, 0, words, size, event.length);
        size += event.length;
    }
}
