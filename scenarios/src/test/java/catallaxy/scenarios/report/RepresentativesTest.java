package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RepresentativesTest {
    private static final int SLICES = 8;

    private record Item(double seconds, double weight) {}

    @Test
    void allStayWhereThereIsRoom() {
        var few = new Representatives<Integer>(SLICES);
        assertThat(few.values()).isEmpty();
        List<Integer> items = IntStream.range(0, 2 * SLICES - 1).boxed().toList();
        items.forEach(item -> few.add(item, 1, item));
        assertThat(few.values()).isEqualTo(items);
        assertThat(few.added()).isEqualTo(2 * SLICES - 1);
    }

    /** Sixteen items over fifteen seconds in slices of 15/7 seconds: the last second is a slice of its own. */
    @Test
    void theHeaviestOfEachSliceStays() {
        var few = new Representatives<Integer>(SLICES);
        double[] weights = {1, 3, 2, 5, 5, 0, 1, 1, 2, 0, 0, 0, 9, 1, 8, 7};
        for (int i = 0; i < weights.length; i++) {
            few.add(i, weights[i], i);
        }
        assertThat(few.values()).containsExactly(1, 3, 6, 8, 9, 12, 14, 15);
    }

    @Test
    void ofOneInstantTheHeaviestStays() {
        var few = new Representatives<Integer>(SLICES);
        for (int i = 0; i < 2 * SLICES; i++) {
            few.add(60, i == 5 ? 2 : 1, i);
        }
        assertThat(few.values()).containsExactly(5);
        assertThat(few.added()).isEqualTo(2 * SLICES);
    }

    @Test
    void theyAreFewInOrderAndHoldTheHeaviest() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var few = new Representatives<Item>(SLICES);
            Item heaviest = new Item(0, -1);
            double seconds = 0;
            int items = 1 + random.nextInt(3_000);
            for (int i = 0; i < items; i++) {
                seconds += random.nextInt(4) == 0 ? 0 : -Math.log(random.nextDouble());
                Item item = new Item(seconds, random.nextDouble());
                few.add(item.seconds(), item.weight(), item);
                heaviest = item.weight() > heaviest.weight() ? item : heaviest;
            }
            assertThat(few.values())
                    .as("seed %d", seed)
                    .contains(heaviest)
                    .hasSizeLessThan(2 * SLICES)
                    .isSortedAccordingTo((one, other) -> Double.compare(one.seconds(), other.seconds()));
            assertThat(few.added()).as("seed %d", seed).isEqualTo(items);
        }
    }
}
