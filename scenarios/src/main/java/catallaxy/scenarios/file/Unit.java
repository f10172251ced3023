package catallaxy.scenarios.file;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * The unit that the name of a record's component ends with, and how scenario files have it: {@code latencyNanos} is the key
 * {@code latency}, a duration, and {@code makerFeePips} is {@code maker-fee-bps}.
 */
enum Unit {
    NANOS("Nanos", "", nanos -> Durations.render(nanos.longValue())),
    SECONDS(
            "Seconds",
            "",
            seconds -> Durations.render(seconds.scaleByPowerOfTen(9).longValue())),
    PIPS("Pips", "-bps", pips -> Decimals.render(pips.movePointLeft(2))),
    WEI("Wei", "-gwei", wei -> Decimals.render(wei.movePointLeft(9))),
    /** Units of the quote asset, which keys do not say. */
    QUOTE("Quote", "", Decimals::render),
    /** That of the key itself, or none. */
    OWN("", "", Decimals::render);

    private final String ending;
    private final String endingOfKey;
    private final Function<BigDecimal, String> writer;

    Unit(String ending, String endingOfKey, Function<BigDecimal, String> writer) {
        this.ending = ending;
        this.endingOfKey = endingOfKey;
        this.writer = writer;
    }

    /** The unit of a component. */
    static Unit of(String component) {
        return Arrays.stream(values())
                .filter(unit -> component.endsWith(unit.ending))
                .findFirst()
                .orElseThrow();
    }

    /** The key of a component in a section: the component's name as it stands where the section has such a key. */
    static String key(String component, Section section) {
        return section.knows(component) ? component : of(component).key(component);
    }

    private String key(String component) {
        String stem = component.substring(0, component.length() - ending.length());
        return stem.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + endingOfKey;
    }

    /** A number of this unit as scenario files write it. */
    String render(Number number) {
        return Decimals.parse(number.toString()).map(writer).orElse(number.toString());
    }
}
