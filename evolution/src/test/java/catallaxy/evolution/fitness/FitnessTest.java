package catallaxy.evolution.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;

class FitnessTest {
    private static final Objectives COST_AND_GAIN =
            Objectives.of(Objective.minimised("cost"), Objective.maximised("gain"));

    @Test
    void gainsAreNegativeCosts() {
        Fitness fitness = Fitness.of(COST_AND_GAIN, FitnessSample.of(3, 4));
        assertThat(fitness.costs()).containsExactly(3, -4);
        assertThat(COST_AND_GAIN.turned(fitness.costs())).containsExactly(3, 4);
    }

    @Test
    void meanAndErrorAreThoseOfAllTrials() {
        RandomStream random = RandomStream.of(1, "fitness");
        double[] values = new double[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1e6 + random.nextGaussian();
        }
        Fitness one = sum(values, 0, 40).plus(sum(values, 40, 101));
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        assertThat(one.samples()).isEqualTo(101);
        assertThat(one.costs()[0]).isCloseTo(mean, within(1e-6));
        assertThat(one.standardError(0)).isCloseTo(Math.sqrt(squares / 100 / 101), within(1e-9));
        assertThat(Fitness.ofCosts(1).standardError(0)).isNaN();
    }

    private static Fitness sum(double[] values, int from, int to) {
        Fitness sum = Fitness.ofCosts(values[from]);
        for (int i = from + 1; i < to; i++) {
            sum = sum.plus(Fitness.ofCosts(values[i]));
        }
        return sum;
    }

    @Test
    void oneInvalidTrialMakesItInvalidForGood() {
        Fitness valid = Fitness.of(COST_AND_GAIN, FitnessSample.of(3, 4));
        for (FitnessSample bad : new FitnessSample[] {
            FitnessSample.of(Double.NaN, 4),
            FitnessSample.of(3, Double.POSITIVE_INFINITY),
            FitnessSample.of(new double[] {3, 4}, new double[] {Double.NaN}),
            FitnessSample.invalid()
        }) {
            Fitness invalid = Fitness.of(COST_AND_GAIN, bad);
            assertThat(invalid.valid()).isFalse();
            assertThat(valid.plus(invalid).valid()).isFalse();
            assertThat(invalid.plus(valid).plus(valid).valid()).isFalse();
            assertThat(valid.dominates(invalid)).isTrue();
            assertThat(invalid.dominates(valid)).isFalse();
            assertThat(invalid.dominates(invalid)).isFalse();
            assertThat(invalid.cost()).isInfinite().isPositive();
        }
    }

    @Test
    void whoIsNowhereWorseAndSomewhereBetterDominates() {
        assertThat(Fitness.ofCosts(1, 2).dominates(Fitness.ofCosts(1, 3))).isTrue();
        assertThat(Fitness.ofCosts(1, 2).dominates(Fitness.ofCosts(1, 2))).isFalse();
        assertThat(Fitness.ofCosts(1, 3).dominates(Fitness.ofCosts(2, 2))).isFalse();
        assertThat(Fitness.ofCosts(2, 2).dominates(Fitness.ofCosts(1, 3))).isFalse();
    }

    @Test
    void behaviourIsTheMeanOfAllTrials() {
        FitnessSample one = FitnessSample.of(new double[] {1, 1}, new double[] {0, 10});
        FitnessSample other = FitnessSample.of(new double[] {1, 1}, new double[] {3, 40});
        Fitness all = Fitness.of(COST_AND_GAIN, one)
                .plus(Fitness.of(COST_AND_GAIN, one))
                .plus(Fitness.of(COST_AND_GAIN, other));
        assertThat(all.behaviour()[0]).isCloseTo(1, within(1e-12));
        assertThat(all.behaviour()[1]).isCloseTo(20, within(1e-12));
    }

    @Test
    void savedAndLoaded() {
        Fitness all = Fitness.ofCosts(1, 2).plus(Fitness.ofCosts(3, 5));
        StateWriter out = new StateWriter();
        all.save(out);
        Fitness.invalid().save(out);
        StateReader in = new StateReader(out.toBytes());
        Fitness again = Fitness.load(in);
        assertThat(again.costs()).containsExactly(2, 3.5);
        assertThat(again.standardError(1)).isEqualTo(all.standardError(1));
        assertThat(Fitness.load(in).valid()).isFalse();
        in.end();
    }
}
