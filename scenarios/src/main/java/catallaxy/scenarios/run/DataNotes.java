package catallaxy.scenarios.run;

import catallaxy.environment.market.world.GapPolicy;
import catallaxy.environment.market.world.ReplaySpec;
import catallaxy.environment.market.world.WorldSpec;
import catallaxy.environment.market.world.candle.CandleReport;
import catallaxy.environment.market.world.candle.CandleSeries;
import catallaxy.environment.market.world.candle.SuspiciousMove;
import catallaxy.environment.market.world.candle.TimeMark;
import catallaxy.scenarios.file.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
    public static List<Map<String, Object>> of(Scenario scenario) {
        WorldSpec world = scenario.market().engine().world();
        List<ReplaySpec> replayed = world.assets().stream()
                .filter(ReplaySpec.class::isInstance)
                .map(ReplaySpec.class::cast)
                .toList();
        List<Map<String, Object>> notes = new ArrayList<>();
        for (int i = 0; i < replayed.size(); i++) {
            notes.add(new DataNotes(
                            replayed.get(i),
                            scenario.candles().get(i),
                            world,
                            scenario.market().durationNanos())
                    .json());
        }
        return notes;
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("asset", asset.asset());
        json.put("file", report.file());
        json.put("rows", report.rows());
        json.put("candle", report.period().text());
        json.put("first", report.first().toString());
        json.put("end", instant(asset.candles().endTime()));
        json.put("usedFrom", instant(from));
        json.put("usedTo", instant(to));
        json.put("read", report.reading().summary());
        json.put("gaps", gaps());
        json.put("dropped", dropped());
        json.put("suspiciousMoves", suspicious());
        json.put("remarks", remarks());
        return json;
    }

    private Map<String, Object> gaps() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", report.gaps().size());
        json.put("missing", report.missing());
        json.put("used", usedGaps());
        json.put("policy", policy.name().toLowerCase(Locale.ROOT));
        longestGap().ifPresent(gap -> json.put("longest", gap(gap)));
        return json;
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

    private static Map<String, Object> gap(CandleReport.Gap gap) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", gap.from().toString());
        json.put("to", gap.to().toString());
        json.put("missing", gap.missing());
        return json;
    }

    private Map<String, Object> dropped() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bad", report.badRows().size());
        json.put("blank", report.blankRows());
        json.put("duplicates", report.duplicateLines().size());
        json.put(
                "badRows",
                report.badRows().stream().limit(LISTED).map(DataNotes::badRow).toList());
        return json;
    }

    private static Map<String, Object> badRow(CandleReport.BadRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", row.line());
        json.put("problem", row.problem());
        return json;
    }

    private Map<String, Object> suspicious() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", moves.size());
        json.put("rule", SuspiciousMove.RULE);
        json.put("largest", largest().map(DataNotes::move).toList());
        return json;
    }

    private Stream<SuspiciousMove> largest() {
        return moves.stream()
                .sorted(Comparator.comparingDouble(SuspiciousMove::factor)
                        .reversed()
                        .thenComparing(SuspiciousMove::time))
                .limit(LISTED);
    }

    private static Map<String, Object> move(SuspiciousMove move) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", move.time().toString());
        json.put("close", move.close());
        json.put("price", move.price());
        return json;
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
