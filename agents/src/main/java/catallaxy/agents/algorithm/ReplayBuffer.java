package catallaxy.agents.algorithm;

import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * The latest transitions in a ring of flat arrays: experience replay of Lin 1992, https://doi.org/10.1007/BF00992699. Each
 * transition spans n steps; it bootstraps through truncation and not through termination. Masks of what follows are kept
 * from the first forbidden choice on; after truncation, where they are not known, everything counts as allowed. Mutable, one
 * owner; nothing allocates after the first forbidden choice.
 */
final class ReplayBuffer {
    private final int capacity;
    private final int features;
    private final int choices;
    private final double scale;
    private final NStepQueue[] queues;
    private final float[] observations;
    private final float[] actions;
    private final float[] returns;
    private final float[] discounts;
    private final float[] next;
    private boolean[] nextAllowed = new boolean[0];
    private int size;
    private int cursor;

    /**
     * @param capacity transitions
     * @param worlds   {@code N}
     * @param choices  {@code M}, entries of a mask; 0 where actions are quantities
     * @param steps    {@code n}
     * @param discount {@code γ}
     * @param scale    what rewards are multiplied by
     * @throws IllegalArgumentException if the capacity is over {@link ReplayLimit}
     */
    ReplayBuffer(
            int capacity,
            int worlds,
            int features,
            int actionSize,
            int choices,
            int steps,
            double discount,
            double scale) {
        int most = ReplayLimit.transitions(features, actionSize, choices);
        if (capacity > most) {
            throw new InvalidValueException(
                    "buffer-size", "at most " + most + ", since a checkpoint holds the memory", capacity);
        }
        this.scale = scale;
        this.capacity = capacity;
        this.features = features;
        this.choices = choices;
        queues = new NStepQueue[worlds];
        Arrays.setAll(queues, i -> new NStepQueue(steps, features, actionSize, discount));
        observations = new float[capacity * features];
        actions = new float[capacity * actionSize];
        returns = new float[capacity];
        discounts = new float[capacity];
        next = new float[capacity * features];
    }

    int capacity() {
        return capacity;
    }

    /** Transitions that can be sampled. */
    int size() {
        return size;
    }

    /** The place of the transition that was completed {@code age} ago, 1 for the latest. */
    int recent(int age) {
        return Math.floorMod(cursor - age, capacity);
    }

    /**
     * Takes what every world answered to its action.
     *
     * @param acted   {@code [N, F]} observations acted on
     * @param chosen  {@code [N, A]} actions as they are learned from
     * @param allowed {@code [N, M]} choices allowed next
     * @return transitions completed
     */
    int put(float[] acted, float[] chosen, VectorStep result, boolean[] allowed) {
        int before = cursor;
        int completed = 0;
        for (int i = 0; i < queues.length; i++) {
            NStepQueue queue = queues[i];
            queue.add(acted, chosen, i, scale * result.rewards()[i]);
            boolean ended = result.ended(i);
            while (queue.full() || (ended && queue.size() > 0)) {
                complete(queue, i, result, allowed);
                completed++;
            }
        }
        size = before + completed >= capacity ? capacity : Math.max(size, cursor);
        return completed;
    }

    private void complete(NStepQueue queue, int world, VectorStep result, boolean[] allowed) {
        returns[cursor] = (float) queue.discountedReturn();
        discounts[cursor] = result.terminated()[world] ? 0 : (float) queue.discountAfter();
        queue.removeFirst(observations, actions, cursor);
        System.arraycopy(result.next(), world * features, next, cursor * features, features);
        putMask(world, allowed, result.ended(world));
        cursor = (cursor + 1) % capacity;
    }

    private void putMask(int world, boolean[] allowed, boolean unknown) {
        int from = world * choices;
        if (nextAllowed.length == 0 && !unknown && anyForbidden(allowed, from)) {
            nextAllowed = new boolean[Math.multiplyExact(capacity, choices)];
            Arrays.fill(nextAllowed, true);
        }
        if (nextAllowed.length > 0) {
            for (int j = 0; j < choices; j++) {
                nextAllowed[cursor * choices + j] = unknown || allowed[from + j];
            }
        }
    }

    private boolean anyForbidden(boolean[] allowed, int from) {
        for (int j = 0; j < choices; j++) {
            if (!allowed[from + j]) {
                return true;
            }
        }
        return false;
    }

    /** Fills the batch with transitions drawn uniformly with replacement; one word each. */
    void sample(RandomStream random, ReplayBatch batch) {
        for (int b = 0; b < batch.size(); b++) {
            copy(random.nextInt(size), batch, b);
        }
    }

    /** Copies the transition at {@code row} to place {@code b} of the batch. */
    void copy(int row, ReplayBatch batch, int b) {
        int actionSize = actions.length / capacity;
        batch.rows()[b] = row;
        System.arraycopy(observations, row * features, batch.observations(), b * features, features);
        System.arraycopy(actions, row * actionSize, batch.actions(), b * actionSize, actionSize);
        System.arraycopy(next, row * features, batch.next(), b * features, features);
        batch.returns()[b] = returns[row];
        batch.discounts()[b] = discounts[row];
        if (nextAllowed.length > 0) {
            System.arraycopy(nextAllowed, row * choices, batch.nextAllowed(), b * choices, choices);
        } else {
            Arrays.fill(batch.nextAllowed(), b * choices, (b + 1) * choices, true);
        }
    }

    /** Writes the transitions that are there, not the room for more. */
    void save(StateWriter out) {
        out.int32(size).int32(cursor);
        out.floats(observations, size * features).floats(actions, size * (actions.length / capacity));
        out.floats(returns, size).floats(discounts, size).floats(next, size * features);
        out.flag(nextAllowed.length > 0);
        if (nextAllowed.length > 0) {
            for (int i = 0; i < size * choices; i++) {
                out.flag(nextAllowed[i]);
            }
        }
        for (NStepQueue queue : queues) {
            queue.save(out);
        }
    }

    void load(StateReader in) {
        size = in.int32();
        cursor = in.int32();
        for (float[] array : new float[][] {observations, actions, returns, discounts, next}) {
            float[] saved = in.floats();
            System.arraycopy(saved, 0, array, 0, saved.length);
        }
        nextAllowed = new boolean[in.flag() ? capacity * choices : 0];
        Arrays.fill(nextAllowed, true);
        if (nextAllowed.length > 0) {
            for (int i = 0; i < size * choices; i++) {
                nextAllowed[i] = in.flag();
            }
        }
        for (NStepQueue queue : queues) {
            queue.load(in);
        }
    }
}
