package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.EquityRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One agent's equity through a run, at the world's prices, from {@code equity.csv}, in units of the quote asset.
 *
 * @param atVenues the equity at the prices that venues show
 * @param drawdown fraction below the running peak, at least 0
 * @param deepest the largest drawdown and when it began
 */
public record EquityHistory(Samples equity, Samples atVenues, Samples drawdown, Drawdown deepest) {

    /** A fall from a peak to a trough; {@code fraction} of the peak, times in simulated seconds. */
    public record Drawdown(double fraction, double peakSeconds, double troughSeconds) {}

    /** The histories of all agents by id, in alphabetical order. */
    static Map<String, EquityHistory> read(Path file, Consumer<String> notes) throws IOException {
        var readings = new TreeMap<String, Reading>();
        CsvFile.read(
                file,
                EquityRow.class,
                notes,
                row -> readings.computeIfAbsent(row.agent(), _ -> new Reading()).add(row));
        var histories = new TreeMap<String, EquityHistory>();
        readings.forEach((agent, reading) -> histories.put(agent, reading.history()));
        return Collections.unmodifiableMap(histories);
    }

    private static final class Reading {

        private final SampleBuffer equity = new SampleBuffer();
        private final SampleBuffer atVenues = new SampleBuffer();
        private final SampleBuffer drawdown = new SampleBuffer();
        private double peak = Double.NEGATIVE_INFINITY;
        private double peakSeconds;
        private Drawdown deepest = new Drawdown(0, Double.NaN, Double.NaN);

        void add(EquityRow row) {
            double seconds = row.timeSeconds().doubleValue();
            double value = row.equity();
            equity.add(seconds, value);
            atVenues.add(seconds, row.equityAtVenues());
            if (value > peak) {
                peak = value;
                peakSeconds = seconds;
            }
            double fall = peak > 0 ? (peak - value) / peak : Double.NaN;
            if (fall > deepest.fraction()) {
                deepest = new Drawdown(fall, peakSeconds, seconds);
            }
            drawdown.add(seconds, Double.isNaN(row.drawdown()) ? fall : Math.abs(row.drawdown()));
        }

        EquityHistory history() {
            return new EquityHistory(equity.exactly(), atVenues.exactly(), drawdown.exactly(), deepest);
        }
    }
}
