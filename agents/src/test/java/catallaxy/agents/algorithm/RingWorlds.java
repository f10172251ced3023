package catallaxy.agents.algorithm;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Four places on a ring; whoever stays or goes on earns what each place has for that. Going on from the last place ends the episode; after
 * twelve moves it is cut. Episodes begin at one place after the other. All of it is a table.
 */
final class RingWorlds implements VectorEnvironment {
    static final int PLACES = 4;
    static final int MOVES = 2;
    private static final int LIMIT = 12;
    private static final double[][] REWARDS = {{0.1, -0.2}, {0, 0.5}, {0.4, 0.2}, {-0.3, 1}};

    private final int worlds;
    private final int[] place;
    private final int[] elapsed;
    private final int[] begun;

    RingWorlds(int worlds) {
        this.worlds = worlds;
        place = new int[worlds];
        elapsed = new int[worlds];
        begun = new int[worlds];
    }

    static double reward(int place, int move) {
        return REWARDS[place][move];
    }

    static boolean ends(int place, int move) {
        return place == PLACES - 1 && move == 1;
    }

    static int next(int place, int move) {
        return (place + move) % PLACES;
    }

    /** What best play earns from each place on, by value iteration. */
    static double[] values(double discount) {
        double[] values = new double[PLACES];
        for (int sweep = 0; sweep < 500; sweep++) {
            double[] old = values.clone();
            Arrays.setAll(
                    values,
                    p -> IntStream.range(0, MOVES)
                            .mapToDouble(a -> worth(p, a, old, discount))
                            .max()
                            .orElseThrow());
        }
        return values;
    }

    static double worth(int place, int move, double[] values, double discount) {
        return reward(place, move) + (ends(place, move) ? 0 : discount * values[next(place, move)]);
    }

    static float[] seen(int place) {
        float[] observation = new float[PLACES];
        observation[place] = 1;
        return observation;
    }

    @Override
    public ObservationSpec observationSpec() {
        return new ObservationSpec(IntStream.range(0, PLACES)
                .mapToObj(i -> new Feature("at_" + i, "1", 0, 1))
                .toList());
    }

    @Override
    public ActionSpec actionSpec() {
        return new ActionSpec(List.of(new ActionComponent.Discrete("move", List.of("stay", "go"), 0)));
    }

    @Override
    public int worlds() {
        return worlds;
    }

    @Override
    public void reset(long seed, VectorStep out) {
        Arrays.setAll(begun, i -> i);
        Arrays.setAll(place, i -> i % PLACES);
        Arrays.fill(elapsed, 0);
        write(out.observations());
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        for (int i = 0; i < worlds; i++) {
            int move = (int) actions[i];
            out.rewards()[i] = reward(place[i], move);
            out.terminated()[i] = ends(place[i], move);
            out.truncated()[i] = !out.terminated()[i] && ++elapsed[i] == LIMIT;
            place[i] = next(place[i], move);
        }
        write(out.next());
        for (int i = 0; i < worlds; i++) {
            if (out.ended(i)) {
                place[i] = ++begun[i] % PLACES;
                elapsed[i] = 0;
            }
        }
        write(out.observations());
    }

    private void write(float[] rows) {
        Arrays.fill(rows, 0);
        for (int i = 0; i < worlds; i++) {
            rows[i * PLACES + place[i]] = 1;
        }
    }

    @Override
    public void save(StateWriter out) {
        out.ints(place, worlds).ints(elapsed, worlds).ints(begun, worlds);
    }

    @Override
    public void load(StateReader in) {
        System.arraycopy(in.ints(), 0, place, 0, worlds);
        System.arraycopy(in.ints(), 0, elapsed, 0, worlds);
        System.arraycopy(in.ints(), 0, begun, 0, worlds);
    }
}
