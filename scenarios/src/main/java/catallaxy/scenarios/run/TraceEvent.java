package catallaxy.scenarios.run;

import catallaxy.environment.market.trace.MarketEvent;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An event of a run's trace in the words of its scenario: names instead of indices, whole units instead of base units.
 *
 * @param number       its place in the trace, from 1
 * @param timeNanos    simulated, since the start of the run
 * @param kind         one of {@link #kinds()}
 * @param participants whom it is about: agents and background participants
 * @param fields       what it says, in the order of its text; a value is a text, a number, a truth value or an {@link Amount}
 */
public record TraceEvent(
        long number, long timeNanos, String kind, List<String> participants, Map<String, Object> fields) {
    private static final Map<Class<?>, String> KINDS = MarketEvent.kinds().stream()
            .collect(Collectors.toUnmodifiableMap(type -> type, type -> name(type.getSimpleName())));

    public TraceEvent {
        participants = List.copyOf(participants);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A decimal and what it counts.
     *
     * @param unit an asset's symbol, or a unit of gas prices
     */
    record Amount(BigDecimal value, String unit) {
        @Override
        public String toString() {
            return RunDecimals.plain(value) + " " + unit;
        }
    }

    /** The kinds of events, by name. */
    public static List<String> kinds() {
        return KINDS.values().stream().sorted().toList();
    }

    static String kind(MarketEvent event) {
        return Objects.requireNonNull(KINDS.get(event.getClass()), "no kind of event");
    }

    /** A name such as {@code PlaceOrder} as {@code place-order}. */
    static String name(String camelCase) {
        return camelCase.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Its line in a listing. */
    public String line() {
        return "%9d  %12s s  %-20s  %s".formatted(number, RunDecimals.seconds(timeNanos), kind, said());
    }

    /** What happened, without its number. */
    String text() {
        return RunDecimals.seconds(timeNanos) + " s " + kind + ": " + said();
    }

    private String said() {
        return fields.entrySet().stream()
                .map(field -> words(field.getKey()) + " " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String words(String key) {
        return key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** One flat object: the unit of a decimal follows it as {@code …Unit}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", number);
        json.put("timeSeconds", new BigDecimal(RunDecimals.seconds(timeNanos)));
        json.put("kind", kind);
        fields.forEach((key, value) -> {
            if (value instanceof Amount amount) {
                json.put(key, new BigDecimal(RunDecimals.plain(amount.value())));
                json.put(key + "Unit", amount.unit());
            } else {
                json.put(key, value);
            }
        });
        return json;
    }
}
