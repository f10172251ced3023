package catallaxy.environment.market.venue.concentrated;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is stored at initialised ticks, in the order of ticks. It answers as a contract's bitmap, whose words of 256 multiples of the
 * spacing bound a search: a swap stops at the end of a word even where nothing is stored, and so its rounding. Values are immutable.
 * Finding takes log time, storing at a new tick moves those above it. Owned by one thread.
 *
 * @param <T> what is stored at a tick
 */
public final class TickMap<T> {
    private final int spacing;
    private int[] ticks;
    private @Nullable Object[] values;
    private int size;

    /** An empty map of ticks that are multiples of {@code spacing}, at least 1. */
    public TickMap(int spacing) {
        this(spacing, new int[8], new Object[8], 0);
        if (spacing < 1) {
            throw new IllegalArgumentException("tick spacing " + spacing);
        }
    }

    private TickMap(int spacing, int[] ticks, @Nullable Object[] values, int size) {
        this.spacing = spacing;
        this.ticks = ticks;
        this.values = values;
        this.size = size;
    }

    /** The distance of ticks at which something may be stored. */
    public int spacing() {
        return spacing;
    }

    /** Number of initialised ticks. */
    public int size() {
        return size;
    }

    /** The initialised tick of a rank, 0 for the lowest. */
    public int tick(int rank) {
        return ticks[Objects.checkIndex(rank, size)];
    }

    /** What is stored at the tick of a rank, 0 for the lowest. */
    @SuppressWarnings("unchecked")
    public T value(int rank) {
        return (T) Objects.requireNonNull(values[Objects.checkIndex(rank, size)]);
    }

    /** What is stored at a tick, null where it is not initialised. */
    public @Nullable T get(int tick) {
        int at = find(tick);
        return at < 0 ? null : value(at);
    }

    /** How many initialised ticks are not above {@code tick}. */
    public int upTo(int tick) {
        int at = find(tick);
        return at < 0 ? ~at : at + 1;
    }

    private int find(int tick) {
        return Arrays.binarySearch(ticks, 0, size, tick);
    }

    /**
     * Stores at a tick, or clears it with null.
     *
     * @throws IllegalArgumentException if it is no multiple of the spacing
     */
    public void set(int tick, @Nullable T value) {
        if (tick % spacing != 0) {
            throw new IllegalArgumentException("tick " + tick + " is no multiple of " + spacing);
        }
        int at = find(tick);
        if (at >= 0 && value != null) {
            values[at] = value;
        } else if (at >= 0) {
            remove(at);
        } else if (value != null) {
            insert(~at, tick, value);
        }
    }

    private void insert(int at, int tick, T value) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        System.arraycopy(ticks, at, ticks, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        ticks[at] = tick;
        values[at] = value;
        size++;
    }

    private void remove(int at) {
        size--;
        System.arraycopy(ticks, at + 1, ticks, at, size - at);
        System.arraycopy(values, at + 1, values, at, size - at);
        values[size] = null;
    }

    /** The lowest tick of the word of the bitmap in which a downward search from {@code tick} looks. */
    public int lowestOfWord(int tick) {
        return (Math.floorDiv(tick, spacing) >> 8 << 8) * spacing;
    }

    /** The highest tick of the word in which an upward search from {@code tick} looks: that of the multiple after it. */
    public int highestOfWord(int tick) {
        return (Math.floorDiv(tick, spacing) + 1 | 0xff) * spacing;
    }

    /** The next initialised tick at or below {@code tick} in its word, else the word's lowest tick. */
    public int nextDown(int tick) {
        int at = upTo(tick) - 1;
        int end = lowestOfWord(tick);
        return at >= 0 && ticks[at] > end ? ticks[at] : end;
    }

    /** The next initialised tick above {@code tick} in the word of the multiple after it, else that word's highest tick. */
    public int nextUp(int tick) {
        int at = upTo(tick);
        int end = highestOfWord(tick);
        return at < size && ticks[at] < end ? ticks[at] : end;
    }

    /** An independent map of the same values. */
    public TickMap<T> copy() {
        return new TickMap<>(spacing, ticks.clone(), values.clone(), size);
    }
}
