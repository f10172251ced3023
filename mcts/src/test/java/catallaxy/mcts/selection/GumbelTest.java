package catallaxy.mcts.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import catallaxy.mcts.search.Budget;
import catallaxy.mcts.search.SearchResult;
import catallaxy.mcts.search.SearchResult.MoveFigures;
import catallaxy.mcts.search.SearchSettings;
import catallaxy.mcts.search.TreeSearch;
import catallaxy.mcts.tree.RootRule;
import org.junit.jupiter.api.Test;

/** Gumbel search on bandits, where everything can be computed. */
final class GumbelTest {
    private static final CompletedValues VALUES = CompletedValues.standard();
    private static final float[] PRIORS = {0.4f, 0.3f, 0.2f, 0.1f};

    @Test
    void withOneSimulationMovesAreSampledFromThePriors() {
        int[] chosen = new int[4];
        int draws = 4_000;
        for (int seed = 0; seed < draws; seed++) {
            chosen[
                    search(new Bandit(0, 0, 0, 0), new GumbelRoot(4, 1, VALUES), seed, 1)
                            .best()]++;
        }
        for (int move = 0; move < 4; move++) {
            double p = PRIORS[move];
            assertThat((double) chosen[move] / draws).isCloseTo(p, offset(4 * Math.sqrt(p * (1 - p) / draws)));
        }
    }

    @Test
    void decisionIsBetterThanThePriorsWhateverTheBudget() {
        double[] pays = {-0.2, 0.1, 0.3, -0.1};
        double prior = -0.2 * 0.4 + 0.1 * 0.3 + 0.3 * 0.2 - 0.1 * 0.1;
        for (int simulations : new int[] {2, 4, 8, 16}) {
            double sum = 0;
            for (int seed = 0; seed < 1_000; seed++) {
                sum += pays[
                        search(new Bandit(pays), new GumbelRoot(4, 1, VALUES), seed, simulations)
                                .best()];
            }
            assertThat(sum / 1_000).isGreaterThan(prior + 0.02);
        }
    }

    @Test
    void halvingWithoutNoiseFindsTheBestArmAndSharesVisits() {
        SearchResult result = search(new Bandit(0.1, 0.2, 0.9, 0.3), new GumbelRoot(4, 0, VALUES), 1, 16);
        assertThat(result.best()).isEqualTo(2);
        assertThat(result.moves().stream().map(MoveFigures::visits)).containsExactlyInAnyOrder(2, 2, 6, 6);
    }

    @Test
    void improvedPolicyIsTheFormulas() {
        SearchResult result = search(new Bandit(0.5, -0.5, 0, 0), new GumbelRoot(2, 0, VALUES), 1, 4);
        // Arms 0 and 1 were tried twice each; the others are taken to be worth the mix of the evaluator's value and of
        // what was seen.
        double estimate = 0.4 * 0.5 - 0.3 * 0.5;
        double seen = (0.4 * 0.5 - 0.3 * 0.5) / 0.7;
        double mixed = (estimate + 4 * seen) / 5;
        double weight = (50 + 2) * 0.5;
        double[] logits = {
            Math.log(0.4) + weight * 0.5,
            Math.log(0.3) - weight * 0.5,
            Math.log(0.2) + weight * mixed,
            Math.log(0.1) + weight * mixed
        };
        double total = 0;
        for (double logit : logits) {
            total += Math.exp(logit);
        }
        for (int move = 0; move < 4; move++) {
            assertThat(result.moves().get(move).policy()).isCloseTo(Math.exp(logits[move]) / total, offset(1e-6));
        }
    }

    @Test
    void insideVisitsFollowTheImprovedPolicy() {
        SearchResult result =
                search(new Bandit(0.02, 0.01, 0, 0.03), MostVisited.by(new GumbelInside(VALUES)), 1, 2_000);
        for (MoveFigures move : result.moves()) {
            assertThat(move.visits() / 2_000.0).isCloseTo(move.policy(), offset(0.01));
        }
    }

    @Test
    void noiseChangesPriorsOfTheRootOnly() {
        MostVisited noisy = new MostVisited(Puct.standard(), 0.5, 0.25, 1);
        SearchResult result = search(new Bandit(0, 0, 0, 0), noisy, 3, 10);
        double total = result.moves().stream().mapToDouble(MoveFigures::prior).sum();
        assertThat(total).isCloseTo(1, offset(1e-6));
        for (int move = 0; move < 4; move++) {
            assertThat(result.moves().get(move).prior())
                    .isNotEqualTo(PRIORS[move])
                    .isGreaterThanOrEqualTo(0.75 * PRIORS[move] - 1e-6);
        }
    }

    @Test
    void temperatureSharpensThePolicy() {
        MostVisited sharp = new MostVisited(Puct.standard(), 1, 0, 0.1);
        SearchResult at1 = search(new Bandit(0, 0.3, 0, 0), MostVisited.by(Puct.standard()), 1, 200);
        SearchResult at01 = search(new Bandit(0, 0.3, 0, 0), sharp, 1, 200);
        assertThat(at01.moves().get(1).policy())
                .isGreaterThan(at1.moves().get(1).policy())
                .isGreaterThan(0.99);
    }

    @Test
    void siblingsAreScaledToNoughtToOne() {
        Puct scaled = new Puct(1.25, 19_652, 0, 0, QTransform.SIBLINGS);
        SearchResult small = search(new Bandit(1e-6, 3e-6, 2e-6, 0), MostVisited.by(scaled), 1, 400);
        SearchResult large = search(new Bandit(1e6, 3e6, 2e6, 0), MostVisited.by(scaled), 1, 400);
        assertThat(small.moves().stream().map(MoveFigures::visits).toList())
                .isEqualTo(large.moves().stream().map(MoveFigures::visits).toList());
        assertThat(large.best()).isEqualTo(1);
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> new GumbelRoot(0, 1, VALUES)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> new CompletedValues(-1, 1, QTransform.IDENTITY))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new Puct(1, 0, 0, 0, QTransform.IDENTITY)).hasMessageContaining("base above 0");
        assertThatThrownBy(() -> UpperConfidence.of(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new MostVisited(UpperConfidence.of(1), 0, 0, 1))
                .hasMessageContaining("above 0");
    }

    private static SearchResult search(Bandit bandit, RootRule rule, long seed, int simulations) {
        return new TreeSearch<>(
                        SearchSettings.network().withLeaves(1),
                        Bandit.knowing(PRIORS),
                        new GumbelInside(VALUES),
                        rule,
                        seed,
                        bandit)
                .search(bandit, Budget.simulations(simulations));
    }
}
