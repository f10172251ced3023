package catallaxy.evolution.search;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.evolution.fitness.Fitness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvolutionRefereeTest {
    private static Solution<String> solution(double... costs) {
        return new Solution<>("a candidate", Fitness.ofCosts(costs));
    }

    @Test
    void scoresTheBest() {
        Discoveries<String> found = Discoveries.of(List.of(solution(3)), Map.of());
        assertThat(EvolutionReferee.cost("least", 0).score().of(found)).isEqualTo(3);
        assertThat(EvolutionReferee.value("most", 0).score().of(found)).isEqualTo(-3);
        assertThat(EvolutionReferee.cost("least", 0).score().of(Discoveries.of(List.of(), Map.of())))
                .isNaN();
    }

    @Test
    void mayScoreFrontsAndNiches() {
        EvolutionReferee.Score score = found -> found.costs().length
                + 10 * found.niches().map(niches -> niches.elites().size()).orElse(0);
        List<Solution<String>> front = List.of(solution(1, 2), solution(2, 1));
        TreeMap<Integer, Solution<String>> elites = new TreeMap<>(Map.of(4, solution(1, 2)));
        Discoveries<String> found =
                new Discoveries<>(front, Optional.of(new Niches<>(List.of(3, 3), elites)), new TreeMap<>());
        assertThat(score.of(found)).isEqualTo(12);
        assertThat(found.costs()).isDeepEqualTo(new double[][] {{1, 2}, {2, 1}});
    }
}
