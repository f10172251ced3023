package catallaxy.scenarios.bridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where named arrays lie in a block of shared memory: little-endian, row-major, each at the beginning of a line of the
 * processor's cache. Immutable.
 *
 * @param arrays in the order of their offsets
 * @param bytes  size of the block
 */
record SharedLayout(List<SharedArray> arrays, long bytes) {
    /** What one side writes is not on a line that the other side watches. */
    private static final long LINE = 64;

    SharedLayout {
        arrays = List.copyOf(arrays);
    }

    /** What the numbers of an array are. */
    enum Type {
        FLOAT32(4),
        FLOAT64(8),
        INT64(8),
        UINT8(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One array.
     *
     * @param offset of its first byte
     */
    record SharedArray(String name, Type type, List<Integer> shape, long offset) {
        SharedArray {
            shape = List.copyOf(shape);
        }

        long count() {
            return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        }

        long size() {
            return count() * type.bytes;
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("type", type.id());
            json.put("offset", offset);
            json.put("shape", shape);
            return json;
        }
    }

    /** A block with the words that {@link Turns} and every environment need. */
    static SharedLayout ofTurns() {
        return new SharedLayout(List.of(), 0)
                .with("asked", Type.INT64, 1)
                .with("answered", Type.INT64, 1)
                .with("pythonWaits", Type.INT64, 1)
                .with("javaWaits", Type.INT64, 1)
                .with("command", Type.INT64, 1)
                .with("seed", Type.INT64, 1)
                .with("status", Type.INT64, 1);
    }

    /** The same block with one more array at its end. */
    SharedLayout with(String name, Type type, Integer... shape) {
        SharedArray added = new SharedArray(name, type, List.of(shape), bytes);
        List<SharedArray> all = new ArrayList<>(arrays);
        all.add(added);
        return new SharedLayout(all, bytes + Math.ceilDiv(added.size(), LINE) * LINE);
    }

    /** The array of this name. */
    SharedArray array(String name) {
        return arrays.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no array " + name));
    }

    /** By name, as the other side reads it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        arrays.forEach(each -> json.put(each.name(), each.json()));
        return json;
    }
}
