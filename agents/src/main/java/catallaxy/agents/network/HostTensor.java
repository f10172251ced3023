package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows of floats on the host that networks read: filled anew for each call, allocated once for each number of rows. On the
 * CPU the tensor shares the buffer's memory, so that {@link #fill} also changes tensors handed out before.
 */
public final class HostTensor implements AutoCloseable {
    private final Compute compute;
    private final int width;
    private final Map<Integer, Slot> slots = new HashMap<>();

    private record Slot(FloatBuffer buffer, NDArray tensor) {}

    /** @param width floats in a row; 0 for a tensor {@code [B]} without a second dimension */
    public HostTensor(Compute compute, int width) {
        this.compute = compute;
        this.width = width;
    }

    /**
     * Copies {@code values[0 …]} in.
     *
     * @param values row-major, at least {@code rows · width}
     * @param rows   {@code B}
     * @param scope  where a copy on another device is kept
     * @return {@code [B, width]}, or {@code [B]} for width 0
     */
    public NDArray fill(float[] values, int rows, NDManager scope) {
        Slot slot = slots.computeIfAbsent(rows, this::allocate);
        slot.buffer().clear().put(values, 0, rows * Math.max(width, 1));
        if (!compute.device().isGpu()) {
            return slot.tensor();
        }
        NDArray copy = slot.tensor().toDevice(compute.device(), true);
        copy.attach(scope);
        return copy;
    }

    private Slot allocate(int rows) {
        Shape shape = width == 0 ? new Shape(rows) : new Shape(rows, width);
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(shape.size() * Float.BYTES))
                .order(ByteOrder.nativeOrder());
        NDArray tensor = compute.host().create(bytes, shape, DataType.FLOAT32);
        return new Slot(bytes.asFloatBuffer(), tensor);
    }

    @Override
    public void close() {
        slots.values().forEach(slot -> slot.tensor().close());
        slots.clear();
    }
}
