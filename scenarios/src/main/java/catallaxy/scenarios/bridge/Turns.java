package catallaxy.scenarios.bridge;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to read and write the shared memory: Python's where the words {@code asked} and {@code answered} are equal, the
 * JVM's where {@code asked} is one ahead. Each side writes one of them and watches the other; after a while it says so in
 * {@code javaWaits} or {@code pythonWaits}, looks once more, and sleeps until a line comes over the {@link Pipe}. Whoever hands over
 * writes its word, then looks whether the other one sleeps: with a full fence between the write and the look on both sides, one of
 * the two sees the other.
 *
 * <p>Where memory is not to be watched (processors that reorder stores, or only one of them), both sides always sleep. May be used by
 * several threads, one at a time, with everything of the one before visible.
 */
final class Turns {
    /** The line that says that the other side has handed over. */
    static final String TURN = "";

    private static final VarHandle WORD = SharedBlock.LONG.varHandle();
    /** Before it sleeps: some 0.1 ms, as long as a processor takes for one. */
    private static final int LOOKS = 4_000;

    private static final long START = 0;

    private final MemorySegment asked;
    private final MemorySegment answered;
    private final MemorySegment javaWaits;
    private final MemorySegment pythonWaits;
    private final Pipe pipe;
    private final boolean watches;
    private long turn;

    /**
     * Turns before the first, which is Python's.
     *
     * @param watches whether both sides watch the memory before they sleep
     */
    Turns(SharedBlock block, Pipe pipe, boolean watches) {
        asked = block.array("asked");
        answered = block.array("answered");
        javaWaits = block.array("javaWaits");
        pythonWaits = block.array("pythonWaits");
        this.pipe = pipe;
        this.watches = watches;
        WORD.setVolatile(javaWaits, START, watches ? 0L : 1L);
    }

    /** Makes it Python's turn. */
    void handOver() throws IOException {
        WORD.setRelease(answered, START, turn);
        VarHandle.fullFence();
        if (!watches || (long) WORD.getAcquire(pythonWaits, START) != 0) {
            pipe.wake();
        }
    }

    /**
     * Waits for the JVM's turn, or for a line that comes first.
     *
     * @return {@link #TURN}, another line, or null where the other side has closed its pipe
     */
    @Nullable
    String await() throws IOException {
        if (!watches) {
            return told();
        }
        return watched() ? TURN : slept();
    }

    /** Sends a line, which the other side finds when it is its turn. */
    void tell(String line) throws IOException {
        pipe.write(line);
    }

    /** The next line of the other side, which may be the empty one; null where it has closed its pipe. */
    @Nullable
    String line() throws IOException {
        return pipe.read();
    }

    private boolean watched() {
        for (int i = 0; i < LOOKS; i++) {
            if (isOurs()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    /** Where nothing is watched, each turn has a line of its own, before which nothing is looked at. */
    private @Nullable String told() throws IOException {
        String line = pipe.read();
        while (line != null && line.isEmpty() && !isOurs()) {
            line = pipe.read();
        }
        return line;
    }

    private @Nullable String slept() throws IOException {
        WORD.setVolatile(javaWaits, START, 1L);
        VarHandle.fullFence();
        String line = TURN;
        while (line != null && line.isEmpty() && !isOurs()) {
            line = pipe.read();
        }
        WORD.setVolatile(javaWaits, START, 0L);
        return line;
    }

    /** Whether it is the JVM's turn now; once seen, what Python wrote before is seen, too. */
    private boolean isOurs() {
        long now = (long) WORD.getAcquire(asked, START);
        boolean ours = now != turn;
        turn = now;
        return ours;
    }
}
