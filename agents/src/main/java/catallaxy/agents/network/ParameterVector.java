package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import catallaxy.agents.learning.TensorStore;
import java.util.List;

/**
 * The parameters θ of one or more networks in one flat tensor {@code [P]}: one gradient, one optimiser step, one copy,
 * whatever the number of layers. Networks see it as {@link #views}.
 */
public final class ParameterVector implements AutoCloseable {
    private static final NDIndex ALL = new NDIndex(":");

    private final List<ParameterLayout.Entry> entries;
    private final long[] cuts;
    private final Shape[] shapes;
    private final NDArray flat;

    ParameterVector(Compute compute, List<ParameterLayout.Entry> entries, float[] values) {
        this.entries = List.copyOf(entries);
        cuts = new long[Math.max(0, entries.size() - 1)];
        shapes = new Shape[entries.size()];
        long end = 0;
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = shape(entries.get(i).shape());
            end += shapes[i].size();
            if (i < cuts.length) {
                cuts[i] = end;
            }
        }
        flat = compute.root().create(values);
        flat.setRequiresGradient(true);
    }

    private ParameterVector(ParameterVector original, Compute compute) {
        entries = original.entries;
        cuts = original.cuts;
        shapes = original.shapes;
        flat = compute.root().create(original.toArray());
    }

    private static Shape shape(int[] sizes) {
        long[] shape = new long[sizes.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sizes[i];
        }
        return new Shape(shape);
    }

    /** A copy without gradient, as target networks are. */
    public ParameterVector target(Compute compute) {
        return new ParameterVector(this, compute);
    }

    /** The tensors in the order of the layout; gradients of what is computed from them flow into {@link #flat}. */
    public NDList views(NDManager scope) {
        return views(flat, scope);
    }

    /** The same tensors as constants: no gradient flows into them. */
    public NDList constants(NDManager scope) {
        NDArray constant = flat.stopGradient();
        constant.attach(scope);
        return views(constant, scope);
    }

    private NDList views(NDArray whole, NDManager scope) {
        NDList parts = cuts.length == 0 ? new NDList(whole.reshape(whole.size())) : whole.split(cuts, 0);
        parts.attach(scope);
        NDList views = new NDList(shapes.length);
        for (int i = 0; i < shapes.length; i++) {
            views.add(shapes[i].dimension() == 1 ? parts.get(i) : parts.get(i).reshape(shapes[i]));
        }
        return views;
    }

    /** {@code [P]}. */
    NDArray flat() {
        return flat;
    }

    /** {@code P}, the number of parameters. */
    public int size() {
        return Math.toIntExact(flat.size());
    }

    /** {@code θ ← θ + τ (source − θ)}: a copy for τ = 1. */
    public void moveTowards(ParameterVector source, float tau) {
        try (NDArray constant = source.flat.stopGradient()) {
            if (tau == 1) {
                flat.set(ALL, constant);
            } else {
                try (NDArray part = constant.mul(tau)) {
                    flat.muli(1 - tau).addi(part);
                }
            }
        }
    }

    /** A copy of all values. */
    public float[] toArray() {
        return flat.toFloatArray();
    }

    /** Overwrites all values. */
    public void set(float[] values) {
        if (values.length != flat.size()) {
            throw new IllegalArgumentException(values.length + " values for " + flat.size() + " parameters");
        }
        overwrite(flat, values);
    }

    /** Copies into the tensor's own memory: {@link NDArray#set} would make it lean on the memory of a passing buffer. */
    static void overwrite(NDArray tensor, float[] values) {
        try (NDArray source = tensor.getManager().create(values)) {
            tensor.set(ALL, source);
        }
    }

    /** Puts every tensor under {@code prefix + name}. */
    public void save(String prefix, TensorStore out) {
        float[] values = toArray();
        int offset = 0;
        for (ParameterLayout.Entry entry : entries) {
            float[] part = new float[entry.size()];
            System.arraycopy(values, offset, part, 0, part.length);
            out.put(prefix + entry.name(), part, entry.shape());
            offset += part.length;
        }
    }

    /** Takes every tensor from {@code prefix + name}. */
    public void load(String prefix, TensorStore in) {
        float[] values = new float[size()];
        int offset = 0;
        for (ParameterLayout.Entry entry : entries) {
            float[] part = in.get(prefix + entry.name(), entry.shape());
            System.arraycopy(part, 0, values, offset, part.length);
            offset += part.length;
        }
        set(values);
    }

    @Override
    public void close() {
        flat.close();
    }
}
