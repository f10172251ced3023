package catallaxy.environment.market.kernel;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * The pending events of a simulation, ordered by (time in ns, priority, tie, sequence).
 *
 * <p>A binary heap in flat arrays. An event is {@code (kind, target, argument)}: what happens, to which component,
 * and one number that the component understands. Lower priority values come first at equal times, then lower ties;
 * events equal in all three come in the order of their scheduling. Limits: 2³⁹ events in all, priorities 0…255, ties of 16
 * bits. Owned by one thread.
 */
public final class EventQueue {
    /** Bits of a tie. */
    public static final int TIE_BITS = 16;

    private static final int SEQUENCE_BITS = 39;
    private static final int PRIORITY_SHIFT = SEQUENCE_BITS + TIE_BITS;

    private long[] times;
    private long[] ranks;
    private long[] subjects;
    private long[] arguments;
    private int size;
    private long sequence;

    /** A queue without events. */
    public EventQueue() {
        this(64);
    }

    private EventQueue(int capacity) {
        times = new long[capacity];
        ranks = new long[capacity];
        subjects = new long[capacity];
        arguments = new long[capacity];
    }

    /** Schedules one event with the lowest tie. */
    public void schedule(long timeNanos, int priority, int kind, int target, long argument) {
        schedule(timeNanos, priority, 0, kind, target, argument);
    }

    /**
     * Schedules one event.
     *
     * @param priority 0…255, lower first
     * @param tie      0…65535, lower first among events of the same time and priority
     * @throws IllegalArgumentException if {@code priority} or {@code tie} is out of range
     */
    public void schedule(long timeNanos, int priority, int tie, int kind, int target, long argument) {
        if (priority < 0 || priority > 255 || tie < 0 || tie >= 1 << TIE_BITS) {
            throw new IllegalArgumentException(
                    "priority and tie: expected 0…255 and 0…65535, found " + priority + " and " + tie);
        }
        if (size == times.length) {
            grow();
        }
        long rank = ((long) priority << PRIORITY_SHIFT) | ((long) tie << SEQUENCE_BITS) | sequence++;
        siftUp(size++, timeNanos, rank, ((long) kind << 32) | (target & 0xFFFFFFFFL), argument);
    }

    /** Whether no event is pending. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Number of pending events. */
    public int size() {
        return size;
    }

    /** Time of the next event. The accessors of the next event need a non-empty queue. */
    public long timeNanos() {
        return times[0];
    }

    /** Priority of the next event, 0…255. */
    public int priority() {
        return (int) (ranks[0] >>> PRIORITY_SHIFT);
    }

    /** What the next event is: the number that it was scheduled with. */
    public int kind() {
        return (int) (subjects[0] >>> 32);
    }

    /** Which component the next event is for: the number that it was scheduled with. */
    public int target() {
        return (int) subjects[0];
    }

    /** What the next event tells its target: the number that it was scheduled with. */
    public long argument() {
        return arguments[0];
    }

    /** Takes the next event away. */
    public void remove() {
        if (size == 0) {
            throw new IllegalStateException("remove from an empty event queue");
        }
        size--;
        if (size > 0) {
            siftDown(times[size], ranks[size], subjects[size], arguments[size]);
        }
    }

    /** An independent queue of the same events, which goes on with the same sequence numbers. */
    public EventQueue copy() {
        EventQueue copy = new EventQueue(Math.max(16, size + 8));
        System.arraycopy(times, 0, copy.times, 0, size);
        System.arraycopy(ranks, 0, copy.ranks, 0, size);
        System.arraycopy(subjects, 0, copy.subjects, 0, size);
        System.arraycopy(arguments, 0, copy.arguments, 0, size);
        copy.size = size;
        copy.sequence = sequence;
        return copy;
    }

    /** Writes the events in their order of occurrence, whatever the heap's layout. */
    public void save(StateWriter out) {
        EventQueue rest = copy();
        out.int64(sequence).int32(size);
        while (!rest.isEmpty()) {
            out.int64(rest.times[0])
                    .int64(rest.ranks[0])
                    .int64(rest.subjects[0])
                    .int64(rest.arguments[0]);
            rest.remove();
        }
    }

    /** The queue that {@link #save} wrote; the same events come out in the same order. */
    public static EventQueue load(StateReader in) {
        long sequence = in.int64();
        int size = in.count(4 * Long.BYTES);
        EventQueue queue = new EventQueue(Math.max(16, size + 8));
        for (int i = 0; i < size; i++) {
            queue.siftUp(queue.size++, in.int64(), in.int64(), in.int64(), in.int64());
        }
        queue.sequence = sequence;
        return queue;
    }

    private void grow() {
        int capacity = times.length * 2;
        times = Arrays.copyOf(times, capacity);
        ranks = Arrays.copyOf(ranks, capacity);
        subjects = Arrays.copyOf(subjects, capacity);
        arguments = Arrays.copyOf(arguments, capacity);
    }

    private void siftUp(int start, long time, long rank, long subject, long argument) {
        int index = start;
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (!before(time, rank, parent)) {
                break;
            }
            move(parent, index);
            index = parent;
        }
        put(index, time, rank, subject, argument);
    }

    private void siftDown(long time, long rank, long subject, long argument) {
        int index = 0;
        for (int child = 1; child < size; child = 2 * index + 1) {
            if (child + 1 < size && before(times[child + 1], ranks[child + 1], child)) {
                child++;
            }
            if (before(time, rank, child)) {
                break;
            }
            move(child, index);
            index = child;
        }
        put(index, time, rank, subject, argument);
    }

    private boolean before(long time, long rank, int other) {
        return time < times[other] || (time == times[other] && rank < ranks[other]);
    }

    private void move(int from, int to) {
        put(to, times[from], ranks[from], subjects[from], arguments[from]);
    }

    private void put(int index, long time, long rank, long subject, long argument) {
        times[index] = time;
        ranks[index] = rank;
        subjects[index] = subject;
        arguments[index] = argument;
    }
}
