package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final BatchPolicy HEADS = (observations, masks, rows, actions) -> Arrays.fill(actions, 0, rows, 1f);

    @Test
    void isNotBiasedTowardsShortEpisodes() {
        int episodes = 6400;
        Evaluation evaluation = Evaluation.of(new CoinWorlds(64), HEADS, episodes, 3);
        double std = Math.sqrt(0.9) / 0.1;
        assertThat(evaluation.meanLength()).isCloseTo(10, within(4 * std / Math.sqrt(episodes)));
        assertThat(evaluation.mean()).isCloseTo(7, within(4 * std / Math.sqrt(episodes)));
    }

    @Test
    void oneEpisodeInEachOfManyWorldsIsNotBiasedEither() {
        Evaluation evaluation = Evaluation.of(new CoinWorlds(2000), HEADS, 2001, 3);
        assertThat(evaluation.meanLength()).isCloseTo(10, within(4 * 9.49 / Math.sqrt(2001)));
        assertThat(evaluation.episodes()).isEqualTo(2001);
    }

    @Test
    void isAFunctionOfTheSeed() {
        Evaluation one = Evaluation.of(new CoinWorlds(8), HEADS, 40, 3);
        assertThat(Evaluation.of(new CoinWorlds(8), HEADS, 40, 3)).isEqualTo(one);
        assertThat(Evaluation.of(new CoinWorlds(8), HEADS, 40, 4)).isNotEqualTo(one);
    }

    @Test
    void everyWorldNeedsAnEpisode() {
        assertThatThrownBy(() -> Evaluation.of(new CoinWorlds(8), HEADS, 7, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 worlds");
    }
}
