package catallaxy.environment.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@link PriceLadder} against a {@link TreeMap}, with enough rungs for three storeys of nodes, and packed anew again and again. */
class PriceLadderTest {
    private static final long MOST = (1L << 60) - 1;

    private PriceLadder ladder = new PriceLadder(16);
    private final TreeMap<Long, Integer> rungs = new TreeMap<>();

    @Test
    void keepsKeysInOrderAsASortedMapDoes() {
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long bound = seed % 2 == 0 ? 500 : MOST;
            for (int i = 0; i < 20_000; i++) {
                long key = random.nextLong(-bound, bound);
                assertThat(ladder.find(key)).as("seed %d, step %d", seed, i).isEqualTo(known(key));
                make(key);
                if (random.nextInt(3_000) == 0) {
                    retain(random, random.nextInt(10));
                }
            }
            assertOrder("seed " + seed);
            retain(random, 0);
            assertOrder("seed " + seed + ", emptied");
        }
    }

    @Test
    void growsFromEitherEnd() {
        for (long key = 0; key < 3_000; key++) {
            make(key);
            make(-key);
        }
        assertOrder("from the middle");
    }

    @Test
    void takesTheExtremeKeys() {
        for (long key : new long[] {-MOST - 1, MOST, 0, -1}) {
            make(key);
        }
        assertOrder("extremes");
        assertThat(ladder.key(ladder.best())).isEqualTo(MOST);
    }

    @Test
    void skipsRungsWithoutAMark() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 400; i++) {
                make(random.nextLong(-2_000, 2_000));
            }
            byte[] marked = new byte[ladder.capacity()];
            int share = random.nextInt(1, 40);
            rungs.values().forEach(rung -> marked[rung] = (byte) (random.nextInt(share) == 0 ? -128 : 0));
            for (Map.Entry<Long, Integer> from : rungs.entrySet()) {
                int expected = rungs.headMap(from.getKey(), false).descendingMap().values().stream()
                        .filter(rung -> marked[rung] != 0)
                        .findFirst()
                        .orElse(PriceLadder.NONE);
                assertThat(ladder.worse(from.getValue(), marked))
                        .as("seed %d", seed)
                        .isEqualTo(expected);
            }
        }
    }

    /** Rungs are made and dropped while a walk stands somewhere, and others begin. */
    @Test
    void aWalkKeepsItsPlaceWhileRungsComeAndGo() {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long bound = seed % 2 == 0 ? 300 : MOST;
            make(random.nextLong(-bound, bound));
            long at = rungs.lastKey();
            for (int i = 0; i < 3_000; i++) {
                if (random.nextInt(4) == 0) {
                    make(random.nextLong(-bound, bound));
                } else if (random.nextInt(500) == 0) {
                    retain(random, 5);
                    make(at);
                }
                Map.Entry<Long, Integer> expected = rungs.lowerEntry(at);
                assertThat(ladder.worse(Objects.requireNonNull(rungs.get(at)), marks()))
                        .as("seed %d, step %d", seed, i)
                        .isEqualTo(expected == null ? PriceLadder.NONE : expected.getValue());
                boolean begins = expected == null || random.nextInt(20) == 0;
                at = begins ? rungs.lastKey() : expected.getKey();
            }
        }
    }

    private byte[] marks() {
        byte[] marked = new byte[ladder.capacity()];
        Arrays.fill(marked, (byte) 1);
        return marked;
    }

    @Test
    void givesNoRungToTwoKeys() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 3_000; i++) {
            make(random.nextLong(-5_000, 5_000));
            if (i % 700 == 0) {
                retain(random, 5);
            }
        }
        Set<Integer> distinct = new HashSet<>(rungs.values());
        assertThat(distinct).hasSize(rungs.size()).doesNotContain(PriceLadder.NONE);
    }

    @Test
    void forgetsARungThatItDropped() {
        int rung = ladder.rung(7);
        assertThat(ladder.recent(7)).isEqualTo(rung);

        ladder.retain(kept -> false);

        assertThat(ladder.find(7)).isEqualTo(PriceLadder.NONE);
        assertThat(ladder.key(ladder.recent(7))).isNotEqualTo(7);
        assertThat(ladder.best()).isEqualTo(PriceLadder.NONE);
    }

    @Test
    void leavesTheOriginalOfACopyAlone() {
        make(1);
        PriceLadder original = ladder;
        ladder = ladder.copy();
        make(2);
        assertThat(original.size()).isEqualTo(1);
        assertThat(original.find(2)).isEqualTo(PriceLadder.NONE);
        assertOrder("copy");
    }

    private void make(long key) {
        int rung = ladder.rung(key);
        assertThat(ladder.key(rung)).isEqualTo(key);
        Integer before = rungs.put(key, rung);
        assertThat(before == null || before == rung).as("rung of %d", key).isTrue();
    }

    /** Drops about so many of ten rungs less than all. */
    private void retain(SplittableRandom random, int tenths) {
        Set<Integer> kept = new HashSet<>();
        rungs.values().removeIf(rung -> random.nextInt(10) >= tenths || !kept.add(rung));
        ladder.retain(kept::contains);
        assertOrder("kept " + kept.size());
    }

    private int known(long key) {
        return rungs.getOrDefault(key, PriceLadder.NONE);
    }

    private void assertOrder(String what) {
        assertThat(ladder.size()).as(what).isEqualTo(rungs.size());
        byte[] marked = marks();
        int rung = ladder.best();
        for (Map.Entry<Long, Integer> entry : rungs.descendingMap().entrySet()) {
            assertThat(rung).as(what).isEqualTo(entry.getValue());
            assertThat(ladder.key(rung)).as(what).isEqualTo(entry.getKey());
            rung = ladder.worse(rung, marked);
        }
        assertThat(rung).as(what).isEqualTo(PriceLadder.NONE);
    }
}
