package catallaxy.agents.model;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * The latest absolute errors of predictions of what was not yet seen, from which intervals are made: the half-width is the
 * smallest that {@code ⌈(n + 1) c⌉} of n errors do not exceed. Papadopoulos, Proedrou, Vovk and Gammerman 2002, "Inductive
 * confidence machines for regression", https://doi.org/10.1007/3-540-36755-1_29. Deviation: the errors are the latest ones in
 * time, which are not exchangeable, so that the coverage is measured and not promised. Mutable, one owner.
 */
final class RecentErrors {
    /** Below so many there is no interval. */
    static final int FEWEST = 20;

    private static final int MOST = 200;

    private double[] errors = new double[FEWEST];
    private int size;
    private int next;

    void add(double error) {
        if (size == errors.length && size < MOST) {
            errors = Arrays.copyOf(errors, Math.min(MOST, 2 * size));
            next = size;
        }
        errors[next] = Math.abs(error);
        next = (next + 1) % errors.length;
        size = Math.min(size + 1, errors.length);
    }

    boolean isEnough() {
        return size >= FEWEST;
    }

    /** Half the width of an interval of this coverage; infinite where there are too few errors. */
    double halfWidth(double coverage) {
        if (!isEnough()) {
            return Double.POSITIVE_INFINITY;
        }
        double[] sorted = Arrays.copyOf(errors, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size, (int) Math.ceil((size + 1) * coverage)) - 1];
    }

    RecentErrors copy() {
        RecentErrors copy = new RecentErrors();
        copy.errors = errors.clone();
        copy.size = size;
        copy.next = next;
        return copy;
    }

    void save(StateWriter out) {
        out.int32(errors.length).int32(size).int32(next);
        for (int i = 0; i < size; i++) {
            out.float64(errors[i]);
        }
    }

    static RecentErrors load(StateReader in) {
        RecentErrors loaded = new RecentErrors();
        loaded.errors = new double[in.int32()];
        loaded.size = in.int32();
        loaded.next = in.int32();
        for (int i = 0; i < loaded.size; i++) {
            loaded.errors[i] = in.float64();
        }
        return loaded;
    }
}
