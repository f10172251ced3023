package catallaxy.mcts.latent;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A model that is a table: its states are numbers, written as one-hot vectors. Counts what it is asked. */
final class TableModel implements LatentModel {
    private final int[][] next;
    private final double[][] rewards;
    private final double[] values;
    private int calls;
    private int rows;

    /**
     * A table.
     *
     * @param next    {@code [S][A]}
     * @param rewards {@code [S][A]}
     * @param values  {@code [S]}: what it says that states are worth
     */
    TableModel(int[][] next, double[][] rewards, double[] values) {
        this.next = next;
        this.rewards = rewards;
        this.values = values;
    }

    /** A random one that says what best play earns. */
    static TableModel random(int states, int actions, double discount, long seed) {
        RandomStream random = RandomStream.of(seed, "table");
        int[][] next = new int[states][actions];
        double[][] rewards = new double[states][actions];
        for (int s = 0; s < states; s++) {
            Arrays.setAll(next[s], a -> random.nextInt(states));
            Arrays.setAll(rewards[s], a -> random.nextGaussian());
        }
        TableModel model = new TableModel(next, rewards, new double[states]);
        for (int sweep = 0; sweep < 300; sweep++) {
            double[] better = IntStream.range(0, states)
                    .mapToDouble(s -> model.worth(s, model.best(s, discount), discount))
                    .toArray();
            System.arraycopy(better, 0, model.values, 0, states);
        }
        return model;
    }

    /** The same table, said to earn nothing on the way. */
    TableModel withoutRewards() {
        return new TableModel(next, new double[next.length][actions()], values);
    }

    double worth(int state, int action, double discount) {
        return rewards[state][action] + discount * values[next[state][action]];
    }

    int best(int state, double discount) {
        int best = 0;
        for (int a = 1; a < actions(); a++) {
            best = worth(state, a, discount) > worth(state, best, discount) ? a : best;
        }
        return best;
    }

    float[] seen(int state) {
        float[] observation = new float[next.length];
        observation[state] = 1;
        return observation;
    }

    int calls() {
        return calls;
    }

    int rows() {
        return rows;
    }

    @Override
    public int features() {
        return next.length;
    }

    @Override
    public int width() {
        return next.length;
    }

    @Override
    public int actions() {
        return next[0].length;
    }

    @Override
    public LatentAnswers begin(float[] observations, int count) {
        return answers(observations.clone(), new double[count]);
    }

    @Override
    public LatentAnswers advance(float[] states, int[] moves, int count) {
        float[] reached = new float[states.length];
        double[] earned = new double[count];
        for (int row = 0; row < count; row++) {
            int state = state(states, row);
            earned[row] = rewards[state][moves[row]];
            reached[row * width() + next[state][moves[row]]] = 1;
        }
        return answers(reached, earned);
    }

    private LatentAnswers answers(float[] states, double[] earned) {
        calls++;
        rows += earned.length;
        double[] worth = IntStream.range(0, earned.length)
                .mapToDouble(row -> values[state(states, row)])
                .toArray();
        return new LatentAnswers(states, earned, new float[earned.length * actions()], worth);
    }

    private int state(float[] states, int row) {
        return IntStream.range(0, width())
                .filter(s -> states[row * width() + s] == 1)
                .findFirst()
                .orElseThrow();
    }
}
