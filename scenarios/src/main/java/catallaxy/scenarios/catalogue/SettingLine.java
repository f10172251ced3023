package catallaxy.scenarios.catalogue;

import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenuePart;
import catallaxy.environment.market.role.RoleKey;
import catallaxy.scenarios.file.manual.ScenarioKey;
import java.util.Optional;

/** How the catalogue shows a setting in one line: its name, what it means, what it may be, and its default. */
final class SettingLine {
    private SettingLine() {}

    /** Of a role. */
    static String of(RoleKey key) {
        return line(key.name(), key.meaning(), key.type().word(), key.range(), unlessEmpty(key.initial()));
    }

    /** Of a kind of venue. */
    static String of(VenueKey key) {
        return switch (key.type()) {
            case QUANTITY -> line(key.name(), key.meaning(), "amount", "", unlessEmpty(key.initial()));
            case NUMBER ->
                line(key.name(), key.meaning(), "number", range(key.low(), key.high()), unlessEmpty(key.initial()));
            case FLAG -> line(key.name(), key.meaning(), "true or false", "", unlessEmpty(key.initial()));
            case QUANTITIES -> line(key.name(), key.meaning(), "list of amounts", "", unlessEmpty(key.initial()));
            case NUMBERS, LIST ->
                line(
                        key.name(),
                        key.meaning(),
                        "list of numbers",
                        "each " + range(key.low(), key.high()),
                        unlessEmpty(key.initial()));
            case VENUES, NAMES -> line(key.name(), key.meaning(), "list of names", "", unlessEmpty(key.initial()));
            case FILE -> line(key.name(), key.meaning(), "name of a file", "", unlessEmpty(key.initial()));
            case AGENT -> line(key.name(), key.meaning(), "name of an agent", "", unlessEmpty(key.initial()));
            case PART ->
                line(
                        key.name(),
                        key.meaning(),
                        "a section with a kind, one of "
                                + String.join(
                                        ", ",
                                        key.parts().stream()
                                                .map(VenuePart::name)
                                                .toList()),
                        "",
                        Optional.of("none"));
            case WORD ->
                line(
                        key.name(),
                        key.meaning(),
                        "one of " + String.join(", ", key.words()),
                        "",
                        unlessEmpty(key.initial()));
        };
    }

    /**
     * Of what the manual has.
     *
     * @param name as it is shown
     */
    static String of(String name, ScenarioKey key) {
        return line(name, key.meaning(), key.kind(), key.range(), key.defaultValue());
    }

    private static String range(double low, double high) {
        String least = number(low);
        return high == Double.MAX_VALUE || Double.isInfinite(high)
                ? "at least " + least
                : least + " to " + number(high);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static Optional<String> unlessEmpty(String initial) {
        return initial.isEmpty() ? Optional.empty() : Optional.of(initial);
    }

    private static String line(String name, String meaning, String type, String range, Optional<String> initial) {
        String allowed = range.isEmpty() ? type : type + ", " + range;
        String otherwise = initial.map(value -> "default " + (value.isEmpty() ? "empty" : value))
                .orElse("required");
        return "  " + name + "  " + meaning + " (" + allowed + "; " + otherwise + ")";
    }
}
