package catallaxy.environment.market.kernel;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Immutable objects under way, each under a small number that an event can carry; a number is free again once its
 * object was taken. Which number an object gets depends only on the history of calls. Owned by one thread.
 */
public final class SlotTable<T> {
    private static final int MAX_SLOTS = 1 << 24;

    private @Nullable Object[] slots = new Object[16];
    private int[] free = new int[16];
    private int freeCount;
    private int used;

    /** Stores an object and returns its number. */
    public int put(T value) {
        int slot = freeCount > 0 ? free[--freeCount] : used++;
        if (slot == slots.length) {
            slots = Arrays.copyOf(slots, slots.length * 2);
        }
        slots[slot] = value;
        return slot;
    }

    /**
     * Looks at the object under a number.
     *
     * @throws IllegalStateException if there is none
     */
    @SuppressWarnings("unchecked")
    public T get(int slot) {
        Object value = isUsed(slot) ? slots[slot] : null;
        if (value == null) {
            throw new IllegalStateException("slot " + slot + " is empty");
        }
        return (T) value;
    }

    /** Puts another object under a number that is in use. */
    public void replace(int slot, T value) {
        get(slot);
        slots[slot] = value;
    }

    /** Takes the object out. */
    public T take(int slot) {
        T value = get(slot);
        slots[slot] = null;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, free.length * 2);
        }
        free[freeCount++] = slot;
        return value;
    }

    /** Numbers below this may be in use. */
    public int bound() {
        return used;
    }

    /** Whether an object is under this number; none is under one that was never handed out. */
    public boolean isUsed(int slot) {
        return slot >= 0 && slot < used && slots[slot] != null;
    }

    /** Number of objects in the table. */
    public int size() {
        return used - freeCount;
    }

    /** An independent table that shares the objects and hands out the same numbers. */
    public SlotTable<T> copy() {
        SlotTable<T> copy = new SlotTable<>();
        copy.slots = Arrays.copyOf(slots, Math.max(16, used));
        copy.free = Arrays.copyOf(free, Math.max(16, freeCount));
        copy.freeCount = freeCount;
        copy.used = used;
        return copy;
    }

    /** Writes the free numbers and, by {@code writer}, the objects in the order of their numbers. */
    public void save(StateWriter out, BiConsumer<StateWriter, T> writer) {
        out.int32(used).ints(free, freeCount);
        for (int slot = 0; slot < used; slot++) {
            if (isUsed(slot)) {
                writer.accept(out, get(slot));
            }
        }
    }

    /** The table that {@link #save} wrote, its objects read by {@code reader}; impossible numbers are corrupt. */
    public static <T> SlotTable<T> load(StateReader in, Function<StateReader, T> reader) {
        SlotTable<T> table = new SlotTable<>();
        table.used = in.int32();
        int[] free = in.ints();
        if (table.used < 0 || table.used > MAX_SLOTS) {
            throw new CorruptStateException("slots: expected at most " + MAX_SLOTS + ", found " + table.used);
        }
        table.freeCount = free.length;
        table.free = Arrays.copyOf(free, Math.max(16, free.length));
        table.slots = new Object[Math.max(16, table.used)];
        boolean[] empty = emptySlots(free, table.used);
        for (int slot = 0; slot < table.used; slot++) {
            table.slots[slot] = empty[slot] ? null : reader.apply(in);
        }
        return table;
    }

    private static boolean[] emptySlots(int[] free, int used) {
        boolean[] empty = new boolean[used];
        for (int slot : free) {
            if (slot < 0 || slot >= used || empty[slot]) {
                throw new CorruptStateException("free slot " + slot + " of " + used);
            }
            empty[slot] = true;
        }
        return empty;
    }
}
