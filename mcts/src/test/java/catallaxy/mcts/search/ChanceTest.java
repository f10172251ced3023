package catallaxy.mcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.RandomPlayouts;
import catallaxy.mcts.game.Pig;
import catallaxy.mcts.game.PigSolution;
import catallaxy.mcts.selection.MostVisited;
import catallaxy.mcts.selection.UpperConfidence;
import catallaxy.mcts.tree.SearchTree;
import org.junit.jupiter.api.Test;

/** Chance is averaged over, not foreseen and not fixed. */
final class ChanceTest {
    private static final UpperConfidence UCB = UpperConfidence.of(0.7);

    @Test
    void guessingIsWorthWhatChanceLeavesOfIt() {
        SearchResult result = search(new Guess(false, false), 1, SearchSettings.playouts());
        assertThat(result.best()).isEqualTo(Guess.SAFE);
        assertThat(result.moves().get(Guess.GUESS).value()).isCloseTo(0.5, offset(0.1));
    }

    @Test
    void whoTakesTheMarketForDeterministicGuessesTooBravely() {
        int brave = 0;
        for (int seed = 0; seed < 10; seed++) {
            brave += search(new Guess(true, false), seed, SearchSettings.playouts())
                                    .best()
                            == Guess.GUESS
                    ? 1
                    : 0;
        }
        assertThat(brave).isEqualTo(10);
    }

    @Test
    void outcomesAreSeenInTheirSharesWithinOne() {
        Pig pig = new Pig(20, 8, 12, 3);
        for (int seed = 0; seed < 10; seed++) {
            TreeSearch<Pig> search = new TreeSearch<>(
                    SearchSettings.playouts(), new RandomPlayouts<>(seed, 1, pig), UCB, MostVisited.by(UCB), seed, pig);
            search.search(pig, Budget.simulations(1_000));
            SearchTree tree = search.tree();
            for (int state = 0; state < tree.states(); state++) {
                if (tree.turn(state) == Position.CHANCE) {
                    double share = tree.entered(state) / 6.0;
                    for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
                        assertThat((double) tree.visits(edge)).isCloseTo(share, offset(1.0));
                    }
                }
            }
        }
    }

    @Test
    void openEndedChanceIsWidened() {
        SearchSettings settings = SearchSettings.playouts().withWidening(new Widening(1, 0.5, 8));
        TreeSearch<Guess> search = searchOf(new Guess(false, true), 3, settings);
        SearchResult result = search.search(new Guess(false, true), Budget.simulations(4_000));
        assertThat(result.best()).isEqualTo(Guess.SAFE);
        SearchTree tree = search.tree();
        int most = 0;
        for (int state = 0; state < tree.states(); state++) {
            if (tree.turn(state) == Position.CHANCE) {
                int outcomes = tree.endEdge(state) - tree.firstEdge(state);
                assertThat(outcomes).isLessThanOrEqualTo((int) Math.ceil(Math.sqrt(tree.entered(state))));
                most = Math.max(most, outcomes);
            }
        }
        assertThat(most).isEqualTo(8);
    }

    @Test
    void pigIsPlayedAsItsSolutionSays() {
        PigSolution solution = PigSolution.of(20);
        int asked = 0;
        int right = 0;
        for (int own = 8; own < 20; own += 4) {
            for (int total = 2; own + total < 20; total += 2) {
                Pig pig = new Pig(20, own, 12, total);
                SearchResult result = new TreeSearch<>(
                                SearchSettings.playouts(),
                                new RandomPlayouts<>(1, 1, pig),
                                UCB,
                                MostVisited.by(UCB),
                                1,
                                pig)
                        .search(pig, Budget.simulations(30_000));
                asked++;
                right += (result.best() == Pig.ROLL) == solution.rolls(own, 12, total) ? 1 : 0;
                assertThat(result.value()).isCloseTo(solution.value(own, 12, total), offset(0.06));
            }
        }
        assertThat((double) right / asked).isGreaterThanOrEqualTo(0.8);
    }

    private static SearchResult search(Guess guess, long seed, SearchSettings settings) {
        return searchOf(guess, seed, settings).search(guess, Budget.simulations(4_000));
    }

    private static TreeSearch<Guess> searchOf(Guess guess, long seed, SearchSettings settings) {
        return new TreeSearch<>(settings, new RandomPlayouts<>(seed, 1, guess), UCB, MostVisited.by(UCB), seed, guess);
    }
}
