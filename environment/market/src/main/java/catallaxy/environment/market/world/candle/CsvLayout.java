package catallaxy.environment.market.world.candle;

import catallaxy.environment.base.check.Checks;

/**
 * How a candle file is laid out as text.
 *
 * @param delimiter between cells, or {@link #ANY}; not a quotation mark, a line break or a character of numbers
 * @param bannerLines lines before the header, or before the data where there is none, in [0, 1000]
 * @param header whether a line names the columns
 * @param decimalComma whether numbers have a comma before their decimals rather than a point
 */
public record CsvLayout(char delimiter, int bannerLines, boolean header, boolean decimalComma) {
    /** For the one that the first line shows: semicolon, tab, bar or comma. */
    public static final char ANY = '\0';

    /** Commas, no banner, a header. */
    public static final CsvLayout COMMA = new CsvLayout(',', 0, true);

    private static final String KNOWN = ";\t|,";
    /** Of a time and four prices. */
    private static final int FEWEST_DELIMITERS = 4;

    public CsvLayout {
        boolean usable = "\"\r\n+-.".indexOf(delimiter) < 0 && !Character.isLetterOrDigit(delimiter);
        Checks.that(usable, "delimiter", "a character such as , ; | or tab", delimiter);
        Checks.that(
                !(decimalComma && delimiter == ','), "delimiter", "another than the comma of the decimals", delimiter);
        Checks.inRange("bannerLines", bannerLines, 0, 1000);
    }

    /** Numbers with a decimal point. */
    public CsvLayout(char delimiter, int bannerLines, boolean header) {
        this(delimiter, bannerLines, header, false);
    }

    /** The stated delimiter, or the first of the known ones that parts a line into as many cells as a candle needs. */
    char delimiterIn(String line) {
        if (delimiter != ANY) {
            return delimiter;
        }
        for (int i = 0; i < KNOWN.length(); i++) {
            if (countOutsideQuotes(line, KNOWN.charAt(i)) >= FEWEST_DELIMITERS) {
                return KNOWN.charAt(i);
            }
        }
        return decimalComma ? ';' : ',';
    }

    private static int countOutsideQuotes(String line, char wanted) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }
}
