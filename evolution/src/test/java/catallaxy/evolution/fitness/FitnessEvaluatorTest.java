package catallaxy.evolution.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitnessEvaluatorTest {
    /** Noise around the candidate itself; 13 cannot be tried. */
    private static final FitnessTask<Integer> NOISE = new FitnessTask<>() {
        @Override
        public Objectives objectives() {
            return Objectives.of(Objective.minimised("cost"));
        }

        @Override
        public boolean noisy() {
            return true;
        }

        @Override
        public FitnessSample sample(Integer candidate, long seed) {
            if (candidate == 13) {
                throw new IllegalArgumentException("unlucky");
            }
            return FitnessSample.of(candidate + RandomStream.of(seed, "noise").nextGaussian());
        }
    };

    private static List<Double> costs(int threads, List<Integer> candidates) {
        try (FitnessEvaluator evaluator = new FitnessEvaluator(threads)) {
            List<Fitness> found = evaluator.evaluate(NOISE, candidates, 1, 2, 3);
            assertThat(evaluator.trials()).isEqualTo(3L * candidates.size());
            assertThat(found).allMatch(each -> each.samples() == 3);
            return found.stream().map(Fitness::cost).toList();
        }
    }

    @Test
    void theSameForAnyNumberOfThreads() {
        List<Integer> candidates = IntStream.range(100, 300).boxed().toList();
        assertThat(costs(2, candidates)).isEqualTo(costs(1, candidates));
        assertThat(costs(7, candidates)).isEqualTo(costs(1, candidates));
    }

    @Test
    void candidatesMeetTheSameLuck() {
        List<Double> costs = costs(2, List.of(0, 1, 2));
        assertThat(costs.get(1) - costs.get(0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void aTaskThatThrowsIsAFault() {
        for (int threads = 1; threads <= 2; threads++) {
            try (FitnessEvaluator evaluator = new FitnessEvaluator(threads)) {
                assertThatThrownBy(() -> evaluator.evaluate(NOISE, List.of(1, 13, 2), 77))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("seed 77")
                        .hasMessageContaining("unlucky");
            }
        }
    }
}
