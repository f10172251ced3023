package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format against bytes put together by hand; what is not in the format is refused as corrupt, whatever it is. */
class SafetensorsTest {
    private static final String ENTRY = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    private static byte[] bytes(String header, float... values) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + json.length + Float.BYTES * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json);
        for (float value : values) {
            out.putFloat(value);
        }
        return out.array();
    }

    private static TensorStore two() {
        TensorStore tensors = new TensorStore();
        tensors.put("b", new float[] {1.5f, -2, 3, 4}, 2, 2);
        tensors.put("a", new float[] {7}, 1);
        return tensors;
    }

    @Test
    void writesLengthHeaderAndValuesAlignedToEightBytes() {
        String header = "{\"b\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]}}";
        String filled = header + " ".repeat((8 - header.length() % 8) % 8);
        assertThat(Safetensors.write(two())).isEqualTo(bytes(filled, 1.5f, -2, 3, 4, 7));
        assertThat(Safetensors.write(new TensorStore())).isEqualTo(bytes("{}      "));
    }

    @Test
    void writesTheSameBytesWhereNumbersHaveOtherDigits() {
        byte[] here = Safetensors.write(two());
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(Safetensors.write(two())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void readsInTheOrderOfPlacesAndPassesOverMetadata() {
        TensorStore read = Safetensors.read(bytes(
                "{\"z\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]},\"__metadata__\":{\"k\":\"v\"},"
                        + "\"n.0.w\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}",
                5,
                6));
        assertThat(read.names()).containsExactly("n.0.w", "z");
        assertThat(read.get("n.0.w", 1, 1)).containsExactly(5);
        assertThat(read.get("z", 1)).containsExactly(6);
    }

    @Test
    void everyBitOfEveryNumberComesBack() {
        for (long seed = 0; seed < 30; seed++) {
            RandomStream random = RandomStream.of(seed, "safetensors");
            TensorStore tensors = new TensorStore();
            int count = random.nextInt(6);
            for (int i = 0; i < count; i++) {
                int rows = i == 0 ? 0 : 1 + random.nextInt(4);
                int columns = 1 + random.nextInt(5);
                float[] values = new float[rows * columns];
                for (int j = 0; j < values.length; j++) {
                    values[j] = Float.intBitsToFloat(random.nextInt(1 << 30) * 4 + random.nextInt(4));
                }
                tensors.put("\"näme\" of\n" + (9 - i) + ".weight", values, rows, columns);
            }
            TensorStore read = Safetensors.read(Safetensors.write(tensors));
            assertThat(read.names()).as("seed " + seed).containsExactlyElementsOf(tensors.names());
            for (String name : tensors.names()) {
                TensorStore.Tensor expected = tensors.tensor(name);
                assertThat(bits(read.get(name, expected.shape())))
                        .as("seed " + seed)
                        .isEqualTo(bits(expected.values()));
            }
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    /** The original is readable, so that each change alone makes it corrupt. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"F32\"  | \"F16\"",
                "[0,8]    | [0,12]",
                "[0,8]    | [0,6]",
                "[0,8]    | [-4,4]",
                "[0,8]    | [8,0]",
                "[0,8]    | [0]",
                "[0,8]    | []",
                "[0,8]    | 8",
                "[2]      | [3]",
                "[2]      | [x]",
                "\"shape\"| \"form\"",
                "}}       | }",
                "{\"a\":  | [",
            })
    void refusesAHeaderThatDoesNotFit(String from, String to) {
        assertThat(Safetensors.read(bytes(ENTRY, 1, 2)).get("a", 2)).containsExactly(1, 2);
        assertThat(ENTRY).contains(from);
        assertThatThrownBy(() -> Safetensors.read(bytes(ENTRY.replace(from, to), 1, 2)))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageStartingWith("safetensors: ");
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = Safetensors.write(two());
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Safetensors.read(part))
                    .as(length + " bytes")
                    .isInstanceOf(CorruptStateException.class);
        }
    }
}
