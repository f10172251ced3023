package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.VectorStep;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of learners in Python, over shared memory: the word {@code command} says what, {@code learner} of whom and {@code rows} for how
 * many worlds. Python takes its turn when it has answered; {@code raised} is 1 where it could not, with a line that says why, and 2 where it was
 * interrupted. States and figures come as lines, too. One thread at a time.
 */
final class LearnerCalls {
    private static final VarHandle WORD = SharedBlock.LONG.varHandle();
    private static final long INTERRUPTED = 2;

    /** Begins a line with a state, in Base64. */
    private static final String STATE = "state ";

    /** Room for as many episodes as are evaluated at the same time. */
    private static final int LEAST_ROWS = 256;

    private final int rows;
    private final Turns turns;
    private final MemorySegment command;
    private final MemorySegment learner;
    private final MemorySegment count;
    private final MemorySegment raised;
    private final MemorySegment interrupt;
    private final MemorySegment observations;
    private final MemorySegment masks;
    private final MemorySegment actions;
    private final MemorySegment rewards;
    private final MemorySegment terminated;
    private final MemorySegment truncated;
    private final Deque<String> lines = new ArrayDeque<>();

    /** What is asked, and the number that asks it. */
    private enum Call {
        BEGIN(0),
        ACT(1),
        OBSERVE(2),
        POLICY(3),
        METRICS(4),
        SAVE(5),
        LOAD(6);

        private final long number;

        Call(long number) {
            this.number = number;
        }
    }

    /**
     * Some rows of a batch.
     *
     * @param from  the first
     * @param count how many
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(float[] observations, boolean[] masks, int from, int count) {}

    /** The memory is one of {@link #layout}. */
    LearnerCalls(List<RemoteLearner> learners, SharedBlock block, Turns turns) {
        this.turns = turns;
        rows = rows(learners);
        command = block.array("command");
        learner = block.array("learner");
        count = block.array("rows");
        raised = block.array("raised");
        interrupt = block.array("interrupt");
        observations = block.array("observations");
        masks = block.array("masks");
        actions = block.array("actions");
        rewards = block.array("rewards");
        terminated = block.array("terminated");
        truncated = block.array("truncated");
    }

    /** Memory with room for any one of these learners. */
    static SharedLayout layout(List<RemoteLearner> learners) {
        int rows = rows(learners);
        return SharedLayout.ofTurns()
                .with("learner", SharedLayout.Type.INT64, 1)
                .with("rows", SharedLayout.Type.INT64, 1)
                .with("raised", SharedLayout.Type.INT64, 1)
                .with("interrupt", SharedLayout.Type.INT64, 1)
                .with("finished", SharedLayout.Type.INT64, 1)
                .with("observations", SharedLayout.Type.FLOAT32, numbers(learners, LearningTask::features))
                .with(
                        "masks",
                        SharedLayout.Type.UINT8,
                        numbers(learners, task -> task.actions().maskSize()))
                .with(
                        "actions",
                        SharedLayout.Type.FLOAT32,
                        numbers(learners, task -> task.actions().size()))
                .with("rewards", SharedLayout.Type.FLOAT64, rows)
                .with("terminated", SharedLayout.Type.UINT8, rows)
                .with("truncated", SharedLayout.Type.UINT8, rows);
    }

    private static int rows(List<RemoteLearner> learners) {
        int worlds =
                learners.stream().mapToInt(each -> each.task().worlds()).max().orElse(0);
        return Math.max(LEAST_ROWS, worlds);
    }

    private static int numbers(List<RemoteLearner> learners, ToLongFunction<LearningTask> size) {
        long most = learners.stream()
                .mapToLong(each -> size.applyAsLong(each.task()))
                .max()
                .orElse(0);
        return Math.toIntExact(most * rows(learners));
    }

    /** For how many worlds can be asked at once. */
    int rows() {
        return rows;
    }

