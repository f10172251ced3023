package catallaxy.environment.market.venue.pool;

import catallaxy.environment.market.contract.VenueSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The pairs of a pool's assets, in the order of its venues: the first with each later one, then the second, and so on.
 *
 * @param base  place of the base asset among the pool's
 * @param quote place of the quote asset, after the base's
 */
public record PoolPairs(int base, int quote) {
    /** All pairs of so many assets. */
    public static List<PoolPairs> of(int assets) {
        List<PoolPairs> pairs = new ArrayList<>();
        for (int base = 0; base < assets; base++) {
            for (int quote = base + 1; quote < assets; quote++) {
                pairs.add(new PoolPairs(base, quote));
            }
        }
        return List.copyOf(pairs);
    }

    /** Makes the spec of a pair. */
    @FunctionalInterface
    public interface Making<S> {
        /**
         * The spec of one venue.
         *
         * @param id    the venue's name
         * @param base  index of its base asset
         * @param quote index of its quote asset
         */
        S make(String id, int base, int quote);
    }

    /** The specs of all pairs of an entry's assets. */
    public static <S> List<S> specs(VenueSettings settings, Making<S> making) {
        List<Integer> assets = settings.assets();
        List<S> specs = new ArrayList<>();
        for (PoolPairs pair : of(assets.size())) {
            specs.add(making.make(settings.venue(specs.size()), assets.get(pair.base()), assets.get(pair.quote())));
        }
        return List.copyOf(specs);
    }
}
