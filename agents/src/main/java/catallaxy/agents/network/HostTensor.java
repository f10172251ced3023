package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Rows of floats on the host that networks read: filled anew for each call, in memory that is allocated once for the most
 * rows. On the CPU the tensor shares that memory, so that {@link #fill} also changes the tensor handed out before.
 */
public final class HostTensor {
    private final int width;
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    /**
     * Room for no rows yet; it grows with the first {@link #fill}.
     *
     * @param width floats in a row
     */
    public HostTensor(int width) {
        this.width = width;
    }

    /**
     * Copies {@code values[0 …]} in.
     *
     * @param values row-major, at least {@code rows · width}
     * @param rows   {@code B}
     * @param scope  owns the tensor
     * @return {@code [B, width]}
     */
    public NDArray fill(float[] values, int rows, NDManager scope) {
        int size = rows * width;
        if (bytes.capacity() < size * Float.BYTES) {
            bytes = ByteBuffer.allocateDirect(size * Float.BYTES);
        }
        ByteBuffer part = bytes.slice(0, size * Float.BYTES).order(ByteOrder.nativeOrder());
        part.asFloatBuffer().put(values, 0, size);
        return scope.create(part, new Shape(rows, width), DataType.FLOAT32);
    }
}
