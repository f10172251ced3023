package catallaxy.mcts.latent;

import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.Arrays;
import java.util.List;

/**
 * Asks a {@link LatentModel} about all leaves of a batch in one call. A batch is of roots alone, as it is when searches begin, or has
 * none. Values are whole returns from the root on, {@code Σ γᵏ r_k + γᵈ v}. One owner.
 */
public final class LatentEvaluator implements Evaluator<LatentPosition> {
    private final LatentModel model;

    /** An evaluator that asks the model. */
    public LatentEvaluator(LatentModel model) {
        this.model = model;
    }

    @Override
    public void evaluate(List<LatentPosition> leaves, long[] numbers, int from, int to, Evaluations into) {
        List<LatentPosition> batch = leaves.subList(from, to);
        LatentAnswers answers = batch.getFirst().isRoot() ? roots(batch) : inside(batch);
        for (int i = 0; i < batch.size(); i++) {
            into.value(from + i, 0, batch.get(i).learn(answers, i));
            priors(answers.logits(), i, from + i, into);
        }
    }

    private LatentAnswers roots(List<LatentPosition> batch) {
        float[] rows = new float[batch.size() * model.features()];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(batch.get(i).observation(), 0, rows, i * model.features(), model.features());
        }
        return model.begin(rows, batch.size());
    }

    private LatentAnswers inside(List<LatentPosition> batch) {
        float[] states = new float[batch.size() * model.width()];
        int[] moves = new int[batch.size()];
        Arrays.setAll(moves, i -> batch.get(i).origin(states, i));
        return model.advance(states, moves, batch.size());
    }

    private void priors(float[] logits, int row, int target, Evaluations into) {
        int first = row * model.actions();
        float highest = Float.NEGATIVE_INFINITY;
        for (int move = 0; move < model.actions(); move++) {
            highest = Math.max(highest, logits[first + move]);
        }
        for (int move = 0; move < model.actions(); move++) {
            into.prior(target, move, (float) StrictMath.exp((double) (logits[first + move] - highest)));
        }
    }
}
