package catallaxy.agents.training;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.TensorStore.Tensor;
import catallaxy.environment.base.state.CorruptStateException;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigUtil;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Named tensors in the safetensors format: the length of the header as a little-endian 64-bit number, the header in JSON
 * with data type, shape and place of each tensor, then the values. Only {@code F32} is written and read.
 * https://github.com/huggingface/safetensors
 */
final class Safetensors {
    private static final int ALIGNMENT = 8;

    private Safetensors() {}

    static byte[] write(TensorStore tensors) {
        byte[] header = header(tensors).getBytes(StandardCharsets.UTF_8);
        int values = 0;
        for (String name : tensors.names()) {
            values = Math.addExact(
                    values, Math.multiplyExact(Float.BYTES, tensors.tensor(name).values().length));
        }
        ByteBuffer out = ByteBuffer.allocate(Math.addExact(Long.BYTES + header.length, values))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header);
        for (String name : tensors.names()) {
            for (float value : tensors.tensor(name).values()) {
                out.putInt(Float.floatToRawIntBits(value));
            }
        }
        return out.array();
    }

    /** The JSON header, filled with blanks so that values are aligned. */
    private static String header(TensorStore tensors) {
        List<String> entries = new ArrayList<>();
        long begin = 0;
        for (String name : tensors.names()) {
            Tensor tensor = tensors.tensor(name);
            long end = begin + (long) Float.BYTES * tensor.values().length;
            entries.add("%s:{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%s,%s]}"
                    .formatted(ChecksummedJson.quoted(name), sizes(tensor), begin, end));
            begin = end;
        }
        String json = "{" + String.join(",", entries) + "}";
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return json + " ".repeat(Math.floorMod(-length, ALIGNMENT));
    }

    private static String sizes(Tensor tensor) {
        return Arrays.stream(tensor.shape()).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * The tensors in the order of their places.
     *
     * @throws CorruptStateException if the bytes are not in the format
     */
    static TensorStore read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.length < Long.BYTES ? -1 : in.getLong();
        if (length < 2 || length > in.remaining()) {
            throw new CorruptStateException("safetensors: header of " + length + " bytes in " + bytes.length);
        }
        byte[] header = new byte[(int) length];
        in.get(header);
        try {
            return read(new String(header, StandardCharsets.UTF_8), in.slice().order(ByteOrder.LITTLE_ENDIAN));
        } catch (ConfigException | IllegalArgumentException | ArithmeticException malformed) {
            throw new CorruptStateException("safetensors: " + malformed.getMessage());
        }
    }

    private record Place(String name, Config entry, long begin, long end) {
        static Place of(String name, Config entry) {
            List<Long> offsets = entry.getLongList("data_offsets");
            if (offsets.size() != 2) {
                throw new IllegalArgumentException("'" + name + "' has " + offsets.size() + " data offsets, not 2");
            }
            return new Place(name, entry, offsets.get(0), offsets.get(1));
        }
    }

    private static TensorStore read(String header, ByteBuffer values) {
        ConfigParseOptions json = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON);
        ConfigObject root = ConfigFactory.parseString(header, json).root();
        List<Place> places = root.keySet().stream()
                .filter(name -> !name.equals("__metadata__"))
                .map(name -> Place.of(name, root.toConfig().getConfig(ConfigUtil.quoteString(name))))
                .sorted(Comparator.comparingLong(Place::begin).thenComparingLong(Place::end))
                .toList();
        TensorStore tensors = new TensorStore();
        for (Place place : places) {
            tensors.put(place.name(), floats(place, values), shape(place.entry()));
        }
        return tensors;
    }

    private static float[] floats(Place place, ByteBuffer values) {
        long size = place.end() - place.begin();
        boolean inside = place.begin() >= 0 && size >= 0 && place.end() <= values.capacity();
        if (!inside
                || size % Float.BYTES != 0
                || !place.entry().getString("dtype").equals("F32")) {
            throw new IllegalArgumentException("'" + place.name() + "' is not F32 inside the file");
        }
        float[] floats = new float[(int) (size / Float.BYTES)];
        values.slice((int) place.begin(), (int) size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(floats);
        return floats;
    }

    private static int[] shape(Config entry) {
        return entry.getIntList("shape").stream().mapToInt(Integer::intValue).toArray();
    }
}
