package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.check.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Quotes of options as lines of comma-separated values with a header: {@code expiry-hours,strike,forward,volatility}, or
 * {@code expiry-hours,strike,forward,right,bid,ask} in whole quote units, of which a volatility is the mean of those of bid and ask, with
 * the inverse square of their distance, at least {@value #LEAST_WIDTH}, as its weight. Lines that are empty or start with {@code #} do not
 * count. Without state.
 */
final class QuotesFile {
    static final String COMPONENT = "quotesFile";

    private static final String BY_VOLATILITY = "expiry-hours,strike,forward,volatility";
    private static final String BY_PRICE = "expiry-hours,strike,forward,right,bid,ask";
    private static final double LEAST_WIDTH = 0.001;
    private static final double YEAR_HOURS = 365 * 24;

    private QuotesFile() {}

    /**
     * The quotes of a file.
     *
     * @throws IllegalArgumentException that says in which line something else was expected
     */
    static List<SurfaceQuote> of(List<String> lines) {
        Optional<String> header = Optional.empty();
        List<SurfaceQuote> quotes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace(" ", "");
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (header.isEmpty()) {
                header = Optional.of(line);
                expect(i, BY_VOLATILITY + " or " + BY_PRICE, line, line.equals(BY_VOLATILITY) || line.equals(BY_PRICE));
            } else {
                quotes.add(quote(new Row(i, List.of(line.split(",", -1)), header.get())));
            }
        }
        Checks.that(!quotes.isEmpty(), COMPONENT, "a file with at least one quote", lines.size() + " lines");
        return quotes;
    }

    private static void expect(int index, String expected, String found, boolean holds) {
        Checks.that(
                holds, COMPONENT, "a file whose line " + (index + 1) + " has " + expected + ", not " + found, found);
    }

    /** One line. */
    private record Row(int index, List<String> values, String header) {
        private String text(String column) {
            List<String> columns = Arrays.asList(header.split(","));
            expect(index, columns.size() + " values", values.size() + "", values.size() == columns.size());
            return values.get(columns.indexOf(column));
        }

        double positive(String column) {
            String text = text(column);
            try {
                double number = Double.parseDouble(text);
                expect(index, "a positive " + column, text, number > 0 && Double.isFinite(number));
                return number;
            } catch (NumberFormatException noNumber) {
                expect(index, "a positive " + column, text, false);
                throw noNumber;
            }
        }

        OptionRight right() {
            String text = text("right").toLowerCase(Locale.ROOT);
            expect(index, "call or put", text, text.equals("call") || text.equals("put"));
            return text.equals("call") ? OptionRight.CALL : OptionRight.PUT;
        }
    }

    private static SurfaceQuote quote(Row row) {
        double years = row.positive("expiry-hours") / YEAR_HOURS;
        double strike = row.positive("strike");
        double forward = row.positive("forward");
        double logMoneyness = StrictMath.log(strike / forward);
        if (row.header().equals(BY_VOLATILITY)) {
            return new SurfaceQuote(years, logMoneyness, row.positive("volatility"), 1);
        }
        BlackScholes option = BlackScholes.undiscounted(forward, strike, years);
        double bid = implied(row, option, "bid");
        double ask = implied(row, option, "ask");
        expect(row.index(), "an ask that is not below the bid", String.valueOf(ask), ask >= bid);
        double width = StrictMath.max(LEAST_WIDTH, ask - bid);
        return new SurfaceQuote(years, logMoneyness, (bid + ask) / 2, 1 / (width * width));
    }

    private static double implied(Row row, BlackScholes option, String column) {
        double volatility = option.impliedVolatility(row.right(), row.positive(column));
        expect(row.index(), "a " + column + " that some volatility gives", row.text(column), volatility > 0);
        return volatility;
    }
}
