package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomLanes;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What all environments of this package have in common: counting steps, ending and beginning episodes, copying
 * observations, saving. A problem adds how a world begins, moves and is observed.
 *
 * <p>The state is one array of numbers, {@code [N, V]} row-major. World {@code i} draws from lane {@code i} of the seed.
 * Nothing allocates after {@link #reset}.
 */
abstract class Worlds implements VectorEnvironment {
    /** How the last step of an episode of full length ends it. */
    enum Horizon {
        /** The horizon belongs to the problem and to the observation: nothing follows. */
        TERMINATES,
        /** The horizon only cuts the episode. */
        TRUNCATES
    }

    private static final String NOT_BEGUN = "the environment was neither reset nor loaded";

    /** {@code [N, V]}. */
    final double[] state;
    /** {@code [N]}: steps of the current episode that are over. */
    final int[] elapsed;
    /** Steps of an episode, at most. */
    final int steps;

    private final int worlds;
    private final int variables;
    private final Horizon horizon;
    private final ObservationSpec observationSpec;
    private final ActionSpec actionSpec;
    /** Absent until the first episode begins. */
    private @Nullable RandomLanes random;

    Worlds(int worlds, int variables, int steps, Horizon horizon, ObservationSpec observations, ActionSpec actions) {
        this.worlds = worlds;
        this.variables = variables;
        this.steps = steps;
        this.horizon = horizon;
        observationSpec = observations;
        actionSpec = actions;
        state = new double[worlds * variables];
        elapsed = new int[worlds];
    }

    /** Puts the state of one world at the beginning of an episode. */
    abstract void begin(int world);

    /**
     * Moves every world on by one step.
     *
     * @param rewards    {@code [N]}, overwritten
     * @param terminated {@code [N]}, all false; set where the problem itself ends before its horizon
     */
    abstract void advance(float[] actions, double[] rewards, boolean[] terminated);

    /** Writes the observations of the worlds {@code from ≤ i < to} into {@code rows [N, F]}. */
    abstract void observe(int from, int to, float[] rows);

    /** Writes the masks of all worlds into {@code masks [N, M]}; a problem that forbids nothing leaves them true. */
    void mask(boolean[] masks) {
        Arrays.fill(masks, true);
    }

    /** Lane {@code i} belongs to world {@code i}. */
    final RandomLanes random() {
        if (random == null) {
            throw new IllegalStateException(NOT_BEGUN);
        }
        return random;
    }

    @Override
    public final ObservationSpec observationSpec() {
        return observationSpec;
    }

    @Override
    public final ActionSpec actionSpec() {
        return actionSpec;
    }

    @Override
    public final int worlds() {
        return worlds;
    }

    @Override
    public final void reset(long seed, VectorStep out) {
        random = RandomLanes.of(seed, "problem", worlds);
        for (int i = 0; i < worlds; i++) {
            elapsed[i] = 0;
            begin(i);
        }
        observe(0, worlds, out.observations());
        mask(out.masks());
    }

    @Override
    public final void spread(VectorStep out) {
        if (horizon == Horizon.TERMINATES) {
            for (int i = 0; i < worlds; i++) {
                elapsed[i] = (int) ((long) i * steps / worlds);
            }
            observe(0, worlds, out.observations());
            mask(out.masks());
        }
    }

    @Override
    public final void step(float[] actions, VectorStep out) {
        if (actions.length != worlds * actionSpec.size()) {
            throw new IllegalArgumentException(
                    actions.length + " numbers for " + worlds + " actions of " + actionSpec.size());
        }
        if (random == null) {
            throw new IllegalStateException(NOT_BEGUN);
        }
        Arrays.fill(out.terminated(), false);
        advance(actions, out.rewards(), out.terminated());
        boolean ended = count(out.terminated(), out.truncated());
        observe(0, worlds, out.next());
        System.arraycopy(out.next(), 0, out.observations(), 0, out.next().length);
        if (ended) {
            renew(out);
        }
        mask(out.masks());
    }

    /** Counts the step; whether any episode has ended. */
    private boolean count(boolean[] terminated, boolean[] truncated) {
        boolean terminates = horizon == Horizon.TERMINATES;
        boolean any = false;
        for (int i = 0; i < worlds; i++) {
            boolean last = ++elapsed[i] >= steps;
            terminated[i] |= last && terminates;
            truncated[i] = last && !terminated[i];
            any |= last || terminated[i];
        }
        return any;
    }

    private void renew(VectorStep out) {
        for (int i = 0; i < worlds; i++) {
            if (out.ended(i)) {
                elapsed[i] = 0;
                begin(i);
                observe(i, i + 1, out.observations());
            }
        }
    }

    /** Puts one world at a point of its state space. */
    final void place(int world, int steps, double... variables) {
        elapsed[world] = steps;
        System.arraycopy(variables, 0, state, world * this.variables, this.variables);
    }

    /** What a policy does where the worlds are, {@code [N, A]}: asked once for all of them. */
    final float[] actions(BatchPolicy policy) {
        VectorStep now = VectorStep.of(this);
        observe(0, worlds, now.observations());
        mask(now.masks());
        float[] actions = new float[worlds * actionSpec.size()];
        policy.act(now.observations(), now.masks(), worlds, actions);
        return actions;
    }

    @Override
    public final void save(StateWriter out) {
        random().save(out);
        out.ints(elapsed, worlds).doubles(state);
    }

    @Override
    public final void load(StateReader in) {
        RandomLanes lanes = RandomLanes.load(in);
        int[] steps = in.ints();
        double[] variables = in.doubles();
        if (lanes.lanes() != worlds || steps.length != worlds || variables.length != state.length) {
            throw new CorruptStateException(
                    "worlds: expected " + worlds + ", found " + lanes.lanes() + " and " + steps.length);
        }
        random = lanes;
        System.arraycopy(steps, 0, elapsed, 0, worlds);
        System.arraycopy(variables, 0, state, 0, state.length);
    }
}
