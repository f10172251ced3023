package catallaxy.mcts.game;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of bounds against a map that forgets nothing. */
final class BoundTableTest {
    private static final int HIGHEST_BOUND = 255;

    @Test
    void whatIsFoundIsWhatWasPutLast() {
        BoundTable table = new BoundTable(10);
        Map<Long, Integer> all = new HashMap<>();
        RandomStream luck = RandomStream.of(2, "bounds");
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            long key = 1 + luck.nextLong((1L << 49) - 1) % 3_000 * 98_765_432_101L;
            int bound = 1 + luck.nextInt(HIGHEST_BOUND);
            table.put(key, bound, 1 + luck.nextLong(1L << 40));
            all.put(key, bound);
            assertThat(table.bound(key)).isEqualTo(bound);
            long other = 1 + luck.nextLong((1L << 49) - 1) % 3_000 * 98_765_432_101L;
            int kept = table.bound(other);
            found += kept > 0 ? 1 : 0;
            assertThat(kept).isIn(0, all.getOrDefault(other, 0));
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void whatTookMostWorkStays() {
        BoundTable table = new BoundTable(10);
        table.put(77, 9, 1L << 40);
        for (long key = 100; key < 50_000; key++) {
            table.put(key, 3, 1);
        }
        assertThat(table.bound(77)).isEqualTo(9);
        assertThat(table.bound(49_999)).isEqualTo(3);
    }
}