    /** Whether Python wants the training to stop. */
    boolean interrupted() {
        return (long) WORD.getAcquire(interrupt, 0L) != 0;
    }

    void begin(RemoteLearner of) {
        ask(Call.BEGIN, of, 0);
    }

    void act(RemoteLearner of, VectorStep now, float[] into) {
        act(Call.ACT, of, new Rows(now.observations(), now.masks(), 0, now.worlds()), into);
    }

    void policy(RemoteLearner of, Rows some, float[] into) {
        act(Call.POLICY, of, some, into);
    }

    private void act(Call call, RemoteLearner of, Rows some, float[] into) {
        LearningTask task = of.task();
        int maskSize = task.actions().maskSize();
        int size = task.actions().size();
        write(some.observations, some.from * task.features(), observations, some.count * task.features());
        for (int i = 0; i < some.count * maskSize; i++) {
            SharedBlock.write(some.masks[some.from * maskSize + i], masks, i);
        }
        ask(call, of, some.count);
        MemorySegment.copy(actions, SharedBlock.FLOAT, 0, into, some.from * size, some.count * size);
    }

    void observe(RemoteLearner of, VectorStep result) {
        write(result.next(), 0, observations, result.next().length);
        SharedBlock.write(result.rewards(), rewards, 0);
        SharedBlock.write(result.terminated(), terminated, 0);
        SharedBlock.write(result.truncated(), truncated, 0);
        ask(Call.OBSERVE, of, result.worlds());
    }

    private static void write(float[] values, int from, MemorySegment array, int some) {
        MemorySegment.copy(values, from, array, SharedBlock.FLOAT, 0, some);
    }

    Map<String, Double> metrics(RemoteLearner of) {
        ask(Call.METRICS, of, 0);
        Map<String, Double> figures = new LinkedHashMap<>();
        json().forEach((name, value) ->
                figures.put(name, value instanceof Number number ? number.doubleValue() : Double.NaN));
        return figures;
    }

    byte[] save(RemoteLearner of) {
        ask(Call.SAVE, of, 0);
        return Base64.getDecoder().decode(line().substring(STATE.length()));
    }

    void load(RemoteLearner of, byte[] state) {
        try {
            turns.tell(STATE + Base64.getEncoder().encodeToString(state));
        } catch (IOException closed) {
            throw gone(closed);
        }
        ask(Call.LOAD, of, 0);
    }

    private void ask(Call call, RemoteLearner of, int some) {
        command.set(SharedBlock.LONG, 0, call.number);
        learner.set(SharedBlock.LONG, 0, of.index());
        count.set(SharedBlock.LONG, 0, some);
        try {
            turns.handOver();
            awaitTurn();
        } catch (IOException closed) {
            throw gone(closed);
        }
        long fault = raised.get(SharedBlock.LONG, 0);
        if (fault != 0) {
            String why = String.valueOf(json().get("raised"));
            throw fault == INTERRUPTED ? new UserError(ExitCode.INTERRUPTED, why) : UserError.failed(why);
        }
    }

    private void awaitTurn() throws IOException {
        String told = turns.await();
        while (told != null && !told.isEmpty()) {
            lines.add(told);
            told = turns.await();
        }
        if (told == null) {
            throw gone(null);
        }
    }

    /** The line that came with the answer, perhaps after it. */
    private String line() {
        try {
            while (lines.isEmpty()) {
                String told = turns.line();
                if (told == null) {
                    throw gone(null);
                }
                if (!told.isEmpty()) {
                    lines.add(told);
                }
            }
            return lines.remove();
        } catch (IOException closed) {
            throw gone(closed);
        }
    }

    private Map<String, @Nullable Object> json() {
        try {
            return JsonText.read(line());
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static UserError gone(@Nullable IOException closed) {
        return new UserError(
                ExitCode.INTERRUPTED,
                "the Python process has gone; the training can go on from its last checkpoint",
                closed);
    }
}
