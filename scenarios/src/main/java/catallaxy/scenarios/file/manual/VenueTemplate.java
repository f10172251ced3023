package catallaxy.scenarios.file.manual;

import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.scenarios.file.value.Decimals;
import java.math.BigDecimal;

/** A kind of venue as the manual describes it: its keys with defaults and comments, in the manual's own form. */
public final class VenueTemplate {
    private VenueTemplate() {}

    static String of(VenueKind<?, ?> kind) {
        StringBuilder text = new StringBuilder("# " + kind.summary() + ".\n" + kind.name() + " {\n");
        entry(text, "kind", "What kind of venue.", "one of", kind.name());
        entry(text, "chain", "The chain.", "name", "null");
        switch (kind.assets()) {
            case PAIR -> {
                entry(text, "base", "Asset whose price is quoted.", "name", "null");
                entry(text, "quote", "Asset in which the price is expressed.", "name", "null");
            }
            case LIST ->
                entry(
                        text,
                        "assets",
                        "Assets, two to eight; of a pair, the earlier is the base.",
                        "list of names",
                        "null");
        }
        for (VenueKey key : kind.keys()) {
            entry(text, key.name(), meaning(key), type(key), key.initial().isEmpty() ? "null" : key.initial());
        }
        return text.append("}\n").toString();
    }

    private static void entry(StringBuilder text, String key, String meaning, String type, String initial) {
        text.append("# ").append(meaning).append(" [").append(type).append("]\n");
        text.append(key).append(" = ").append(initial).append("\n\n");
    }

    /** What a number may be, in words. */
    public static String range(VenueKey key) {
        return Decimals.render(BigDecimal.valueOf(key.low())) + " to "
                + Decimals.render(BigDecimal.valueOf(key.high()));
    }

    private static String meaning(VenueKey key) {
        return key.words().isEmpty()
                ? key.meaning()
                : key.meaning() + " One of " + String.join(", ", key.words()) + ".";
    }

    private static String type(VenueKey key) {
        return switch (key.type()) {
            case QUANTITY -> "amount";
            case NUMBER -> "number; " + range(key);
            case FLAG -> "true or false";
            case QUANTITIES -> "list of amounts";
            case NUMBERS -> "list of numbers; " + range(key);
            case LIST -> "list of numbers; " + range(key);
            case WORD -> "one of";
            case VENUES, NAMES -> "list of names";
        };
    }
}
