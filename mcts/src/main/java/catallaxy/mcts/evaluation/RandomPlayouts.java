package catallaxy.mcts.evaluation;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import java.util.List;

/**
 * Values a position by playing on from it at random to the end, {@code playouts} times. The random numbers of a playout are
 * a function of the seed and the number of its simulation, so that the order and the threads of evaluation do not matter.
 *
 * @param <P> the positions
 */
public final class RandomPlayouts<P extends Position<P>> implements Evaluator<P> {
    /** Random words that one playout may take before it meets the next one's: more than any game here needs. */
    private static final long WORDS = 1L << 12;

    private final int playouts;
    private final RandomStream luck;
    private final int[] scratch;
    private final double[] before;
    private final P working;

    /**
     * Playouts of one search or of one of its threads.
     *
     * @param seed     of their random numbers
     * @param playouts for each position, from 1
     * @param like     any position of the model
     */
    public RandomPlayouts(long seed, int playouts, P like) {
        if (playouts < 1) {
            throw new IllegalArgumentException("playouts: found " + playouts + ", expected at least 1");
        }
        this.playouts = playouts;
        luck = RandomStream.of(seed, "playouts");
        scratch = new int[like.actionCount()];
        before = new double[like.playerCount()];
        working = like.copy();
    }

    @Override
    public void evaluate(List<P> leaves, long[] numbers, int from, int to, Evaluations into) {
        for (int row = from; row < to; row++) {
            luck.seek(numbers[row] * WORDS);
            P leaf = leaves.get(row);
            if (playouts == 1) {
                playOut(leaf, row, into);
            } else {
                average(leaf, row, into);
            }
        }
    }

    private void playOut(P leaf, int row, Evaluations into) {
        for (int player = 0; player < before.length; player++) {
            before[player] = leaf.earned(player);
        }
        toTheEnd(leaf);
        for (int player = 0; player < before.length; player++) {
            into.value(row, player, leaf.earned(player) - before[player]);
        }
    }

    private void average(P leaf, int row, Evaluations into) {
        double[] sums = new double[before.length];
        for (int playout = 0; playout < playouts; playout++) {
            working.set(leaf);
            toTheEnd(working);
            for (int player = 0; player < sums.length; player++) {
                sums[player] += working.earned(player) - leaf.earned(player);
            }
        }
        for (int player = 0; player < sums.length; player++) {
            into.value(row, player, sums[player] / playouts);
        }
    }

    private void toTheEnd(P position) {
        while (position.turn() != Position.OVER) {
            position.play(position.draw(luck, scratch));
        }
    }
}
