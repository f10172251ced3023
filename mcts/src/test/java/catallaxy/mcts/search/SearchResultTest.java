package catallaxy.mcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.mcts.search.SearchResult.MoveFigures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the improved policy is worth, from its moves. */
final class SearchResultTest {
    @Test
    void improvedValueIsTheMeanOverMovesThatWereTried() {
        MoveFigures often = new MoveFigures(0, 0.5, 0.6, 4, 0.5);
        MoveFigures seldom = new MoveFigures(1, 0.3, 0.2, 4, 0.1);
        MoveFigures never = new MoveFigures(2, 0.2, 0.2, 0, Double.NaN);
        assertThat(result(often, seldom, never).improvedValue()).isEqualTo((0.6 * 0.5 + 0.2 * 0.1) / 0.8);
    }

    @Test
    void improvedValueWithoutATrialIsThePositions() {
        assertThat(result(new MoveFigures(0, 1, 1, 0, Double.NaN)).improvedValue())
                .isEqualTo(0.25);
    }

    private static SearchResult result(MoveFigures... moves) {
        return new SearchResult(0, List.of(moves), 0.25, false, 8, 1, 1);
    }
}
