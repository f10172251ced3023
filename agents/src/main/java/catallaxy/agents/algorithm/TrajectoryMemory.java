package catallaxy.agents.algorithm;

import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * The latest steps of {@code N} worlds, one after another, each with what a search found there. Pieces may begin anywhere: an episode
 * that is under way counts as far as it is known. Mutable, one owner.
 */
final class TrajectoryMemory {
    private static final byte GOES_ON = 0;
    private static final byte TERMINATED = 1;
    private static final byte TRUNCATED = 2;

    private final int worlds;
    private final int features;
    private final int actions;
    private final int returnSteps;
    private final double discount;
    /** Steps of each world that there is room for. Row {@code (t mod capacity) N + i} is world i's step t. */
    private final int capacity;

    private final float[] observations;
    private final float[] policies;
    private final int[] moves;
    private final double[] rewards;
    /** What the search found the observation to be worth, and what that after a truncation is worth. */
    private final double[] values;

    private final double[] tails;
    private final byte[] ends;
    private long taken;

    /**
     * An empty memory.
     *
     * @param size        steps over all worlds; at least one of each is kept
     * @param returnSteps n
     * @param discount    γ
     */
    TrajectoryMemory(int size, int worlds, int features, int actions, int returnSteps, double discount) {
        int most = ReplayLimit.transitions(features, actions, 0);
        if (size > most) {
            throw new InvalidValueException("buffer-size", "at most " + most + ", since a checkpoint holds it", size);
        }
        this.worlds = worlds;
        this.features = features;
        this.actions = actions;
        this.returnSteps = returnSteps;
        this.discount = discount;
        capacity = Math.max(1, size / worlds);
        int rows = capacity * worlds;
        observations = new float[rows * features];
        policies = new float[rows * actions];
        moves = new int[rows];
        rewards = new double[rows];
        values = new double[rows];
        tails = new double[rows];
        ends = new byte[rows];
    }

    /** Steps over all worlds that can be learned from. */
    int size() {
        return (int) Math.min(taken, capacity) * worlds;
    }

    /**
     * Writes what is seen and done in a world at present; {@link #found} and {@link #put} follow.
     *
     * @param seen {@code [N, F]}
     */
    void acted(int world, float[] seen, int move) {
        int row = row(taken, world);
        System.arraycopy(seen, world * features, observations, row * features, features);
        moves[row] = move;
    }

    /**
     * Writes what a search found of a step.
     *
     * @param policy {@code [A]}, 0 for what is not allowed there and for nothing else
     * @param value  NaN where nothing was searched
     */
    void found(int row, float[] policy, double value) {
        System.arraycopy(policy, 0, policies, row * actions, actions);
        values[row] = value;
    }

    /** The row of a world's present step. */
    int present(int world) {
        return row(taken, world);
    }

    /**
     * Copies a step that is remembered to place {@code i} of both arrays.
     *
     * @param seen    {@code [.., F]}
     * @param allowed {@code [.., A]}
     */
    void copy(int row, float[] seen, boolean[] allowed, int i) {
        System.arraycopy(observations, row * features, seen, i * features, features);
        for (int a = 0; a < actions; a++) {
            allowed[i * actions + a] = policies[row * actions + a] > 0;
        }
    }

    /**
     * Completes a step of all worlds.
     *
     * @param scale of rewards
     * @param after {@code [N]}: what the observation after a truncation is worth, on that scale
     */
    void put(VectorStep result, double scale, double[] after) {
        for (int world = 0; world < worlds; world++) {
            int row = row(taken, world);
            rewards[row] = scale * result.rewards()[world];
            tails[row] = after[world];
            ends[row] = result.terminated()[world] ? TERMINATED : result.truncated()[world] ? TRUNCATED : GOES_ON;
        }
        taken++;
    }

    private int row(long step, int world) {
        return (int) (step % capacity) * worlds + world;
    }

    /** Draws pieces uniformly, with replacement: two words each, and one for each move beyond what is known. */
    void sample(RandomStream random, UnrollBatch into) {
        int kept = size() / worlds;
        for (int b = 0; b < into.size(); b++) {
            int world = random.nextInt(worlds);
            unroll(taken - kept + random.nextInt(kept), world, random, into, b);
        }
    }

    /** Beyond a termination nothing is earned, whatever is done; beyond a truncation and the present nothing is known. */
    private void unroll(long first, int world, RandomStream random, UnrollBatch into, int b) {
        System.arraycopy(observations, row(first, world) * features, into.observations(), b * features, features);
        boolean known = true;
        double beyond = Double.NaN;
        for (int k = 0; k <= into.steps(); k++) {
            int row = row(first + k, world);
            int at = k * into.size() + b;
            into.values()[at] = known ? returnFrom(first + k, world) : beyond;
            copyPolicy(known, row, into.policies(), at);
            if (k < into.steps()) {
                into.moves()[at] = known ? moves[row] : random.nextInt(actions);
                into.rewards()[at] = known ? rewards[row] : beyond;
                beyond = known && ends[row] == TERMINATED ? 0 : beyond;
                known &= ends[row] == GOES_ON && first + k + 1 < taken;
            }
        }
    }

    private void copyPolicy(boolean known, int row, float[] into, int b) {
        if (known) {
            System.arraycopy(policies, row * actions, into, b * actions, actions);
        } else {
            Arrays.fill(into, b * actions, (b + 1) * actions, 0);
        }
    }

    /** {@code Σ γᵏ u_k + γⁿ ν_n}, n fewer where the episode ends or the present is reached. */
    double returnFrom(long first, int world) {
        double sum = 0;
        double weight = 1;
        for (long step = first; step < first + returnSteps; step++) {
            int row = row(step, world);
            if (step + 1 == taken && ends[row] == GOES_ON) {
                return sum + weight * values[row];
            }
            sum += weight * rewards[row];
            weight *= discount;
            if (ends[row] != GOES_ON) {
                return sum + weight * tails[row];
            }
        }
        return sum + weight * values[row(first + returnSteps, world)];
    }

    void save(StateWriter out) {
        int rows = size();
        out.int64(taken).floats(observations, rows * features).floats(policies, rows * actions);
        out.ints(moves, rows);
        for (double[] each : new double[][] {rewards, values, tails}) {
            out.doubles(Arrays.copyOf(each, rows));
        }
        for (int row = 0; row < rows; row++) {
            out.int32(ends[row]);
        }
    }

    void load(StateReader in) {
        taken = in.int64();
        System.arraycopy(in.floats(), 0, observations, 0, size() * features);
        System.arraycopy(in.floats(), 0, policies, 0, size() * actions);
        System.arraycopy(in.ints(), 0, moves, 0, size());
        for (double[] each : new double[][] {rewards, values, tails}) {
            System.arraycopy(in.doubles(), 0, each, 0, size());
        }
        for (int row = 0; row < size(); row++) {
            ends[row] = (byte) in.int32();
        }
    }
}
