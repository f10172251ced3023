package catallaxy.environment.market.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SlotTableTest {
    @Test
    void followsANaiveMapOverSeeds() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomStream random = RandomStream.of(seed, "slots");
            SlotTable<Long> table = new SlotTable<>();
            Map<Integer, Long> naive = new TreeMap<>();
            for (long step = 0; step < 300; step++) {
                if (naive.isEmpty() || random.nextInt(5) < 3) {
                    assertThat(naive.put(table.put(step), step))
                            .as("seed %s", seed)
                            .isNull();
                } else {
                    int slot = naive.keySet().stream()
                            .skip(random.nextInt(naive.size()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(table.take(slot)).isEqualTo(naive.remove(slot));
                }
                assertThat(table.size()).isEqualTo(naive.size());
            }
            assertThat(held(table)).isEqualTo(naive);
            assertThat(held(table.copy())).isEqualTo(naive);
            assertThat(held(reloaded(table))).isEqualTo(naive);
            assertThat(reloaded(table).put(1L)).isEqualTo(table.put(1L));
        }
    }

    private static Map<Integer, Long> held(SlotTable<Long> table) {
        Map<Integer, Long> held = new TreeMap<>();
        for (int slot = 0; slot < table.bound(); slot++) {
            if (table.isUsed(slot)) {
                held.put(slot, table.get(slot));
            }
        }
        return held;
    }

    private static SlotTable<Long> reloaded(SlotTable<Long> table) {
        StateWriter out = new StateWriter();
        table.save(out, StateWriter::int64);
        return SlotTable.load(new StateReader(out.toBytes()), StateReader::int64);
    }

    @Test
    void nothingIsUnderANumberThatWasNeverHandedOutOrIsFreeAgain() {
        SlotTable<String> table = new SlotTable<>();
        int slot = table.put("there");
        assertThat(table.isUsed(slot)).isTrue();
        table.take(slot);
        for (int number : new int[] {slot, -1, 1, 16, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(table.isUsed(number)).as("number %s", number).isFalse();
            assertThatThrownBy(() -> table.get(number)).hasMessage("slot " + number + " is empty");
        }
    }

    @Test
    void aNumberThatIsFreeTwiceOrWasNeverHandedOutIsCorrupt() {
        for (int[] free : new int[][] {{0, 0}, {2}, {-1}}) {
            StateWriter out = new StateWriter().int32(2).ints(free, free.length).int64(7);
            assertThatThrownBy(() -> SlotTable.load(new StateReader(out.toBytes()), StateReader::int64))
                    .isInstanceOf(CorruptStateException.class)
                    .hasMessageContaining("free slot");
        }
    }

    @Test
    void anotherObjectTakesTheNumber() {
        SlotTable<String> table = new SlotTable<>();
        int slot = table.put("first");
        table.replace(slot, "second");
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.take(slot)).isEqualTo("second");
        assertThatThrownBy(() -> table.replace(slot, "third")).hasMessage("slot " + slot + " is empty");
    }

    @Test
    void aCopyHandsOutTheSameNumbersAndKeepsItsObjects() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomStream random = RandomStream.of(seed, "slots/copy");
            SlotTable<Long> table = new SlotTable<>();
            for (long i = 0; i < 40; i++) {
                table.put(i);
            }
            for (int slot = 0; slot < 40; slot++) {
                if (random.nextBoolean(0.5)) {
                    table.take(slot);
                }
            }
            SlotTable<Long> copy = table.copy();
            SlotTable<Long> loaded = reloaded(table);
            Map<Integer, Long> before = held(table);
            for (long i = 100; i < 150; i++) {
                int slot = table.put(i);
                assertThat(held(copy)).as("seed %s", seed).isEqualTo(before);
                assertThat(copy.put(i)).as("seed %s", seed).isEqualTo(slot);
                assertThat(loaded.put(i)).as("seed %s", seed).isEqualTo(slot);
                before.put(slot, i);
            }
        }
    }

    @Test
    void moreNumbersThanATableHasAreCorrupt() {
        for (int used : new int[] {-1, (1 << 24) + 1}) {
            StateWriter out = new StateWriter().int32(used).ints(new int[0], 0);
            assertThatThrownBy(() -> SlotTable.load(new StateReader(out.toBytes()), StateReader::int64))
                    .isInstanceOf(CorruptStateException.class)
                    .hasMessage("slots: expected at most 16777216, found " + used);
        }
    }
}
