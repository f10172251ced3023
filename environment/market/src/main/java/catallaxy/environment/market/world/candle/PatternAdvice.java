package catallaxy.environment.market.world.candle;

import catallaxy.environment.base.check.InvalidValueException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with time patterns that would be read as another time than was meant, and what was probably meant. */
final class PatternAdvice {
    private static final String FORMS =
            "auto, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos, iso or a pattern such as yyyy-MM-dd HH:mm";

    private PatternAdvice() {}

    /**
     * Refuses a pattern that does not tell one time.
     *
     * @param zone of times that name none
     * @throws IllegalArgumentException which says what to write
     */
    static void requireClear(String pattern, PatternLetters letters, ZoneId zone) {
        Stream.of(date(letters), timeOfDay(letters), zone(pattern, letters, zone))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(expected -> {
                    throw refused(expected, pattern);
                });
    }

    /** The refusal of a text that is no pattern at all. */
    static IllegalArgumentException noPattern(String pattern, IllegalArgumentException cause) {
        if (pattern.indexOf('%') >= 0) {
            return refused("a pattern of letters, such as " + translated(pattern) + ", not of strftime", pattern);
        }
        if (pattern.contains("T") && !pattern.contains("'T'")) {
            return refused("letters that stand for themselves in quotes, " + pattern.replace("T", "'T'"), pattern);
        }
        IllegalArgumentException refused = refused(FORMS, pattern);
        refused.initCause(cause);
        return refused;
    }

    private static Optional<String> date(PatternLetters letters) {
        if (letters.has("Y")) {
            return advice(
                    "y for the year, as Y is the year of the week",
                    letters.replaced("Y", 'y').replace('D', 'd'));
        }
        if (letters.has("D") && letters.has("ML")) {
            return advice("d for the day of the month, as D is the day of the year", letters.replaced("D", 'd'));
        }
        if (letters.has("d") && !letters.has("ML") && letters.has("m")) {
            return advice("M for the month, as m is the minute", letters.replacedOne('m', false, 'M'));
        }
        if (letters.count("ML") > 1 && !letters.has("m")) {
            return advice("m for the minute, as M is the month", letters.replacedOne('M', true, 'm'));
        }
        boolean dated = letters.has("yu") && (letters.has("DMLQq") || !letters.has("d"));
        return dated ? Optional.empty() : Optional.of("a pattern with a year, a month and a day, such as yyyy-MM-dd");
    }

    private static Optional<String> timeOfDay(PatternLetters letters) {
        if (letters.has("hK") && !letters.has("aB")) {
            return advice(
                    "H for the hour of the day, as h needs am or pm, a",
                    letters.replaced("h", 'H').replace('K', 'H'));
        }
        if (letters.has("S") && !letters.has("s")) {
            return advice("s for the second, as S is its fraction", letters.replaced("S", 's'));
        }
        if (letters.count("H") > 0 && letters.count("m") > 1) {
            return Optional.of("each of hour, minute and second once");
        }
        boolean chain = letters.has("HhkKAN") || !letters.has("ms");
        return chain ? Optional.empty() : Optional.of("a pattern whose time of day has an hour, such as HH:mm:ss");
    }

    /** A Z in quotes is read and not heeded, which is right in UTC alone. */
    private static Optional<String> zone(String pattern, PatternLetters letters, ZoneId zone) {
        boolean ignored = pattern.contains("'Z'")
                && !letters.has("VzOXxZ")
                && !zone.normalized().equals(ZoneOffset.UTC);
        return ignored
                ? advice("X for the zone, as a Z in quotes says none", pattern.replace("'Z'", "X"))
                : Optional.empty();
    }

    private static Optional<String> advice(String expected, String better) {
        return Optional.of(expected + " (did you mean " + better + "?)");
    }

    private static InvalidValueException refused(String expected, String pattern) {
        return new InvalidValueException("timeFormat", expected, pattern);
    }

    private static String translated(String directives) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < directives.length(); i++) {
            char letter = directives.charAt(i);
            if (letter == '%' && i + 1 < directives.length()) {
                i++;
                pattern.append(ofDirective(directives.charAt(i)));
            } else {
                pattern.append(letter == 'T' ? "'T'" : String.valueOf(letter));
            }
        }
        return pattern.toString();
    }

    /** Of strftime. */
    private static String ofDirective(char directive) {
        return switch (directive) {
            case 'Y' -> "yyyy";
            case 'y' -> "yy";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'j' -> "DDD";
            case 'b' -> "MMM";
            case 'B' -> "MMMM";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'p' -> "a";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'f' -> "SSSSSS";
            case 'z' -> "xx";
            case 'Z' -> "z";
            case 'F' -> "yyyy-MM-dd";
            case 'T' -> "HH:mm:ss";
            default -> "?";
        };
    }
}
