package catallaxy.scenarios.file.value;

import com.typesafe.config.ConfigUtil;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A kind of value that a key may have.
 *
 * @param name        as the manual names it
 * @param expected    what messages ask for
 * @param placeholder stands in for a value that could not be read; never reaches a record
 * @param parser      from the text of the value; empty where that is of another kind
 * @param writer      the one way in which a resolved scenario writes the value
 */
public record ValueKind<T>(
        String name, String expected, T placeholder, Function<String, Optional<T>> parser, Function<T, String> writer) {
    public static final ValueKind<String> TEXT = new ValueKind<>(
            "text", "text of at most 1000 characters", "", ValueKind::parseText, ConfigUtil::quoteString);

    public static final ValueKind<Boolean> FLAG =
            new ValueKind<>("true or false", "true or false", false, ValueKind::parseFlag, String::valueOf);

    public static final ValueKind<Long> WHOLE =
            new ValueKind<>("whole number", "a whole number", 0L, text -> scaled(text, 0), String::valueOf);

    /** A number that names something, so that no other may stand for one that 64 bits do not hold. */
    public static final ValueKind<Long> SEED =
            new ValueKind<>("whole number", "a whole number of 64 bits", 0L, ValueKind::parseSeed, String::valueOf);

    public static final ValueKind<BigDecimal> DECIMAL =
            new ValueKind<>("decimal", "a decimal number", BigDecimal.ZERO, Decimals::parse, Decimals::render);

    public static final ValueKind<BigDecimal> NUMBER =
            new ValueKind<>("number", "a number", BigDecimal.ZERO, ValueKind::parseFinite, Decimals::render);

    public static final ValueKind<Long> DURATION = new ValueKind<>(
            "duration",
            "a duration of at most 36500 d, such as 12 s, 5 m or 1 d",
            0L,
            Durations::parse,
            Durations::render);

    /** Basis points, read as pips. */
    static final ValueKind<Long> FEE = new ValueKind<>(
            "bps", "basis points in steps of 0.01", 0L, text -> scaled(text, 2), pips -> unscaled(pips, 2));

    /** Gwei, read as wei. */
    static final ValueKind<Long> GAS_PRICE = new ValueKind<>(
            "gwei", "gwei with at most 9 decimals", 0L, text -> scaled(text, 9), wei -> unscaled(wei, 9));

    public static final ValueKind<AssetAmount> AMOUNT = new ValueKind<>(
            "amount",
            "a decimal number of whole units, or 'worth' and a number of quote units",
            AssetAmount.NONE,
            AssetAmount::parse,
            AssetAmount::render);

    /** One of a few words. */
    public static ValueKind<String> oneOf(List<String> words) {
        return oneOf(words, "one of " + String.join(", ", words));
    }

    /** One of a few words, with other words for what is expected. */
    public static ValueKind<String> oneOf(List<String> words, String expected) {
        return new ValueKind<>(
                "one of", expected, words.getFirst(), word -> Optional.of(word).filter(words::contains), word -> word);
    }

    /** A number, or a word in its place. */
    public static ValueKind<OptionalDouble> numberOr(String absent) {
        return new ValueKind<>(
                "number or " + absent,
                "a number, or " + absent,
                OptionalDouble.empty(),
                text -> text.equals(absent)
                        ? Optional.of(OptionalDouble.empty())
                        : parseFinite(text).map(number -> OptionalDouble.of(number.doubleValue())),
                number -> number.isPresent() ? Decimals.render(BigDecimal.valueOf(number.getAsDouble())) : absent);
    }

    /** An exact number, or a word in its place. */
    @SuppressWarnings("OptionalMapToOptional")
    public static ValueKind<Optional<BigDecimal>> decimalOr(String absent) {
        return new ValueKind<>(
                "decimal or " + absent,
                "a decimal number, or " + absent,
                Optional.empty(),
                text -> text.equals(absent)
                        ? Optional.of(Optional.empty())
                        : Decimals.parse(text).map(Optional::of),
                number -> number.map(Decimals::render).orElse(absent));
    }

    /** A whole number that names something, or a word in its place. */
    public static ValueKind<OptionalLong> wholeOr(String absent) {
        return new ValueKind<>(
                "whole number or " + absent,
                "a whole number of 64 bits, or " + absent,
                OptionalLong.empty(),
                text -> text.equals(absent)
                        ? Optional.of(OptionalLong.empty())
                        : parseSeed(text).map(OptionalLong::of),
                number -> number.isPresent() ? String.valueOf(number.getAsLong()) : absent);
    }

    private static Optional<String> parseText(String text) {
        return text.length() <= 1000 ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Boolean> parseFlag(String text) {
        return switch (text) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> parseFinite(String text) {
        return Decimals.parse(text).filter(number -> Double.isFinite(number.doubleValue()));
    }

    private static Optional<Long> parseSeed(String text) {
        return Decimals.parse(text)
                .flatMap(number -> scaled(text, 0).filter(seed -> number.compareTo(BigDecimal.valueOf(seed)) == 0));
    }

    private static Optional<Long> scaled(String text, int power) {
        return Decimals.parse(text).flatMap(number -> Decimals.scaledToLong(number, power));
    }

    private static String unscaled(long number, int power) {
        return Decimals.render(BigDecimal.valueOf(number, power));
    }
}
