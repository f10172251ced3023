package catallaxy.agents.algorithm;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * The latest steps of one world whose n-step return is not complete. Sutton and Barto 2018,
 * http://incompleteideas.net/book/the-book-2nd.html, eq. 7.1. Mutable, one owner.
 */
final class NStepQueue {
    private final int steps;
    private final int features;
    private final int actionSize;
    private final double discount;
    private final float[] observations;
    private final float[] actions;
    private final double[] rewards;
    private int first;
    private int size;

    /** @param steps {@code n}, positive */
    NStepQueue(int steps, int features, int actionSize, double discount) {
        this.steps = steps;
        this.features = features;
        this.actionSize = actionSize;
        this.discount = discount;
        observations = new float[steps * features];
        actions = new float[steps * actionSize];
        rewards = new double[steps];
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == steps;
    }

    /** Appends a step: row {@code world} of both arrays. The queue is not full. */
    void add(float[] worldObservations, float[] worldActions, int world, double reward) {
        int at = (first + size) % steps;
        System.arraycopy(worldObservations, world * features, observations, at * features, features);
        System.arraycopy(worldActions, world * actionSize, actions, at * actionSize, actionSize);
        rewards[at] = reward;
        size++;
    }

    /** {@code Σ γᵏ r[k]} over all steps in the queue. */
    double discountedReturn() {
        double sum = 0;
        for (int k = size - 1; k >= 0; k--) {
            sum = rewards[(first + k) % steps] + discount * sum;
        }
        return sum;
    }

    /** {@code γ} to the power of the number of steps in the queue. */
    double discountAfter() {
        double product = 1;
        for (int k = 0; k < size; k++) {
            product *= discount;
        }
        return product;
    }

    /** Moves observation and action of the oldest step to row {@code row} of both arrays. */
    void removeFirst(float[] toObservations, float[] toActions, int row) {
        System.arraycopy(observations, first * features, toObservations, row * features, features);
        System.arraycopy(actions, first * actionSize, toActions, row * actionSize, actionSize);
        first = (first + 1) % steps;
        size--;
    }

    void save(StateWriter out) {
        out.int32(first).int32(size);
        out.floats(observations, observations.length).floats(actions, actions.length);
        out.doubles(rewards);
    }

    void load(StateReader in) {
        first = in.int32();
        size = in.int32();
        System.arraycopy(in.floats(), 0, observations, 0, observations.length);
        System.arraycopy(in.floats(), 0, actions, 0, actions.length);
        System.arraycopy(in.doubles(), 0, rewards, 0, rewards.length);
    }
}
