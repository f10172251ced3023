package catallaxy.environment.market.contract;

import java.util.ArrayList;
import java.util.List;

/** How an entry of {@code venues} names the assets that it deals in. */
public enum VenueAssets {
    /** Two, by the keys {@code base} and {@code quote}. */
    PAIR,
    /** Two or more, by the key {@code assets}. */
    LIST;

    /** Names of the pairs of a list of assets: the entry's own where there is but one. */
    public static List<String> pairs(String name, List<String> assets) {
        if (assets.size() <= 2) {
            return List.of(name);
        }
        List<String> pairs = new ArrayList<>();
        for (int base = 0; base < assets.size(); base++) {
            for (int quote = base + 1; quote < assets.size(); quote++) {
                pairs.add(name + "." + assets.get(base) + "-" + assets.get(quote));
            }
        }
        return pairs;
    }
}
