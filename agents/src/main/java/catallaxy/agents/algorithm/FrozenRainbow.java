package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.FrozenMlp;
import catallaxy.agents.network.FrozenNetwork;
import java.util.List;

/** The expected values of a {@link RainbowNetwork} without noise, in plain Java. Owned by one thread. */
public final class FrozenRainbow implements FrozenNetwork {
    private final FrozenMlp network;
    private final List<FrozenMlp> heads;
    private final boolean distributional;
    private final ReturnSupport support;
    private final int atoms;
    private final float[] hidden;
    private final float[] answers;
    private final float[] values;

    /**
     * Reads a learner's tensors.
     *
     * @throws IllegalArgumentException if they are not those of a network with such settings
     */
    public FrozenRainbow(TensorStore tensors, Rainbow.Config config) {
        Improvements improvements = config.improvements();
        distributional = improvements.distributional();
        atoms = improvements.numbers();
        support = improvements.support();
        if (improvements.duelling()) {
            network = FrozenMlp.body(tensors, "q", Activation.RELU);
            heads = List.of(FrozenMlp.layer(tensors, "advantage"), FrozenMlp.layer(tensors, "value"));
            answers = new float[heads.getFirst().outputs()];
        } else {
            network = new FrozenMlp(tensors, "q", Activation.RELU);
            heads = List.of();
            answers = new float[network.outputs()];
        }
        hidden = new float[network.outputs()];
        values = new float[atoms];
    }

    @Override
    public int inputs() {
        return network.inputs();
    }

    @Override
    public int outputs() {
        return answers.length / atoms;
    }

    @Override
    public void forward(float[] x, int offset, float[] out) {
        if (heads.isEmpty()) {
            network.forward(x, offset, answers);
        } else {
            network.forward(x, offset, hidden);
            heads.getFirst().forward(hidden, 0, answers);
            heads.getLast().forward(hidden, 0, values);
            addValues();
        }
        for (int choice = 0; choice < out.length; choice++) {
            out[choice] = distributional ? mean(choice * atoms) : answers[choice];
        }
    }

    /** {@code V + A − mean A}, atom by atom. */
    private void addValues() {
        int choices = outputs();
        for (int atom = 0; atom < atoms; atom++) {
            float sum = 0;
            for (int choice = 0; choice < choices; choice++) {
                sum += answers[choice * atoms + atom];
            }
            float shift = values[atom] - sum / choices;
            for (int choice = 0; choice < choices; choice++) {
                answers[choice * atoms + atom] += shift;
            }
        }
    }

    /** The mean of the distribution whose logits are {@code answers[start …]}, which become its probabilities. */
    private float mean(int start) {
        float largest = answers[start];
        for (int i = start; i < start + atoms; i++) {
            largest = Math.max(largest, answers[i]);
        }
        double sum = 0;
        for (int i = start; i < start + atoms; i++) {
            answers[i] = (float) StrictMath.exp((double) (answers[i] - largest));
            sum += answers[i];
        }
        return (float) (support.mean(answers, start) / sum);
    }
}
