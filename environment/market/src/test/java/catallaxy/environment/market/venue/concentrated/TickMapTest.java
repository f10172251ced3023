package catallaxy.environment.market.venue.concentrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The map against one that goes through a word of the bitmap bit by bit. */
final class TickMapTest {
    /** The contract's search: within one word of 256 multiples of the spacing, bit by bit. */
    private static int naive(NavigableMap<Integer, Long> stored, int tick, int spacing, boolean down) {
        int compressed = Math.floorDiv(tick, spacing) + (down ? 0 : 1);
        int word = Math.floorDiv(compressed, 256);
        int at = compressed;
        while (!stored.containsKey(at * spacing) && Math.floorDiv(down ? at - 1 : at + 1, 256) == word) {
            at += down ? -1 : 1;
        }
        return at * spacing;
    }

    @Test
    void itAnswersAsTheBitmap() {
        for (int spacing : new int[] {1, 10, 60, 200}) {
            RandomStream random = RandomStream.of(spacing, "bitmap");
            TickMap<Long> map = new TickMap<>(spacing);
            TreeMap<Integer, Long> naive = new TreeMap<>();
            for (int i = 0; i < 2_000; i++) {
                int tick = spacing * (random.nextInt(2_000) - 1_000);
                if (random.nextBoolean(0.5)) {
                    map.set(tick, (long) i);
                    naive.put(tick, (long) i);
                } else {
                    map.set(tick, null);
                    naive.remove(tick);
                }
                int from = random.nextInt(2_400 * spacing) - 1_200 * spacing;
                assertThat(map.nextDown(from)).isEqualTo(naive(naive, from, spacing, true));
                assertThat(map.nextUp(from)).isEqualTo(naive(naive, from, spacing, false));
                assertThat(map.get(tick)).isEqualTo(naive.get(tick));
                assertThat(map.upTo(from)).isEqualTo(naive.headMap(from, true).size());
            }
            assertThat(inOrder(map)).isEqualTo(List.copyOf(naive.keySet()));
        }
    }

    private static List<Integer> inOrder(TickMap<Long> map) {
        List<Integer> ticks = new ArrayList<>();
        for (int rank = 0; rank < map.size(); rank++) {
            assertThat(map.value(rank)).isEqualTo(map.get(map.tick(rank)));
            ticks.add(map.tick(rank));
        }
        return ticks;
    }

    @Test
    void aCopyIsIndependent() {
        TickMap<String> map = new TickMap<>(10);
        map.set(20, "a");
        TickMap<String> copy = map.copy();
        copy.set(20, "b");
        copy.set(-10, "c");
        map.set(20, null);
        assertThat(map.size()).isZero();
        assertThat(copy.get(20)).isEqualTo("b");
        assertThat(copy.size()).isEqualTo(2);
        assertThat(copy.spacing()).isEqualTo(10);
    }

    @Test
    void ticksBetweenMultiplesAreRefused() {
        assertThatThrownBy(() -> new TickMap<String>(10).set(15, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tick 15 is no multiple of 10");
        assertThatThrownBy(() -> new TickMap<String>(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TickMap<String>(1).tick(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
