package catallaxy.agents.statistics;

/**
 * How far and how long a series of equities was below its highest value so far. Times are seconds, falls are fractions of the peak.
 * Owned by one thread.
 */
public final class Drawdowns {
    private double peak = Double.NEGATIVE_INFINITY;
    private double peakSeconds = Double.NaN;
    private double lastSeconds = Double.NaN;
    private Fall deepest = new Fall(0, Double.NaN, Double.NaN, Double.NaN);
    private Spell longest = new Spell(Double.NaN, Double.NaN);
    private boolean deepestIsOpen;
    private double underWater;
    private double squares;
    private long samples;

    /**
     * A fall from a peak.
     *
     * @param depth            fraction of the peak
     * @param recoveredSeconds when the peak was reached again; {@code NaN} where it was not
     */
    public record Fall(double depth, double peakSeconds, double troughSeconds, double recoveredSeconds) {}

    /** A time below a peak: from the peak to where it was reached again, or to the end; {@code NaN} where there was none. */
    public record Spell(double fromSeconds, double toSeconds) {
        /** How long; 0 where there was none. */
        public double seconds() {
            return Double.isNaN(fromSeconds) ? 0 : toSeconds - fromSeconds;
        }
    }

    /** A series without samples. */
    public Drawdowns() {}

    /** Takes the next sample. */
    public void add(double seconds, double equity) {
        samples++;
        if (equity < peak) {
            below(seconds, peak > 0 ? (peak - equity) / peak : 0);
        } else {
            atPeak(seconds);
            peak = equity;
            peakSeconds = seconds;
        }
        lastSeconds = seconds;
    }

    private void below(double seconds, double depth) {
        squares += depth * depth;
        underWater += seconds - lastSeconds;
        extend(seconds);
        if (depth > deepest.depth()) {
            deepest = new Fall(depth, peakSeconds, seconds, Double.NaN);
            deepestIsOpen = true;
        }
    }

    /** The time until a peak is reached again counts as below it. */
    private void atPeak(double seconds) {
        boolean wasBelow = lastSeconds > peakSeconds;
        if (wasBelow) {
            underWater += seconds - lastSeconds;
            extend(seconds);
        }
        if (deepestIsOpen) {
            deepest = new Fall(deepest.depth(), deepest.peakSeconds(), deepest.troughSeconds(), seconds);
            deepestIsOpen = false;
        }
    }

    private void extend(double seconds) {
        Spell spell = new Spell(peakSeconds, seconds);
        longest = spell.seconds() > longest.seconds() ? spell : longest;
    }

    /** The deepest fall; of depth 0 where there was none. */
    public Fall deepest() {
        return deepest;
    }

    /** The longest time below a peak. */
    public Spell longest() {
        return longest;
    }

    /** Seconds below a peak in all. */
    public double underWaterSeconds() {
        return underWater;
    }

    /** Root of the mean square of the falls at all samples: the ulcer index of Martin and McCann 1989, as a fraction. */
    public double ulcerIndex() {
        return samples > 0 ? StrictMath.sqrt(squares / samples) : Double.NaN;
    }
}
