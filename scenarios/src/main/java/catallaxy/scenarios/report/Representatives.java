package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A few of many timed items, spread over time: when there are too many, the heaviest of each slice of time stays. Keeps
 * at most {@code 2 * slices}. One thread.
 */
final class Representatives<T> {

    private record Item<T>(double seconds, double weight, T value) {}

    private final int slices;
    private List<Item<T>> items = new ArrayList<>();
    private long added;

    Representatives(int slices) {
        this.slices = slices;
    }

    void add(double seconds, double weight, T value) {
        items.add(new Item<>(seconds, weight, value));
        added++;
        if (items.size() == 2 * slices) {
            items = heaviestPerSlice();
        }
    }

    /** How many were added in all. */
    long added() {
        return added;
    }

    List<T> values() {
        return items.stream().map(Item::value).toList();
    }

    private List<Item<T>> heaviestPerSlice() {
        double start = items.getFirst().seconds();
        double span = items.getLast().seconds() - start;
        var kept = new ArrayList<Item<T>>();
        long slice = -1;
        for (Item<T> item : items) {
            long own = span > 0 ? (long) ((item.seconds() - start) / span * (slices - 1)) : 0;
            if (own != slice || kept.isEmpty()) {
                kept.add(item);
            } else if (item.weight() > kept.getLast().weight()) {
                kept.set(kept.size() - 1, item);
            }
            slice = own;
        }
        return kept;
    }
}
