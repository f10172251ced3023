package catallaxy.environment.market.world.candle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was found in a candle file.
 *
 * @param rows candles in the series
 * @param first opening time of the first candle
 * @param last opening time of the last candle
 * @param period of the candles, as stated or found
 * @param weekends those of the gaps that are the days of the week on which the file has no candle at all
 * @param reading how the cells were read
 * @param order of the rows in the file
 * @param misplacedLines lines that step back against that order; used all the same, as all rows are sorted
 * @param blankRows rows with a time and no prices, such as before an asset's listing; left out
 * @param duplicateLines lines that repeat another candle exactly; left out
 * @param gaps in time order
 * @param badRows rows that could not be used; left out
 */
public record CandleReport(
        String file,
        int rows,
        Instant first,
        Instant last,
        CandlePeriod period,
        RowOrder order,
        List<Integer> misplacedLines,
        int blankRows,
        List<Integer> duplicateLines,
        List<Gap> gaps,
        int weekends,
        List<BadRow> badRows,
        CandleReading reading) {
    /** Candles missing between {@code from}, where the last one closes, and {@code to}, where the next one opens. */
    public record Gap(Instant from, Instant to, long missing) {}

    /** A line, 1 for the first, and why it is no candle. */
    public record BadRow(int line, String problem) {}

    public CandleReport {
        misplacedLines = List.copyOf(misplacedLines);
        duplicateLines = List.copyOf(duplicateLines);
        gaps = List.copyOf(gaps);
        badRows = List.copyOf(badRows);
    }

    /** The candles missing in all gaps. */
    public long missing() {
        return gaps.stream().mapToLong(Gap::missing).sum();
    }

    /** The mean length of a candle. */
    public Duration interval() {
        return period.meanLength();
    }

    /** One line for people. */
    public String summary() {
        String ofThem = weekends == 0 ? "" : ", " + weekends + " of them weekends";
        return file + ": " + rows + " candles of " + period.text() + " from " + first + " to " + last + ", "
                + gaps.size() + " gaps (" + missing() + " candles" + ofThem + "), " + duplicateLines.size()
                + " duplicate rows, " + misplacedLines.size() + " misplaced, " + blankRows + " blank, " + badRows.size()
                + " bad; " + reading.summary();
    }
}
