package catallaxy.environment.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@link PriceLadder} against a {@link TreeMap}, with enough rungs for its marks to be set, to go stale and to be set anew. */
class PriceLadderTest {
    private final PriceLadder ladder = new PriceLadder(16);
    private final TreeMap<Long, Integer> rungs = new TreeMap<>();

    @Test
    void findsTheFloorAsASortedMapDoes() {
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long bound = seed % 2 == 0 ? 500 : Long.MAX_VALUE;
            for (int i = 0; i < 20_000; i++) {
                long key = random.nextLong(-bound, bound);
                int floor = ladder.floor(key);
                assertThat(floor).as("seed %d, step %d", seed, i).isEqualTo(floor(key));
                boolean grows = (i / 4_000 & 1) == 0;
                change(floor, key, random.nextInt(10) < (grows ? 8 : 2));
            }
            assertOrder(seed);
        }
    }

    @Test
    void findsTheFloorNearAnyRung() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            long key = random.nextLong(-1_000, 1_000);
            change(ladder.floor(key), key, true);
        }
        for (int i = 0; i < 5_000; i++) {
            long key = random.nextLong(-1_100, 1_100);
            Map.Entry<Long, Integer> from = rungs.ceilingEntry(random.nextLong(-1_000, rungs.lastKey()));
            assertThat(ladder.floorNear(from.getValue(), key)).as("key %d", key).isEqualTo(floor(key));
        }
    }

    @Test
    void takesTheExtremeKeys() {
        for (long key : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1}) {
            change(ladder.floor(key), key, true);
        }
        assertOrder(0);
        assertThat(ladder.key(ladder.best())).isEqualTo(Long.MAX_VALUE);
        assertThat(ladder.key(ladder.worst())).isEqualTo(Long.MIN_VALUE);
    }

    private void change(int floor, long key, boolean insert) {
        boolean exists = floor != PriceLadder.NONE && ladder.key(floor) == key;
        if (insert && !exists) {
            rungs.put(key, ladder.insert(floor, key));
        } else if (!insert && floor != PriceLadder.NONE) {
            rungs.remove(ladder.key(floor));
            ladder.remove(floor);
        }
    }

    private int floor(long key) {
        Map.Entry<Long, Integer> floor = rungs.floorEntry(key);
        return floor == null ? PriceLadder.NONE : floor.getValue();
    }

    private void assertOrder(int seed) {
        int rung = ladder.best();
        for (Map.Entry<Long, Integer> entry : rungs.descendingMap().entrySet()) {
            assertThat(rung).as("seed %d", seed).isEqualTo(entry.getValue());
            assertThat(ladder.key(rung)).as("seed %d", seed).isEqualTo(entry.getKey());
            rung = ladder.worse(rung);
        }
        assertThat(rung).as("seed %d", seed).isEqualTo(PriceLadder.NONE);
    }
}
