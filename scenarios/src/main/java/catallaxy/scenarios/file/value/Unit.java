package catallaxy.scenarios.file.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The unit that the name of a record's component ends with, and how scenario files have it: {@code latencyNanos} is the key
 * {@code latency}, a duration, and {@code makerFeePips} is {@code maker-fee-bps}.
 */
@SuppressWarnings("ImmutableEnumChecker") // kinds of values and functions have no state
public enum Unit {
    NANOS("Nanos", "", ValueKind.DURATION, nanos -> Durations.render(nanos.longValue())),
    SECONDS(
            "Seconds",
            "",
            ValueKind.DURATION,
            seconds -> Durations.render(seconds.scaleByPowerOfTen(9).longValue())),
    PIPS("Pips", "-bps", ValueKind.FEE, pips -> Decimals.render(pips.movePointLeft(2))),
    WEI("Wei", "-gwei", ValueKind.GAS_PRICE, wei -> Decimals.render(wei.movePointLeft(9))),
    /** Units of the quote asset, which keys do not say. */
    QUOTE("Quote", "", ValueKind.WHOLE, Decimals::render),
    /** That of the key itself, or none. */
    OWN("", "", ValueKind.WHOLE, Decimals::render);

    private static final List<Unit> UNITS = List.of(values());

    private final String ending;
    private final String endingOfKey;
    private final ValueKind<Long> wholes;
    private final Function<BigDecimal, String> writer;

    Unit(String ending, String endingOfKey, ValueKind<Long> wholes, Function<BigDecimal, String> writer) {
        this.ending = ending;
        this.endingOfKey = endingOfKey;
        this.wholes = wholes;
        this.writer = writer;
    }

    /** The unit of a component. */
    public static Unit of(String component) {
        for (Unit unit : UNITS) {
            if (component.endsWith(unit.ending)) {
                return unit;
            }
        }
        throw new IllegalStateException(component);
    }

    /** The key of a component among the known ones: the component's name where that is one, as it stands or with hyphens. */
    public static String key(String component, Predicate<String> known) {
        if (known.test(component)) {
            return component;
        }
        return known.test(kebab(component)) ? kebab(component) : of(component).key(component);
    }

    private String key(String component) {
        String stem = component.substring(0, component.length() - ending.length());
        return kebab(stem) + endingOfKey;
    }

    /** {@code learningRate} as {@code learning-rate}. */
    public static String kebab(String camelCase) {
        StringBuilder words = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char letter = camelCase.charAt(i);
            if (isUpper(letter) && i > 0 && isLowerOrDigit(camelCase.charAt(i - 1))) {
                words.append('-');
            }
            words.append(Character.toLowerCase(letter));
        }
        return words.toString();
    }

    private static boolean isUpper(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isLowerOrDigit(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }

    /** What a whole number of this unit is written as. */
    public ValueKind<Long> wholes() {
        return wholes;
    }

    /** A number of this unit as scenario files write it. */
    public String render(Number number) {
        return Decimals.parse(number.toString()).map(writer).orElse(number.toString());
    }
}
