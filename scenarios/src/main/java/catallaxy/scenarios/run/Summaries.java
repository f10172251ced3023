package catallaxy.scenarios.run;

import catallaxy.agents.driver.DriverResult;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.scenarios.file.RecordingSpec;
import catallaxy.scenarios.folder.RunSummary;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Makes {@code summary.json}. Money is in whole quote units; definitions are in {@code docs/run-folder.md}. */
final class Summaries {
    private static final double NANOS = 1e9;

    private Summaries() {}

    static RunSummary of(
            RunRequest request,
            Market market,
            Tally tally,
            DriverResult result,
            ToldFigures told,
            double wallSeconds,
            Path folder) {
        EngineSpec engine = market.spec().engine();
        RecordingSpec recording = request.scenario().recording();
        double simulatedSeconds = market.endNanos() / NANOS;
        tally.check(market.checkConservation());
        tally.checkAttribution();
        return new RunSummary(
                new RunSummary.Subject(
                        market.spec().name(),
                        OptionalLong.of(request.seed()),
                        request.driver().id(),
                        result.digest(),
                        DataNotes.notes(request.scenario()),
                        request.scenario().file().configDigest(),
                        folder.toString()),
                new RunSummary.Counts(
                        simulatedSeconds,
                        market.engine().events(),
                        market.engine().log().digest().events(),
                        result.steps(),
                        result.decisions(),
                        result.faults(),
                        wallSeconds),
                tally.conservation(),
                tally.agents(request.scenario().policies(), recording, simulatedSeconds, told),
                tally.chains().totals(),
                tally.venues(),
                tally.extracted().searchers(),
                tally.extracted().builders(),
                tally.bridges().totals(),
                engine.assets().get(engine.quoteAsset()).symbol(),
                new RunSummary.Conventions(
                        "365 days", "equity every " + recording.equityIntervalNanos() / NANOS + " s"));
    }
}
