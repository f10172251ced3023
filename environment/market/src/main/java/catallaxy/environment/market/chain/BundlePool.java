package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Bundles that wait for their blocks, one for each sender and number: a later one replaces it. Owned by its chain. */
final class BundlePool {
    private static final Comparator<Key> BY_KEY =
            Comparator.comparingInt(Key::participant).thenComparingLong(Key::id);

    private final int limit;
    private final TreeMap<Key, Bundle> waiting = new TreeMap<>(BY_KEY);
    /** By bundle, why it was left out of the latest block that it was meant for. */
    private final TreeMap<Key, String> faults = new TreeMap<>(BY_KEY);

    private record Key(int participant, long id) {
        static Key of(Bundle bundle) {
            return new Key(bundle.participant(), bundle.id());
        }
    }

    BundlePool(int limit) {
        this.limit = limit;
    }

    /**
     * Takes a bundle in, or one back.
     *
     * @param next number of the next block
     * @return why it was not taken in, or nothing
     */
    Optional<String> add(Bundle bundle, long next) {
        Key key = Key.of(bundle);
        if (bundle.terms().lastBlock() < next) {
            return Optional.of("BLOCK_PASSED");
        } else if (bundle.items().isEmpty()) {
            waiting.remove(key);
            return Optional.empty();
        } else if (waiting.size() >= limit && !waiting.containsKey(key)) {
            return Optional.of("TOO_MANY_BUNDLES");
        }
        waiting.put(key, bundle);
        faults.remove(key);
        return Optional.empty();
    }

    /** All that wait, in the order of their arrival. */
    List<Bundle> all() {
        return waiting.values().stream()
                .sorted(Comparator.comparingLong(Bundle::sequence))
                .toList();
    }

    /** Those that a builder may put into a block, in the order of their arrival. */
    List<Bundle> waitingFor(long block, int builder) {
        return waiting.isEmpty()
                ? List.of()
                : all().stream().filter(each -> each.isFor(block, builder)).toList();
    }

    /** Whether a block may take one. */
    boolean hasFor(long block) {
        return !waiting.isEmpty()
                && waiting.values().stream()
                        .anyMatch(each -> each.isFor(block, each.terms().builder()));
    }

    /** Notes why a bundle was left out of a block. */
    void leftOut(Bundle bundle, String fault) {
        faults.put(Key.of(bundle), fault);
    }

    void remove(Bundle bundle) {
        waiting.remove(Key.of(bundle));
        faults.remove(Key.of(bundle));
    }

    /** A bundle for which it is too late, and why it never came into a block. */
    record Ended(Bundle bundle, String reason) {}

    /** Takes those out that were for no later block than this one, in the order of their arrival. */
    List<Ended> removeEnded(long block) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Ended> ended = new ArrayList<>();
        for (Bundle each : all()) {
            if (each.terms().lastBlock() <= block) {
                ended.add(new Ended(each, faults.getOrDefault(Key.of(each), "NOT_CHOSEN")));
                remove(each);
            }
        }
        return ended;
    }

    BundlePool copy() {
        BundlePool copy = new BundlePool(limit);
        copy.waiting.putAll(waiting);
        copy.faults.putAll(faults);
        return copy;
    }

    void save(StateWriter out) {
        out.int32(waiting.size());
        for (Bundle each : waiting.values()) {
            each.save(out);
            out.text(faults.getOrDefault(Key.of(each), ""));
        }
    }

    static BundlePool load(StateReader in, CallReader calls, int limit) {
        BundlePool pool = new BundlePool(limit);
        for (int rest = in.count(1); rest > 0; rest--) {
            Bundle bundle = Bundle.load(in, calls);
            String fault = in.text();
            pool.waiting.put(Key.of(bundle), bundle);
            if (!fault.isEmpty()) {
                pool.leftOut(bundle, fault);
            }
        }
        return pool;
    }
}
