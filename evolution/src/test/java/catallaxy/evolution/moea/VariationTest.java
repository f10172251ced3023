package catallaxy.evolution.moea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VariationTest {
    private static final int DRAWS = 20_000;
    private static final VectorBox WIDE = VectorBox.cube(1, -1000, 1000);

    private final RandomStream random = RandomStream.of(1, "variation");

    /** Shares of children within these multiples of half the parents' distance from their middle; half of variables are crossed. */
    @Test
    void crossoverSpreadsAsItsDensity() {
        for (double index : new double[] {2, 15, 2.5}) {
            SimulatedBinaryCrossover crossover = new SimulatedBinaryCrossover(WIDE, 1, index);
            double[] limits = {0.5, 0.9, 0.99, 1.01, 1.2, 2};
            int[] within = new int[limits.length];
            int same = 0;
            for (int i = 0; i < DRAWS; i++) {
                double[] one = {1};
                double[] other = {3};
                crossover.cross(one, other, random);
                assertThat(one[0] + other[0]).isCloseTo(4, within(1e-6));
                double beta = Math.abs(other[0] - one[0]) / 2;
                same += beta == 1 ? 1 : 0;
                for (int k = 0; k < limits.length; k++) {
                    within[k] += beta < limits[k] ? 1 : 0;
                }
            }
            assertThat((double) same / DRAWS).isCloseTo(0.5, within(0.02));
            for (int k = 0; k < limits.length; k++) {
                double tail = Math.pow(limits[k], index + 1) / 2;
                double expected = limits[k] < 1 ? tail / 2 : 0.5 + (1 - 0.25 / tail) / 2;
                assertThat((double) within[k] / DRAWS).as("below %s", limits[k]).isCloseTo(expected, within(0.02));
            }
        }
    }

    @Test
    void childrenOfParentsAtASideStayInside() {
        VectorBox box = VectorBox.cube(70, 0, 1);
        SimulatedBinaryCrossover crossover = new SimulatedBinaryCrossover(box, 1, 15);
        for (int i = 0; i < 500; i++) {
            double[] one = box.random(random);
            double[] other = box.random(random);
            one[i % 70] = 0;
            other[(i + 1) % 70] = 1;
            crossover.cross(one, other, random);
            assertThat(Arrays.stream(one)).allMatch(x -> x >= 0 && x <= 1);
            assertThat(Arrays.stream(other)).allMatch(x -> x >= 0 && x <= 1);
        }
    }

    /** A parent on the low side has no room below: the nearer it is, the less its child moves down, and never by clamping. */
    @Test
    void noChildIsPutOnASide() {
        SimulatedBinaryCrossover crossover = new SimulatedBinaryCrossover(VectorBox.cube(1, 0, 1), 1, 2);
        for (int i = 0; i < DRAWS; i++) {
            double[] one = {0.01};
            double[] other = {0.2};
            crossover.cross(one, other, random);
            assertThat(Math.min(one[0], other[0])).isGreaterThan(0);
        }
    }

    @Test
    void everyVariableComesFromEitherParentAlike() {
        int size = 100;
        SimulatedBinaryCrossover crossover = new SimulatedBinaryCrossover(VectorBox.cube(size, 0, 1), 1, 1000);
        int[] swapped = new int[size];
        for (int i = 0; i < 2000; i++) {
            double[] one = new double[size];
            double[] other = new double[size];
            Arrays.fill(one, 0.4);
            Arrays.fill(other, 0.6);
            crossover.cross(one, other, random);
            for (int k = 0; k < size; k++) {
                swapped[k] += one[k] > 0.5 ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(swapped)).allSatisfy(count -> assertThat(count).isBetween(880, 1120));
    }

    @Test
    void asManyMutationsAsTheirProbabilitySays() {
        VectorBox box = VectorBox.cube(200, 0, 1);
        for (double probability : new double[] {0.005, 0.3, 1}) {
            PolynomialMutation mutation = new PolynomialMutation(box, probability, 20);
            long changed = 0;
            for (int i = 0; i < 200; i++) {
                double[] vector = box.start().clone();
                mutation.mutate(vector, random);
                changed += Arrays.stream(vector).filter(x -> x != 0.5).count();
                assertThat(Arrays.stream(vector)).allMatch(x -> x >= 0 && x <= 1);
            }
            double expected = 200 * 200 * probability;
            assertThat((double) changed).isCloseTo(expected, within(5 * Math.sqrt(expected) + 1));
        }
    }

    /** In the middle of a wide box {@code P(δ < d) = ½ (1 + d)^(η+1)} for negative d, and the same to the other side. */
    @Test
    void mutationSpreadsAsItsDensity() {
        PolynomialMutation mutation = new PolynomialMutation(VectorBox.unbounded(1, 1.0 / 6), 1, 20);
        int[] below = new int[3];
        for (int i = 0; i < DRAWS; i++) {
            double[] vector = {0};
            mutation.mutate(vector, random);
            below[0] += vector[0] < -0.05 ? 1 : 0;
            below[1] += vector[0] < 0 ? 1 : 0;
            below[2] += vector[0] < 0.02 ? 1 : 0;
        }
        assertThat(below[0] / (double) DRAWS).isCloseTo(Math.pow(0.95, 21) / 2, within(0.02));
        assertThat(below[1] / (double) DRAWS).isCloseTo(0.5, within(0.02));
        assertThat(below[2] / (double) DRAWS).isCloseTo(1 - Math.pow(0.98, 21) / 2, within(0.02));
    }

    @Test
    void decksDealEachAsOften() {
        Deck deck = new Deck(7, random);
        int[] dealt = new int[7];
        for (int i = 0; i < 7 * 20; i++) {
            dealt[deck.next()]++;
        }
        assertThat(dealt).containsOnly(20);
    }
}
