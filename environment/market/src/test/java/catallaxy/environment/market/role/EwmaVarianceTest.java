package catallaxy.environment.market.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The deviation against its definition as a weighted mean over all moves. */
class EwmaVarianceTest {
    private static final int AT = 2;
    private static final double HALF_LIFE = 60;

    private static double[] opened(double level) {
        double[] memory = {-1, -2, 7, 8, 9, -3};
        EwmaVariance.open(memory, AT, level);
        return memory;
    }

    @Test
    void isZeroBeforeTheFirstMove() {
        double[] memory = opened(100);
        assertThat(EwmaVariance.deviation(memory, AT)).isZero();
        EwmaVariance.add(memory, AT, 105, 0, HALF_LIFE);
        assertThat(EwmaVariance.deviation(memory, AT)).as("no time passed").isZero();
        assertThat(memory).containsExactly(-1, -2, 100, 0, 0, -3);
    }

    /** Without the bias of a start at zero: a single move counts in full, however short. */
    @Test
    void ofOneMoveIsThatMovePerRootSecond() {
        double[] memory = opened(100);
        EwmaVariance.add(memory, AT, 94, 4, HALF_LIFE);
        assertThat(EwmaVariance.deviation(memory, AT)).isCloseTo(3, within(1e-12));
    }

    /** Weights 1/2 for the last half-life, 1/4 for the one before: (2·9/60 + 1·36/60) / 3. */
    @Test
    void aMoveOfOneHalfLifeAgoWeighsHalf() {
        double[] memory = opened(10);
        EwmaVariance.add(memory, AT, 16, HALF_LIFE, HALF_LIFE);
        EwmaVariance.add(memory, AT, 13, HALF_LIFE, HALF_LIFE);
        double variance = (2 * 9 + 36) / (3 * HALF_LIFE);
        assertThat(EwmaVariance.deviation(memory, AT)).isCloseTo(Math.sqrt(variance), within(1e-12));
    }

    /** The weight of a move is the integral of the decay over its time, seen from the end. */
    @Test
    void isTheWeightedMeanOfAllMoves() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int moves = 1 + random.nextInt(40);
            double[] squares = new double[moves];
            double[] seconds = new double[moves];
            double level = 2_000;
            double[] memory = opened(level);
            for (int i = 0; i < moves; i++) {
                seconds[i] = 0.01 + 100 * random.nextDouble();
                double move = random.nextGaussian();
                squares[i] = move * move / seconds[i];
                level += move;
                EwmaVariance.add(memory, AT, level, seconds[i], HALF_LIFE);
            }
            double sum = 0;
            double weights = 0;
            double age = 0;
            for (int i = moves - 1; i >= 0; i--) {
                double weight = Math.exp(-age * Math.log(2) / HALF_LIFE)
                        - Math.exp(-(age + seconds[i]) * Math.log(2) / HALF_LIFE);
                sum += weight * squares[i];
                weights += weight;
                age += seconds[i];
            }
            assertThat(EwmaVariance.deviation(memory, AT))
                    .as("seed %d", seed)
                    .isCloseTo(Math.sqrt(sum / weights), within(1e-8));
            assertThat(memory[AT - 1]).as("its neighbours").isEqualTo(-2);
            assertThat(memory[AT + EwmaVariance.SLOTS]).as("its neighbours").isEqualTo(-3);
        }
    }
}
