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
 * CPU tensors share the buffer's memory, so that {@link #fill} also changes those handed out before.
 */
public final class HostTensor implements AutoCloseable {
    private final Compute compute;
    private final int width;
    private final Map<Integer, Slot> slots = new HashMap<>();

    private record Slot(ByteBuffer bytes, FloatBuffer floats, Shape shape) {}

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
     * @param scope  owns the tensor, and so what is computed from it
     * @return {@code [B, width]}, or {@code [B]} for width 0
     */
    public NDArray fill(float[] values, int rows, NDManager scope) {
        Slot slot = slots.computeIfAbsent(rows, this::allocate);
        slot.floats().clear().put(values, 0, rows * Math.max(width, 1));
        if (!compute.device().isGpu()) {
            return scope.create(slot.bytes(), slot.shape(), DataType.FLOAT32);
        }
        try (NDArray onHost = compute.host().create(slot.bytes(), slot.shape(), DataType.FLOAT32)) {
            NDArray copy = onHost.toDevice(compute.device(), true);
            copy.attach(scope);
            return copy;
        }
    }

    private Slot allocate(int rows) {
        Shape shape = width == 0 ? new Shape(rows) : new Shape(rows, width);
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(shape.size() * Float.BYTES))
                .order(ByteOrder.nativeOrder());
        return new Slot(bytes, bytes.asFloatBuffer(), shape);
    }

    @Override
    public void close() {
        slots.clear();
    }
}
