package catallaxy.scenarios.folder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the candle file of a replayed asset, and what of it a run uses; unknown numbers are {@code NaN}. Times are
 * instants of ISO 8601.
 *
 * @param rows    candles
 * @param candle  length of a candle
 * @param read    how the times were read
 * @param remarks what a reader of the results should know, one sentence each
 */
public record DataNote(
        String asset,
        String file,
        double rows,
        String candle,
        String first,
        String end,
        String usedFrom,
        String usedTo,
        String read,
        Gaps gaps,
        Dropped dropped,
        Suspicious suspiciousMoves,
        List<String> remarks) {
    /**
     * Times without a candle.
     *
     * @param missing candles in all of them
     * @param used    gaps in the span that the run uses
     * @param policy  what the price does in them
     * @param longest none where there is no gap
     */
    public record Gaps(
            double number,
            double missing,
            double used,
            String policy,
            @Nullable Gap longest) {}

    /** One gap, and how many candles are missing in it. */
    public record Gap(String from, String to, double missing) {}

    /** Rows that were left out; the first of the bad ones are listed. */
    public record Dropped(double bad, double blank, double duplicates, List<BadRow> badRows) {
        /** How many there are of all kinds. */
        public double number() {
            return bad + blank + duplicates;
        }
    }

    /** A row that could not be read, and why. */
    public record BadRow(double line, String problem) {}

    /** Moves that no market makes, by a rule in words; the largest are listed. */
    public record Suspicious(double number, String rule, List<Move> largest) {}

    /** A move from a close to a price. */
    public record Move(String time, double close, double price) {}
}
