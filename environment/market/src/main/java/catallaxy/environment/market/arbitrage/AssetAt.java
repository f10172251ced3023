package catallaxy.environment.market.arbitrage;

import java.util.Comparator;

/**
 * An asset at a place, a chain or an exchange: a node of the graph of conversions. Ordered by place, then asset.
 *
 * @param place index of the chain or exchange
 * @param asset index of the asset
 */
public record AssetAt(int place, int asset) implements Comparable<AssetAt> {
    private static final Comparator<AssetAt> ORDER =
            Comparator.comparingInt(AssetAt::place).thenComparingInt(AssetAt::asset);

    @Override
    public int compareTo(AssetAt other) {
        return ORDER.compare(this, other);
    }
}
