package catallaxy.scenarios.file;

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
record ValueKind<T>(
        String name, String expected, T placeholder, Function<String, Optional<T>> parser, Function<T, String> writer) {
    static final ValueKind<String> TEXT = new ValueKind<>(
            "text", "text of at most 1000 characters", "", ValueKind::parseText, ConfigUtil::quoteString);

    static final ValueKind<Boolean> FLAG =
            new ValueKind<>("true or false", "true or false", false, ValueKind::parseFlag, String::valueOf);

    static final ValueKind<Long> WHOLE =
            new ValueKind<>("whole number", "a whole number", 0L, text -> scaled(text, 0), String::valueOf);

    /** A number that names something, so that no other may stand for one that 64 bits do not hold. */
    static final ValueKind<Long> SEED =
            new ValueKind<>("whole number", "a whole number of 64 bits", 0L, ValueKind::parseSeed, String::valueOf);

    static final ValueKind<BigDecimal> DECIMAL =
            new ValueKind<>("decimal", "a decimal number", BigDecimal.ZERO, Decimals::parse, Decimals::render);

    @SuppressWarnings("OptionalMapToOptional")
    static final ValueKind<Optional<BigDecimal>> DECIMAL_OR_AUTO = new ValueKind<>(
            "decimal or auto",
            "a decimal number, or auto",
            Optional.empty(),
            text -> text.equals("auto")
                    ? Optional.of(Optional.empty())
                    : Decimals.parse(text).map(Optional::of),
            number -> number.map(Decimals::render).orElse("auto"));

    static final ValueKind<BigDecimal> NUMBER =
            new ValueKind<>("number", "a number", BigDecimal.ZERO, ValueKind::parseFinite, Decimals::render);

    static final ValueKind<OptionalDouble> NUMBER_OR_NONE = new ValueKind<>(
            "number or none",
            "a number, or none",
            OptionalDouble.empty(),
            ValueKind::parseOptional,
            ValueKind::renderOptional);

    static final ValueKind<OptionalLong> WHOLE_OR_NONE = new ValueKind<>(
            "whole number or none",
            "a whole number of 64 bits, or none",
            OptionalLong.empty(),
            text -> text.equals("none")
                    ? Optional.of(OptionalLong.empty())
                    : parseSeed(text).map(OptionalLong::of),
            number -> number.isPresent() ? String.valueOf(number.getAsLong()) : "none");

    static final ValueKind<Long> DURATION = new ValueKind<>(
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

    static final ValueKind<AssetAmount> AMOUNT = new ValueKind<>(
            "amount",
            "a decimal number of whole units, or 'worth' and a number of quote units",
            AssetAmount.NONE,
            AssetAmount::parse,
            AssetAmount::render);

    /** One of a few words. */
    static ValueKind<String> oneOf(List<String> words) {
        String expected = "one of " + String.join(", ", words);
        return new ValueKind<>(
                "one of", expected, words.getFirst(), word -> Optional.of(word).filter(words::contains), word -> word);
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

    private static Optional<OptionalDouble> parseOptional(String text) {
        return text.equals("none")
                ? Optional.of(OptionalDouble.empty())
                : parseFinite(text).map(number -> OptionalDouble.of(number.doubleValue()));
    }

    private static String renderOptional(OptionalDouble number) {
        return number.isPresent() ? Decimals.render(BigDecimal.valueOf(number.getAsDouble())) : "none";
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
