package catallaxy.evolution.quality;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.quality.ImprovementEmitter.Addition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImprovementEmitterTest {
    private final RandomStream random = RandomStream.of(3, "test");
    private final ImprovementEmitter emitter =
            new ImprovementEmitter(VectorBox.cube(2, -10, 10), new double[2], 0.5, 20);

    @Test
    void movesTowardsWhatImproves() {
        for (int i = 0; i < 4; i++) {
            List<double[]> asked = emitter.ask(random);
            List<Addition> right = new ArrayList<>();
            for (int k = 0; k < asked.size(); k++) {
                if (asked.get(k)[0] > emitter.mean()[0]) {
                    right.add(new Addition(k, true, asked.get(k)[0]));
                }
            }
            assertThat(emitter.learn(right)).isTrue();
        }
        assertThat(emitter.mean()[0]).isGreaterThan(3);
    }

    /** Where the mean goes when one candidate is better by {@code first} and another by {@code second}. */
    private double[] after(Addition first, Addition second) {
        ImprovementEmitter fresh = new ImprovementEmitter(VectorBox.cube(2, -10, 10), new double[2], 0.5, 20);
        List<double[]> asked = fresh.ask(RandomStream.of(3, "test"));
        assertThat(fresh.learn(List.of(first, second))).isTrue();
        double[] mean = fresh.mean();
        return new double[] {distance(mean, asked.get(0)), distance(mean, asked.get(1))};
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }

    @Test
    void emptyCellsCountMoreThanImprovements() {
        double[] first = after(new Addition(0, true, -100), new Addition(1, false, 100));
        assertThat(first[0]).isLessThan(first[1]);
        double[] second = after(new Addition(0, false, 100), new Addition(1, true, -100));
        assertThat(second[1]).isLessThan(second[0]);
        double[] gains = after(new Addition(0, false, 1), new Addition(1, false, 2));
        assertThat(gains[1]).isLessThan(gains[0]);
    }

    @Test
    void beginsAnewWhereNothingImproves() {
        emitter.ask(random);
        assertThat(emitter.learn(List.of())).isFalse();
        emitter.beginAnew(new double[] {4, -4});
        assertThat(emitter.mean()).containsExactly(4, -4);
        assertThat(emitter.sigma()).isEqualTo(0.5);
    }
}
