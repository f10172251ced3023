package catallaxy.environment.base.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what a writer wrote, and refuses the rest with its place. */
class StateReaderTest {
    /** One value: how it is written, and the reading that compares it. */
    private interface Item {
        void write(StateWriter out);

        void read(StateReader in);
    }

    private record Whole(long value, int small) implements Item {
        @Override
        public void write(StateWriter out) {
            out.int64(value).int32(small);
        }

        @Override
        public void read(StateReader in) {
            assertThat(in.int64()).isEqualTo(value);
            assertThat(in.int32()).isEqualTo(small);
        }
    }

    private record Other(long bits, boolean flag, String text) implements Item {
        @Override
        public void write(StateWriter out) {
            out.float64(Double.longBitsToDouble(bits))
                    .flag(flag)
                    .text(text)
                    .bytes(text.getBytes(StandardCharsets.UTF_16));
        }

        @Override
        public void read(StateReader in) {
            assertThat(Double.doubleToRawLongBits(in.float64())).isEqualTo(bits);
            assertThat(in.flag()).isEqualTo(flag);
            assertThat(in.text()).isEqualTo(text);
            assertThat(in.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_16));
        }
    }

    /** The first {@code count} numbers of longer arrays. */
    private record Arrays(List<Long> values, int count) implements Item {
        @Override
        public void write(StateWriter out) {
            long[] longs = values.stream().mapToLong(Long::longValue).toArray();
            int[] ints = values.stream().mapToInt(Long::intValue).toArray();
            double[] doubles =
                    values.stream().mapToDouble(Double::longBitsToDouble).toArray();
            out.longs(longs, count).ints(ints, count).doubles(doubles);
        }

        @Override
        public void read(StateReader in) {
            assertThat(in.longs()).containsExactly(values.stream().limit(count).toArray(Long[]::new));
            assertThat(in.ints())
                    .containsExactly(
                            values.stream().limit(count).map(Long::intValue).toArray(Integer[]::new));
            double[] doubles = in.doubles();
            assertThat(doubles).hasSize(values.size());
            for (int i = 0; i < doubles.length; i++) {
                assertThat(Double.doubleToRawLongBits(doubles[i])).isEqualTo(values.get(i));
            }
        }
    }

    private static Item random(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Whole(random.nextLong(), random.nextInt());
            case 1 -> new Other(random.nextLong(), random.nextBoolean(), "aé漢😀".repeat(random.nextInt(40)));
            default -> {
                List<Long> values = random.longs(random.nextInt(9)).boxed().toList();
                yield new Arrays(values, random.nextInt(values.size() + 1));
            }
        };
    }

    /** From writers that have to grow, at every position of the buffer. */
    @Test
    void readsAnySequenceThatWasWritten() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StateWriter out = new StateWriter(random.nextInt(20));
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Item item = random(random);
                item.write(out);
                items.add(item);
            }
            assertThat(out.size()).as("seed %d", seed).isEqualTo(out.toBytes().length);
            StateReader in = new StateReader(out.toBytes());
            try {
                items.forEach(item -> item.read(in));
                in.end();
            } catch (CorruptStateException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + items, e);
            }
        }
    }

    @Test
    void numbersStandLeastSignificantByteFirst() {
        byte[] bytes = new StateWriter()
                .int32(0x0403_0201)
                .int64(0x0C0B_0A09_0807_0605L)
                .flag(true)
                .text("é")
                .toBytes();
        assertThat(bytes).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 0, 0, 0, 0xC3, 0xA9);
    }

    @Test
    void theBytesThatItGotAreItsOwn() {
        byte[] bytes = {7, 0, 0, 0};
        StateReader in = new StateReader(bytes);
        bytes[0] = 8;
        assertThat(in.int32()).isEqualTo(7);
    }

    @Test
    void whatIsWrittenLaterIsNotInTheBytesTakenBefore() {
        StateWriter out = new StateWriter().int32(1);
        byte[] before = out.toBytes();
        out.int32(2);
        before[0] = 9;
        assertThat(out.toBytes()).containsExactly(1, 0, 0, 0, 2, 0, 0, 0);
        assertThat(before).hasSize(4);
    }

    @Test
    void aNumberThatIsCutOffIsRefusedWithItsPlace() {
        StateReader in = new StateReader(new byte[11]);
        assertThat(in.int32()).isZero();
        assertThatThrownBy(in::int64)
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("needed 8 bytes at byte 4 of 11");
        assertThat(in.int32()).as("a refusal reads nothing").isZero();
        assertThatThrownBy(in::end)
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("expected the end at byte 8, found 3 more bytes");
        assertThat(in.atEnd()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(bytes = {2, -1, Byte.MIN_VALUE})
    void aFlagIsOneOrZero(byte value) {
        StateReader in = new StateReader(new byte[] {1, value});
        assertThat(in.flag()).isTrue();
        assertThatThrownBy(in::flag)
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("flag at byte 1: expected 0 or 1, found " + value);
    }

    /** Before an array of that length is allocated; products beyond 32 bits included. */
    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 3, 1 << 29, Integer.MAX_VALUE})
    void aCountOfMoreThanFollowsIsRefused(int count) {
        byte[] bytes = new StateWriter().int32(count).int64(0).int64(0).toBytes();
        assertThatThrownBy(() -> new StateReader(bytes).longs())
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("count " + count + " at byte 0: only 16 bytes follow");
        assertThatThrownBy(() -> new StateReader(bytes).doubles()).isInstanceOf(CorruptStateException.class);
    }

    @Test
    void aCountOfJustWhatFollowsIsTaken() {
        byte[] bytes = new StateWriter().int32(2).int64(5).int64(6).toBytes();
        assertThat(new StateReader(bytes).longs()).containsExactly(5, 6);
        assertThat(new StateReader(bytes).count(8)).isEqualTo(2);
        assertThat(new StateReader(new StateWriter().int32(0).toBytes()).ints()).isEmpty();
    }
}
