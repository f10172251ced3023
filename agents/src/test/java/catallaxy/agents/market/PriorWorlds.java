package catallaxy.agents.market;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.market.kernel.StateReader;
import catallaxy.environment.market.kernel.StateWriter;
import catallaxy.environment.market.learning.ActionSpec;
import catallaxy.environment.market.learning.Feature;
import catallaxy.environment.market.learning.ObservationSpec;
import java.util.ArrayList;
import java.util.List;

/** Worlds that show what an expert would do, in shares of each action's range, and shape rewards by the first feature. */
final class PriorWorlds implements VectorEnvironment {
    private final VectorEnvironment plain;
    private final BatchPolicy expert;
    private final boolean shows;
    private final double weight;
    private final VectorStep inner;
    private final ActionSpace.Continuous space;
    private final double[] potential;

    /** @param weight w of the potential −w x², x the first feature; undiscounted */
    PriorWorlds(VectorEnvironment plain, BatchPolicy expert, boolean shows, double weight) {
        this.plain = plain;
        this.expert = expert;
        this.shows = shows;
        this.weight = weight;
        inner = VectorStep.of(plain);
        space = (ActionSpace.Continuous) ActionSpace.of(plain.actionSpec());
        potential = new double[plain.worlds()];
    }

    @Override
    public ObservationSpec observationSpec() {
        List<Feature> features = new ArrayList<>(plain.observationSpec().features());
        for (int i = 0; shows && i < space.size(); i++) {
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
        plain.step(actions, inner);
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
        double x = observations[row * inner.features()];
        return -weight * x * x;
    }

    private void show(float[] observed, boolean[] masks, int rows, float[] out) {
        int features = plain.observationSpec().size();
        int width = observationSpec().size();
        float[] advice = new float[rows * space.size()];
        expert.act(observed, masks, rows, advice);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(observed, row * features, out, row * width, features);
            for (int i = 0; shows && i < space.size(); i++) {
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
