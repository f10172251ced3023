package catallaxy.scenarios.run;

import catallaxy.agents.driver.DriverResult;
import catallaxy.environment.market.Market;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes {@code summary.json}. Money is in whole quote units; definitions are in {@code docs/run-folder.md}. */
final class Summaries {
    private static final double NANOS = 1e9;

    private Summaries() {}

    static Map<String, Object> of(
            RunRequest request, Market market, Tally tally, DriverResult result, double wallSeconds, Path folder) {
        double simulatedSeconds = market.spec().durationNanos() / NANOS;
        tally.check(market.checkConservation());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", market.spec().name());
        json.put("seed", request.seed());
        json.put("driver", request.driver().id());
        json.put("digest", result.digest());
        json.put("simulatedSeconds", simulatedSeconds);
        json.put("events", market.engine().events());
        json.put("traceEvents", market.engine().log().digest().events());
        json.put("epochs", result.steps());
        json.put("decisions", result.decisions());
        json.put("wallSeconds", wallSeconds);
        json.put("conservation", tally.conservation());
        json.put(
                "agents",
                tally.agents(request.scenario().policies(), request.scenario().recording(), simulatedSeconds));
        json.put("chains", tally.chains());
        json.put("venues", tally.venues());
        json.put("faults", result.faults());
        json.put(
                "quote",
                market.spec()
                        .engine()
                        .assets()
                        .get(market.spec().engine().quoteAsset())
                        .symbol());
        json.put("data", DataNotes.of(request.scenario()));
        json.put("calendar", "365 days");
        json.put(
                "sharpeReturns",
                "equity every " + request.scenario().recording().equityIntervalNanos() / NANOS + " s");
        json.put("configDigest", request.scenario().configDigest());
        json.put("runFolder", folder.toString());
        return json;
    }
}
