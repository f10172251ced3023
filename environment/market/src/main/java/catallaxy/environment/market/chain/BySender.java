package catallaxy.environment.market.chain;

import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing of each sender that has one, found by counting and gone through in the order of the senders' numbers. Room is for the highest
 * number that ever had one; a bit for each sender tells who has. Owned by one mempool.
 */
final class BySender<T> {
    private static final int FIRST_ROOM = 16;

    private @Nullable Object[] things;
    /** A bit for each place, 64 in a word. */
    private long[] present;

    private int size;

    BySender() {
        this(new Object[FIRST_ROOM], new long[1], 0);
    }

    private BySender(@Nullable Object[] things, long[] present, int size) {
        this.things = things;
        this.present = present;
        this.size = size;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The sender's, if it has one. */
    @SuppressWarnings("unchecked") // only things of this type are put in
    @Nullable
    T get(int sender) {
        return sender < things.length ? (T) things[sender] : null;
    }

    /** The thing of a sender that has one. */
    private T present(int sender) {
        return Objects.requireNonNull(get(sender), "a sender with a bit has nothing");
    }

    /** Puts a sender's in, in the place of another. */
    void put(int sender, T thing) {
        if (sender >= things.length) {
            int room = Math.max(sender + 1, 2 * things.length);
            things = Arrays.copyOf(things, room);
            present = Arrays.copyOf(present, (room + Long.SIZE - 1) / Long.SIZE);
        }
        size += things[sender] == null ? 1 : 0;
        things[sender] = thing;
        present[sender / Long.SIZE] |= 1L << sender;
    }

    /** Takes a sender's out, if it has one. */
    void remove(int sender) {
        if (sender < things.length && things[sender] != null) {
            size--;
            things[sender] = null;
            present[sender / Long.SIZE] &= ~(1L << sender);
        }
    }

    /** The first sender from a number on that has one, or −1. */
    int next(int from) {
        for (int word = from / Long.SIZE; word < present.length; word++) {
            long left = word == from / Long.SIZE ? present[word] & (-1L << from) : present[word];
            if (left != 0) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return -1;
    }

    /** All of them, in the order of their senders: a view, which is not to be changed. */
    Collection<T> all() {
        return new AbstractCollection<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<T> iterator() {
                return new InOrder();
            }
        };
    }

    /** An independent one, of copies. */
    BySender<T> copy(UnaryOperator<T> copied) {
        BySender<T> copy = new BySender<>(things.clone(), present.clone(), size);
        for (int sender = next(0); sender >= 0; sender = next(sender + 1)) {
            copy.things[sender] = copied.apply(present(sender));
        }
        return copy;
    }

    private final class InOrder implements Iterator<T> {
        private int at = BySender.this.next(0);

        @Override
        public boolean hasNext() {
            return at >= 0;
        }

        @Override
        public T next() {
            if (at < 0) {
                throw new NoSuchElementException();
            }
            T thing = present(at);
            at = BySender.this.next(at + 1);
            return thing;
        }
    }
}
