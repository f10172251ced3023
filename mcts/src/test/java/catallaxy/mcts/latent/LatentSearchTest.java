package catallaxy.mcts.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.mcts.search.ManySearches;
import catallaxy.mcts.search.SearchResult;
import catallaxy.mcts.search.SearchSettings;
import catallaxy.mcts.selection.CompletedValues;
import catallaxy.mcts.selection.GumbelInside;
import catallaxy.mcts.selection.GumbelRoot;
import catallaxy.mcts.selection.QTransform;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Searches in models that are tables, so that the answers are known. */
class LatentSearchTest {
    private static final double DISCOUNT = 0.9;

    private static boolean[] all(int actions) {
        boolean[] allowed = new boolean[actions];
        Arrays.fill(allowed, true);
        return allowed;
    }

    private static ManySearches<LatentPosition> searches(LatentModel model, int slots) {
        CompletedValues values = new CompletedValues(50, 0.1, QTransform.SIBLINGS);
        return new ManySearches<>(
                SearchSettings.network().withLeaves(1),
                new LatentEvaluator(model),
                new GumbelInside(values),
                () -> new GumbelRoot(16, 0, values),
                slots,
                1,
                LatentPosition.root(model, new float[model.features()], all(model.actions()), DISCOUNT));
    }

    private static SearchResult search(TableModel model, int state, boolean[] allowed, int simulations) {
        LatentPosition root = LatentPosition.root(model, model.seen(state), allowed, DISCOUNT);
        return searches(model, 1)
                .search(List.of(root), new long[1], simulations)
                .getFirst();
    }

    /** One move leads from 0 over 1 and 2 to 3, where it stays. */
    private static TableModel chain(double... values) {
        return new TableModel(new int[][] {{1}, {2}, {3}, {3}}, new double[][] {{2}, {-1}, {4}, {0}}, values);
    }

    @Test
    void aChainIsWorthItsDiscountedRewardsHoweverFarItIsLookedInto() {
        double last = 4;
        double middle = -1 + DISCOUNT * last;
        double whole = 2 + DISCOUNT * middle;
        for (int simulations = 1; simulations < 8; simulations++) {
            SearchResult known = search(chain(whole, middle, last, 0), 0, all(1), simulations);
            assertThat(known.value()).isCloseTo(whole, within(1e-12));
            assertThat(known.improvedValue()).isCloseTo(whole, within(1e-12));
        }
        SearchResult looked = search(chain(0, 0, 0, 0), 0, all(1), 1000);
        assertThat(looked.value()).isCloseTo(whole, within(0.02)).isNotEqualTo(whole);
    }

    @Test
    void withTrueValuesOneLookAtEachMoveFindsTheBest() {
        int misled = 0;
        for (long seed = 1; seed <= 100; seed++) {
            TableModel model = TableModel.random(6, 4, DISCOUNT, seed);
            SearchResult found = search(model, 2, all(4), 4);
            assertThat(found.best()).as("seed %s", seed).isEqualTo(model.best(2, DISCOUNT));
            found.moves()
                    .forEach(each ->
                            assertThat(each.value()).isCloseTo(model.worth(2, each.move(), DISCOUNT), within(1e-9)));
            misled += search(model.withoutRewards(), 2, all(4), 4).best() == found.best() ? 0 : 1;
        }
        assertThat(misled).as("of 100 that do not know of rewards").isGreaterThan(20);
    }

    /** Two moves; 1 three times from 0 earns 1, anything else leads back. */
    @Test
    void aRewardBeyondTheValuesIsFoundByLookingAhead() {
        TableModel model = new TableModel(
                new int[][] {{3, 1}, {3, 2}, {3, 3}, {3, 3}},
                new double[][] {{0.1, 0}, {0, 0}, {0, 1}, {0, 0}},
                new double[4]);
        assertThat(search(model, 0, all(2), 2).best()).isZero();
        assertThat(search(model, 0, all(2), 200).best()).isEqualTo(1);
        assertThat(search(model, 0, all(2), 200).deepest()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatTheWorldForbidsIsNotPlayedAtTheRootAndTriedBelow() {
        for (long seed = 1; seed <= 20; seed++) {
            TableModel model = TableModel.random(5, 3, DISCOUNT, seed);
            boolean[] allowed = all(3);
            allowed[model.best(0, DISCOUNT)] = false;
            SearchResult found = search(model, 0, allowed, 60);
            assertThat(found.best()).isNotEqualTo(model.best(0, DISCOUNT));
            assertThat(found.moves()).hasSize(2).allMatch(each -> allowed[each.move()]);
        }
    }

    @Test
    void oneCallAnswersForAllTrees() {
        TableModel model = TableModel.random(6, 4, DISCOUNT, 3);
        int trees = 20;
        List<LatentPosition> roots = IntStream.range(0, trees)
                .mapToObj(i -> LatentPosition.root(model, model.seen(i % 6), all(4), DISCOUNT))
                .toList();
        List<SearchResult> together = searches(model, trees).search(roots, new long[trees], 10);
        assertThat(model.calls()).isEqualTo(11);
        assertThat(model.rows()).isEqualTo(11 * trees);
        for (int i = 0; i < trees; i++) {
            assertThat(together.get(i)).isEqualTo(search(model, i % 6, all(4), 10));
        }
    }

    @Test
    void aPositionThatWasSetGoesItsOwnWay() {
        TableModel model = chain(0, 0, 0, 0);
        LatentPosition root = LatentPosition.root(model, model.seen(0), all(1), DISCOUNT);
        LatentPosition copy = root.copy();
        copy.play(0);
        assertThat(root.isRoot()).isTrue();
        assertThat(copy.isRoot()).isFalse();
        copy.set(root);
        assertThat(copy.isRoot()).isTrue();
        assertThat(copy.turn()).isZero();
        assertThat(copy.moves(new int[1])).isEqualTo(1);
    }
}
