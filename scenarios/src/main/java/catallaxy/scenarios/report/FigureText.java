package catallaxy.scenarios.report;

import java.util.Locale;

/** Numbers as the report prints them: thousands separators, a true minus sign, "–" for what is not known. */
final class FigureText {

    static final String UNKNOWN = "–";

    private FigureText() {}

    static String count(double value) {
        return formatted("%,.0f", value);
    }

    static String count(long value) {
        return count((double) value);
    }

    static String signedCount(double value) {
        return (value > 0 ? "+" : "") + count(value);
    }

    /** Two decimals. */
    static String money(double value) {
        return formatted("%,.2f", value);
    }

    /** Two decimals and always a sign, except for zero. */
    static String signedMoney(double value) {
        return (value > 0 ? "+" : "") + money(value);
    }

    /** A fraction as a percentage with two decimals. */
    static String percent(double fraction) {
        return Double.isFinite(fraction) ? formatted("%,.2f", 100 * fraction) + " %" : UNKNOWN;
    }

    static String signedPercent(double fraction) {
        return (fraction > 0 ? "+" : "") + percent(fraction);
    }

    static String decimals(double value, int decimals) {
        return formatted("%,." + decimals + "f", value);
    }

    /** So many significant digits, however small the value is. */
    static String significant(double value, int digits) {
        double size = Math.abs(value);
        if (!(size > 0) || Double.isInfinite(size)) {
            return decimals(value, digits);
        }
        int before = (int) Math.floor(Math.log10(size)) + 1;
        return decimals(value, Math.clamp(digits - before, 0, 15));
    }

    /** Up to six significant digits where the size is not known beforehand. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return count(value);
        }
        int decimals = size >= 1000 ? 2 : size >= 1 ? 4 : 8;
        return formatted("%,." + decimals + "f", value);
    }

    /** Simulated time as days and a clock, {@code 2 d 06:30:00}; the days only where there are any. */
    static String time(double seconds) {
        if (!Double.isFinite(seconds)) {
            return UNKNOWN;
        }
        long whole = (long) Math.floor(seconds);
        long days = Math.floorDiv(whole, 86_400L);
        long rest = Math.floorMod(whole, 86_400L);
        String clock = String.format(Locale.ROOT, "%02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
        return days == 0 ? clock : count(days) + " d " + clock;
    }

    /** A duration in its natural unit: {@code 1 day}, {@code 6.5 hours}, {@code 2.31 s}. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return UNKNOWN;
        }
        if (seconds >= 86_400) {
            return unit(seconds / 86_400, "day");
        }
        if (seconds >= 3_600) {
            return unit(seconds / 3_600, "hour");
        }
        return seconds >= 60 ? unit(seconds / 60, "minute") : formatted("%.2f", seconds) + " s";
    }

    private static String unit(double amount, String unit) {
        String number = amount == Math.rint(amount) ? count(amount) : formatted("%,.1f", amount);
        return number + " " + unit + (amount == 1 ? "" : "s");
    }

    /** An ISO-8601 instant with a space and {@code UTC}; other text as it is. */
    static String instant(String iso) {
        boolean instant = iso.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*Z");
        return instant ? iso.substring(0, 10) + " " + iso.substring(11, 16) + " UTC" : text(iso);
    }

    static String text(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }

    private static String formatted(String format, double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        String text = String.format(Locale.ROOT, format, value);
        boolean negative = text.startsWith("-");
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return negative ? (zero ? "" : "−") + text.substring(1) : text;
    }
}
