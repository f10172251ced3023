package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.AttributionRow;
import catallaxy.scenarios.folder.ProfitParts;
import catallaxy.scenarios.folder.RecordFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each cause brought one agent through a run, from {@code attribution.csv}: some rows at equal distances, and the last. */
final class AttributionHistory {
    /** Names of the parts, in the order of the file. */
    static final List<String> PARTS = RecordFields.names(ProfitParts.class);

    private static final int MOST_ROWS = 512;

    private final List<Moment> kept = new ArrayList<>();
    private long read;
    private long stride = 1;
    private Moment last = new Moment(Double.NaN, List.of());

    /** Amounts of all parts at a time. */
    private record Moment(double seconds, List<Double> amounts) {}

    /** Of the agents that the file names; none where there is no file. */
    static Map<String, AttributionHistory> read(Path folder) throws IOException {
        Map<String, AttributionHistory> all = new TreeMap<>();
        CsvFile.read(
                folder.resolve("attribution.csv"),
                AttributionRow.class,
                _ -> {},
                row -> all.computeIfAbsent(row.agent(), _ -> new AttributionHistory())
                        .add(row));
        return Collections.unmodifiableMap(all);
    }

    private void add(AttributionRow row) {
        List<Double> amounts = new ArrayList<>();
        RecordFields.of(row.parts()).values().forEach(each -> amounts.add(((Number) each).doubleValue()));
        last = new Moment(row.timeSeconds().doubleValue(), amounts);
        if (read++ % stride == 0) {
            kept.add(last);
        }
        if (kept.size() == MOST_ROWS) {
            halve();
        }
    }

    private void halve() {
        List<Moment> half = new ArrayList<>();
        for (int i = 0; i < kept.size(); i += 2) {
            half.add(kept.get(i));
        }
        kept.clear();
        kept.addAll(half);
        stride *= 2;
    }

    private List<Moment> moments() {
        List<Moment> all = new ArrayList<>(kept);
        if (!all.isEmpty() && !all.getLast().equals(last)) {
            all.add(last);
        }
        return all;
    }

    /** Whether a part was ever more or less than nothing. */
    boolean has(int part) {
        return moments().stream().anyMatch(moment -> moment.amounts().get(part) != 0);
    }

    /** The sum of all parts. */
    Samples total() {
        SampleBuffer buffer = new SampleBuffer();
        moments()
                .forEach(moment -> buffer.add(
                        moment.seconds(),
                        moment.amounts().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum()));
        return buffer.exactly();
    }

    /** A part above those before it: gains are stacked upwards from 0, losses downwards. */
    Edges stacked(int part) {
        SampleBuffer low = new SampleBuffer();
        SampleBuffer high = new SampleBuffer();
        for (Moment moment : moments()) {
            double own = moment.amounts().get(part);
            double from = moment.amounts().subList(0, part).stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(amount -> amount * own > 0)
                    .sum();
            low.add(moment.seconds(), Math.min(from, from + own));
            high.add(moment.seconds(), Math.max(from, from + own));
        }
        return new Edges(low.exactly(), high.exactly());
    }

    /** The lower and the upper edge of an area. */
    record Edges(Samples low, Samples high) {}
}
