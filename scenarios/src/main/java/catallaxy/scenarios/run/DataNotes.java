package catallaxy.scenarios.run;

import catallaxy.environment.market.world.GapPolicy;
import catallaxy.environment.market.world.ReplaySpec;
import catallaxy.environment.market.world.WorldSpec;
import catallaxy.environment.market.world.candle.CandleReport;
import catallaxy.environment.market.world.candle.CandleSeries;
import catallaxy.environment.market.world.candle.SuspiciousMove;
import catallaxy.environment.market.world.candle.TimeMark;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.folder.DataNote;
import catallaxy.scenarios.folder.RecordFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found in the candle file of one replayed asset and what of it a run uses: the entries {@code data} of
 * {@code summary.json} and {@code manifest.json}; {@code docs/run-folder.md} defines them.
 */
public final class DataNotes {
    private static final int LISTED = 5;
    private static final long SECOND = 1_000_000_000L;

    private final ReplaySpec asset;
    private final CandleReport report;
    private final GapPolicy policy;
    private final long from;
    private final long to;
    private final List<SuspiciousMove> moves;

    private DataNotes(ReplaySpec asset, CandleReport report, WorldSpec world, long durationNanos) {
        this.asset = asset;
        this.report = report;
        this.policy = world.replayClock().gapPolicy();
        this.from = world.recordedTime(0);
        this.to = world.recordedTime(durationNanos);
        this.moves = SuspiciousMove.of(asset.candles());
    }

    /** One entry for each replayed asset, in the order of the world; none in a world that is simulated. */
    public static List<DataNote> notes(Scenario scenario) {
        WorldSpec world = scenario.market().engine().world();
        List<ReplaySpec> replayed = world.assets().stream()
                .filter(ReplaySpec.class::isInstance)
                .map(ReplaySpec.class::cast)
                .toList();
        List<DataNote> notes = new ArrayList<>();
        for (int i = 0; i < replayed.size(); i++) {
            notes.add(new DataNotes(
                            replayed.get(i),
                            scenario.candles().get(i),
                            world,
                            scenario.market().durationNanos())
                    .note());
        }
        return notes;
    }

    /** The same as objects of a JSON file. */
    public static List<Map<String, Object>> of(Scenario scenario) {
        return notes(scenario).stream().map(RecordFields::of).toList();
    }

    private DataNote note() {
        return new DataNote(
                asset.asset(),
                report.file(),
                report.rows(),
                report.period().text(),
                report.first().toString(),
                instant(asset.candles().endTime()),
                instant(from),
                instant(to),
                report.reading().summary(),
                gaps(),
                dropped(),
                suspicious(),
                remarks());
    }

    private DataNote.Gaps gaps() {
        return new DataNote.Gaps(
                report.gaps().size(),
                report.missing(),
                usedGaps(),
                policy.name().toLowerCase(Locale.ROOT),
                longestGap().map(DataNotes::gap).orElse(null));
    }

    private long usedGaps() {
        return report.gaps().stream().filter(this::isUsed).count();
    }

    private boolean isUsed(CandleReport.Gap gap) {
        return gap.from().isBefore(Instant.EPOCH.plusNanos(to)) && gap.to().isAfter(Instant.EPOCH.plusNanos(from));
    }

    private Optional<CandleReport.Gap> longestGap() {
        return report.gaps().stream().max(Comparator.comparingLong(CandleReport.Gap::missing));
    }

    private static DataNote.Gap gap(CandleReport.Gap gap) {
        return new DataNote.Gap(gap.from().toString(), gap.to().toString(), gap.missing());
    }

    private DataNote.Dropped dropped() {
        List<DataNote.BadRow> listed = report.badRows().stream()
                .limit(LISTED)
                .map(row -> new DataNote.BadRow(row.line(), row.problem()))
                .toList();
        return new DataNote.Dropped(
                report.badRows().size(),
                report.blankRows(),
                report.duplicateLines().size(),
                listed);
    }

    private DataNote.Suspicious suspicious() {
        List<DataNote.Move> listed = largest()
                .map(move -> new DataNote.Move(move.time().toString(), move.close(), move.price()))
                .toList();
        return new DataNote.Suspicious(moves.size(), SuspiciousMove.RULE, listed);
    }

    private Stream<SuspiciousMove> largest() {
        return moves.stream()
                .sorted(Comparator.comparingDouble(SuspiciousMove::factor)
                        .reversed()
                        .thenComparing(SuspiciousMove::time))
                .limit(LISTED);
    }

    /** What a reader of the results should know, one sentence each. */
    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        longestGap().map(this::gaps).ifPresent(remarks::add);
        report.badRows().stream().findFirst().map(this::badRows).ifPresent(remarks::add);
        int repeated = report.duplicateLines().size();
        if (repeated + report.blankRows() > 0) {
            remarks.add(String.format(
                    Locale.ROOT, "%,d repeated and %,d blank rows left out", repeated, report.blankRows()));
        }
        largest().findFirst().map(this::suspicious).ifPresent(remarks::add);
        if (looksLikeEnds()) {
            remarks.add("the times look like the ends of candles and are read as "
                    + report.reading().mark().text()
                    + ": candles.time-mark says otherwise");
        }
        return remarks;
    }

    private String gaps(CandleReport.Gap longest) {
        return String.format(
                Locale.ROOT,
                "%,d %s (%,d in the span used), %,d candles missing, the longest from %s to %s (%,d); %s",
                report.gaps().size(),
                report.gaps().size() == 1 ? "gap" : "gaps",
                usedGaps(),
                report.missing(),
                longest.from(),
                longest.to(),
                longest.missing(),
                policy == GapPolicy.SKIP ? "their time is left out" : "the last price holds in them");
    }

    private String badRows(CandleReport.BadRow first) {
        return String.format(
                Locale.ROOT,
                "%,d bad %s left out, the first in line %d: %s",
                report.badRows().size(),
                report.badRows().size() == 1 ? "row" : "rows",
                first.line(),
                first.problem());
    }

    private String suspicious(SuspiciousMove worst) {
        return String.format(
                Locale.ROOT,
                "%,d suspicious %s, the largest at %s from %.6g to %.6g: %s",
                moves.size(),
                moves.size() == 1 ? "move" : "moves",
                worst.time(),
                worst.close(),
                worst.price(),
                SuspiciousMove.RULE);
    }

    /** Whether times that are read as openings are named closings, or lie in the last second before a whole candle. */
    private boolean looksLikeEnds() {
        if (report.reading().mark() != TimeMark.START) {
            return false;
        }
        String column = report.reading().timeColumn().toLowerCase(Locale.ROOT);
        CandleSeries candles = asset.candles();
        long length = report.period().meanLength().toNanos();
        boolean lastInstants = length >= 2 * SECOND;
        for (int i = 0; i < candles.size() && lastInstants; i++) {
            long rest = Math.floorMod(candles.openTime(i), Math.min(length, 60 * SECOND));
            lastInstants = rest >= Math.min(length, 60 * SECOND) - SECOND;
        }
        return lastInstants || column.matches(".*(close|end).*");
    }

    private static String instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos).toString();
    }
}
