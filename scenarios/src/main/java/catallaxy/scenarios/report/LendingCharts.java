package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lending markets of a run, as its metrics name them, and their series. */
record LendingCharts(RunFolder run) {
    /** Lending markets by name. */
    List<String> markets() {
        return List.copyOf(run.metrics().matching(Metric.VENUE_BAD_DEBT).keySet());
    }

    /** Series of one kind by asset, then by market. */
    Map<String, Map<String, Samples>> byAsset(Kind kind) {
        var assets = new TreeMap<String, Map<String, Samples>>();
        for (String market : markets()) {
            run.metrics()
                    .matching(kind.of(market))
                    .forEach((asset, samples) -> assets.computeIfAbsent(asset, _ -> new LinkedHashMap<>())
                            .put(market, samples));
        }
        return assets;
    }

    /** The metric of one market. */
    @FunctionalInterface
    interface Kind {
        Metric of(String market);
    }
}
