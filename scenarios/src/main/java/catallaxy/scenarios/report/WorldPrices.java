package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.Map;

/** The world's prices in the run's quote asset, as the metrics sampled them. Immutable. */
final class WorldPrices {

    private final Map<String, Samples> byAsset;
    private final String quote;

    WorldPrices(Metrics metrics, String quote) {
        this.byAsset = metrics.matching(Metric.WORLD_PRICE);
        this.quote = quote;
    }

    /** The price of {@code asset} at the latest sample; 1 for the quote asset, {@code NaN} where none is known. */
    double at(String asset, double seconds) {
        return asset.equals(quote)
                ? 1
                : byAsset.getOrDefault(asset, Samples.NONE).valueAt(seconds);
    }
}
