package catallaxy.evolution.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BehavioursTest {
    private static final List<Descriptor> TWO = List.of(new Descriptor("a", 0, 10), new Descriptor("b", -1, 1));

    private static List<double[]> drawn(long seed, int count) {
        RandomStream random = RandomStream.of(seed, "test");
        return IntStream.range(0, count)
                .mapToObj(_ -> new double[] {12 * random.nextDouble(), random.nextGaussian()})
                .toList();
    }

    private static Behaviours of(List<double[]> all) {
        Behaviours behaviours = new Behaviours(TWO);
        all.forEach(behaviours::add);
        return behaviours;
    }

    /** All distances, sorted. */
    private static double naive(List<double[]> all, int index, int k) {
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i != index) {
                double a = (all.get(i)[0] - all.get(index)[0]) / 10;
                double b = (all.get(i)[1] - all.get(index)[1]) / 2;
                distances.add(Math.sqrt(a * a + b * b));
            }
        }
        return distances.stream()
                .sorted()
                .limit(k)
                .mapToDouble(each -> each)
                .average()
                .orElse(0);
    }

    @Test
    void sparsenessIsThatOfTheNearestInASortedListOfAll() {
        for (int count : new int[] {1, 2, 5, 100, 300}) {
            List<double[]> all = drawn(count, count);
            Behaviours behaviours = of(all);
            for (int k : new int[] {1, 7, 15}) {
                for (int i = 0; i < count; i += 3) {
                    assertThat(behaviours.sparseness(i, k)).isCloseTo(naive(all, i, k), within(1e-12));
                }
            }
        }
    }

    @Test
    void twinsAreNoNews() {
        Behaviours behaviours = of(List.of(new double[] {3, 0}, new double[] {3, 0}, new double[] {8, 0}));
        assertThat(behaviours.sparseness(0, 1)).isZero();
        assertThat(behaviours.sparseness(2, 2)).isEqualTo(0.5);
    }

    @Test
    void aCopyGrowsByItself() {
        Behaviours behaviours = of(drawn(1, 100));
        Behaviours copy = behaviours.copy();
        copy.add(new double[] {1e6, 0});
        assertThat(behaviours.size()).isEqualTo(100);
        assertThat(copy.sparseness(100, 1)).isGreaterThan(1e4);
        assertThat(behaviours.sparseness(99, 99)).isLessThan(10);
    }

    @Test
    void goesOnWhereItWasSaved() {
        Behaviours behaviours = of(drawn(1, 70));
        StateWriter out = new StateWriter();
        behaviours.save(out);
        Behaviours loaded = new Behaviours(TWO);
        StateReader in = new StateReader(out.toBytes());
        loaded.load(in);
        in.end();
        drawn(2, 70).forEach(each -> {
            behaviours.add(each);
            loaded.add(each);
        });
        for (int i = 0; i < 140; i++) {
            assertThat(loaded.sparseness(i, 15)).isEqualTo(behaviours.sparseness(i, 15));
        }
    }
}
