package catallaxy.environment.market.world.candle;

/**
 * How the cells of a candle file were read, as its format says or as its first rows show.
 *
 * @param delimiter between cells
 * @param timeColumn the header's name of the column of the time, or # and its number
 * @param timeFormat as scenario files write it, such as {@code epoch-millis}
 * @param mark what of a candle the time is
 * @param detected whether the format of the time was found rather than stated
 */
public record CandleReading(char delimiter, String timeColumn, String timeFormat, TimeMark mark, boolean detected) {
    /** A few words for people. */
    public String summary() {
        return "times " + timeFormat + (detected ? " (detected)" : "") + " in column " + timeColumn + ", "
                + mark.text();
    }
}
