package catallaxy.environment.market.world.candle;

import catallaxy.environment.market.kernel.Checks;

/**
 * How a candle file is laid out as text.
 *
 * @param delimiter between cells; not a quotation mark, a line break or a character of numbers
 * @param bannerLines lines before the header, or before the data where there is none, in [0, 1000]
 * @param header whether a line names the columns
 */
public record CsvLayout(char delimiter, int bannerLines, boolean header) {
    /** Commas, no banner, a header. */
    public static final CsvLayout COMMA = new CsvLayout(',', 0, true);

    public CsvLayout {
        boolean usable = "\"\r\n+-.".indexOf(delimiter) < 0 && !Character.isLetterOrDigit(delimiter);
        Checks.that(usable, "delimiter", "a character such as , ; | or tab", delimiter);
        Checks.inRange("banner-lines", bannerLines, 0, 1000);
    }
}
