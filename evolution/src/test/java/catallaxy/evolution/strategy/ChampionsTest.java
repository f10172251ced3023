package catallaxy.evolution.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChampionsTest {
    private static Solution<double[]> newcomer(double x, double cost) {
        return new Solution<>(new double[] {x}, Fitness.ofCosts(cost));
    }

    @Test
    void withoutNoiseTheBestStays() {
        Champions champions = new Champions(false);
        champions.take(List.of(), List.of(newcomer(1, 5), newcomer(2, 3)));
        assertThat(champions.again()).isEmpty();
        champions.take(List.of(), List.of(newcomer(3, 4), new Solution<>(new double[] {4}, Fitness.invalid())));
        assertThat(champions.best().getFirst().candidate()).containsExactly(2);
    }

    @Test
    void aLuckyOneIsTriedAgainAndGoes() {
        Champions champions = new Champions(true);
        RandomStream noise = RandomStream.of(1, "noise");
        champions.take(List.of(), List.of(newcomer(9, -50)));
        assertThat(champions.best()).isEmpty();
        for (int generation = 0; generation < 100; generation++) {
            List<Fitness> again = champions.again().stream()
                    .map(x -> Fitness.ofCosts(x[0] + noise.nextGaussian()))
                    .toList();
            champions.take(again, List.of(newcomer(1, 1 + noise.nextGaussian())));
        }
        assertThat(champions.best()).singleElement().satisfies(best -> {
            assertThat(best.candidate()).containsExactly(1);
            assertThat(best.fitness().samples()).isGreaterThan(1);
        });
        assertThat(champions.again()).hasSize(4);
    }

    @Test
    void whoFailsOnceIsOut() {
        Champions champions = new Champions(true);
        champions.take(List.of(), List.of(newcomer(1, 1)));
        champions.take(List.of(Fitness.ofCosts(1)), List.of());
        assertThat(champions.best()).hasSize(1);
        champions.take(List.of(Fitness.invalid()), List.of());
        assertThat(champions.best()).isEmpty();
    }
}
