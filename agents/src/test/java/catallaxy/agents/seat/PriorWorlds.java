package catallaxy.agents.seat;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Worlds of market making that show what an expert would do, in shares of each action's range, shape rewards, and limit the
 * inventory, their first feature.
 */
final class PriorWorlds implements VectorEnvironment {
    /** Φ of the features that begin at an offset; undiscounted. */
    interface Potential {
        double of(float[] observations, int offset);
    }

    /**
     * What is done to the worlds.
     *
     * @param shows     whether the expert's advice is among the features
     * @param potential by which rewards are shaped
     * @param limit     share of the largest inventory from which the side that adds to it is quoted as far away as it may
     */
    record Priors(boolean shows, Potential potential, double limit) {
        static final Potential NOTHING = (_, _) -> 0;
    }

    private final VectorEnvironment plain;
    private final BatchPolicy expert;
    private final Priors priors;
    private final VectorStep inner;
    private final ActionSpace.Continuous space;
    private final double[] potential;
    private final float[] limited;

    PriorWorlds(VectorEnvironment plain, BatchPolicy expert, Priors priors) {
        this.plain = plain;
        this.expert = expert;
        this.priors = priors;
        inner = VectorStep.of(plain);
        space = (ActionSpace.Continuous) ActionSpace.of(plain.actionSpec());
        potential = new double[plain.worlds()];
        limited = new float[plain.worlds() * space.size()];
    }

    @Override
    public ObservationSpec observationSpec() {
        List<Feature> features = new ArrayList<>(plain.observationSpec().features());
        for (int i = 0; priors.shows() && i < space.size(); i++) {
            features.add(new Feature("advice." + i, "1", -1, 1));
        }
        return new ObservationSpec(features);
    }

    @Override
    public ActionSpec actionSpec() {
        return plain.actionSpec();
    }

    @Override
    public int worlds() {
        return plain.worlds();
    }

    @Override
    public void reset(long seed, VectorStep out) {
        plain.reset(seed, inner);
        show(inner.observations(), inner.masks(), worlds(), out.observations());
        remember();
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        System.arraycopy(actions, 0, limited, 0, limited.length);
        limit(inner.observations(), limited, worlds());
        plain.step(limited, inner);
        show(inner.observations(), inner.masks(), worlds(), out.observations());
        show(reached(), inner.masks(), worlds(), out.next());
        for (int i = 0; i < worlds(); i++) {
            out.terminated()[i] = inner.terminated()[i];
            out.truncated()[i] = inner.truncated()[i];
            double reached = inner.terminated()[i] ? 0 : potential(inner.next(), i);
            out.rewards()[i] = inner.rewards()[i] + reached - potential[i];
        }
        remember();
    }

    /** What the actions led to; where an episode is over, and the expert has nothing to say, the next one's beginning. */
    private float[] reached() {
        float[] reached = inner.next().clone();
        int features = inner.features();
        for (int i = 0; i < worlds(); i++) {
            if (inner.terminated()[i]) {
                System.arraycopy(inner.observations(), i * features, reached, i * features, features);
            }
        }
        return reached;
    }

    private void remember() {
        for (int i = 0; i < potential.length; i++) {
            potential[i] = potential(inner.observations(), i);
        }
    }

    private double potential(float[] observations, int row) {
        return priors.potential().of(observations, row * inner.features());
    }

    /** The ask comes first; whoever is long does not bid. */
    private void limit(float[] observed, float[] actions, int rows) {
        int features = plain.observationSpec().size();
        for (int row = 0; row < rows; row++) {
            float inventory = observed[row * features];
            if (Math.abs(inventory) >= priors.limit() - 1e-6) {
                int side = inventory < 0 ? 0 : 1;
                actions[row * space.size() + side] = space.high()[side];
            }
        }
    }

    private void show(float[] observed, boolean[] masks, int rows, float[] out) {
        int features = plain.observationSpec().size();
        int width = observationSpec().size();
        float[] advice = new float[rows * space.size()];
        expert.act(observed, masks, rows, advice);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(observed, row * features, out, row * width, features);
            for (int i = 0; priors.shows() && i < space.size(); i++) {
                out[row * width + features + i] = space.normalised(i, advice[row * space.size() + i]);
            }
        }
    }

    /** A policy of these worlds as one of the plain ones. */
    BatchPolicy inPlain(BatchPolicy learned) {
        return (observed, masks, rows, actions) -> {
            float[] shown = new float[rows * observationSpec().size()];
            show(observed, masks, rows, shown);
            learned.act(shown, masks, rows, actions);
            limit(observed, actions, rows);
        };
    }

    @Override
    public void save(StateWriter out) {
        throw new UnsupportedOperationException("saved nowhere");
    }

    @Override
    public void load(StateReader in) {
        throw new UnsupportedOperationException("saved nowhere");
    }
}
