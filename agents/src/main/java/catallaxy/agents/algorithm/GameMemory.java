package catallaxy.agents.algorithm;

import catallaxy.agents.learning.Game.Symmetry;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * The latest positions of games that are over, each with the policy that the search found there and with how the game ended for its
 * mover. Draws each as often, in a random one of the game's symmetries. Mutable, one owner.
 */
final class GameMemory {
    private final int capacity;
    private final int features;
    private final int actions;
    private final List<Symmetry> symmetries;
    private float[] observations = new float[0];
    private float[] policies = new float[0];
    private boolean[] legal = new boolean[0];
    private float[] outcomes = new float[0];
    private int size;
    private int next;

    GameMemory(int capacity, int features, int actions, List<Symmetry> symmetries) {
        this.capacity = capacity;
        this.features = features;
        this.actions = actions;
        this.symmetries = symmetries;
    }

    int size() {
        return size;
    }

    void put(PlayedPosition played, float outcome) {
        grow();
        System.arraycopy(played.observation(), 0, observations, next * features, features);
        System.arraycopy(played.policy(), 0, policies, next * actions, actions);
        System.arraycopy(played.legal(), 0, legal, next * actions, actions);
        outcomes[next] = outcome;
        next = (next + 1) % capacity;
        size = Math.min(size + 1, capacity);
    }

    /** Draws a batch; two words a row where there are symmetries, else one. */
    void sample(RandomStream random, GameBatch into) {
        for (int row = 0; row < into.size(); row++) {
            int from = random.nextInt(size);
            int seen = symmetries.isEmpty() ? 0 : random.nextInt(symmetries.size() + 1);
            into.outcomes()[row] = outcomes[from];
            if (seen == 0) {
                System.arraycopy(observations, from * features, into.observations(), row * features, features);
                System.arraycopy(policies, from * actions, into.policies(), row * actions, actions);
                System.arraycopy(legal, from * actions, into.legal(), row * actions, actions);
            } else {
                copy(symmetries.get(seen - 1), from, row, into);
            }
        }
    }

    private void copy(Symmetry symmetry, int from, int row, GameBatch into) {
        for (int i = 0; i < features; i++) {
            into.observations()[row * features + i] =
                    observations[from * features + symmetry.features().get(i)];
        }
        for (int i = 0; i < actions; i++) {
            int old = from * actions + symmetry.actions().get(i);
            into.policies()[row * actions + i] = policies[old];
            into.legal()[row * actions + i] = legal[old];
        }
    }

    private void grow() {
        if (next < outcomes.length) {
            return;
        }
        int room = Math.min(capacity, Math.max(1_024, 2 * outcomes.length));
        observations = Arrays.copyOf(observations, room * features);
        policies = Arrays.copyOf(policies, room * actions);
        legal = Arrays.copyOf(legal, room * actions);
        outcomes = Arrays.copyOf(outcomes, room);
    }

    void save(StateWriter out) {
        out.int32(size).int32(next);
        out.floats(observations, size * features)
                .floats(policies, size * actions)
                .floats(outcomes, size);
        for (int i = 0; i < size * actions; i++) {
            out.flag(legal[i]);
        }
    }

    void load(StateReader in) {
        size = in.int32();
        next = in.int32();
        observations = in.floats();
        policies = in.floats();
        outcomes = in.floats();
        legal = new boolean[size * actions];
        for (int i = 0; i < legal.length; i++) {
            legal[i] = in.flag();
        }
    }
}
