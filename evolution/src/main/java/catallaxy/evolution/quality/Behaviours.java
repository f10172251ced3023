package catallaxy.evolution.quality;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Descriptor;
import java.util.Arrays;
import java.util.List;

/**
 * Behaviours as places of a space in which every descriptor goes from 0 to 1, and how sparse it is around them. Neighbours are found by
 * a plain scan. Owned by one thread.
 */
final class Behaviours {
    private final List<Descriptor> descriptors;
    /** {@code [size, D]}, flat, with room at its end. */
    private double[] places = {};

    private int size;

    Behaviours(List<Descriptor> descriptors) {
        this.descriptors = descriptors;
    }

    /** The same places, to which others may be added. */
    Behaviours copy() {
        Behaviours copy = new Behaviours(descriptors);
        copy.places = places.clone();
        copy.size = size;
        return copy;
    }

    int size() {
        return size;
    }

    /** @param behaviour {@code [D]}; outside the descriptors' ends it lies outside 0 to 1, too */
    void add(double[] behaviour) {
        int d = descriptors.size();
        if ((size + 1) * d > places.length) {
            places = Arrays.copyOf(places, Math.max(64, places.length * 2) * d);
        }
        for (int i = 0; i < d; i++) {
            Descriptor descriptor = descriptors.get(i);
            places[size * d + i] = (behaviour[i] - descriptor.low()) / (descriptor.high() - descriptor.low());
        }
        size++;
    }

    /** Mean distance of the place of this index to its {@code k} nearest others, or to all where there are fewer; 0 if it is alone. */
    double sparseness(int index, int k) {
        double[] nearest = new double[Math.min(k, size - 1)];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        if (nearest.length == 0) {
            return 0;
        }
        for (int other = 0; other < size; other++) {
            if (other != index) {
                insert(nearest, squaredDistance(index, other));
            }
        }
        double sum = 0;
        for (double squared : nearest) {
            sum += Math.sqrt(squared);
        }
        return sum / nearest.length;
    }

    private double squaredDistance(int one, int other) {
        int d = descriptors.size();
        double sum = 0;
        for (int i = 0; i < d; i++) {
            double apart = places[one * d + i] - places[other * d + i];
            sum += apart * apart;
        }
        return sum;
    }

    /** Into what is sorted, the least first; the greatest drops out. */
    private static void insert(double[] sorted, double value) {
        int at = sorted.length - 1;
        if (value >= sorted[at]) {
            return;
        }
        while (at > 0 && sorted[at - 1] > value) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    void save(StateWriter out) {
        out.int32(size).doubles(Arrays.copyOf(places, size * descriptors.size()));
    }

    void load(StateReader in) {
        size = in.int32();
        places = in.doubles();
    }
}
