package catallaxy.scenarios.file.manual;

import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenuePart;
import catallaxy.scenarios.file.value.Decimals;
import java.math.BigDecimal;
import java.util.List;

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
        keys(text, kind.keys());
        return text.append("}\n").toString();
    }

    /** A kind of part that venues may have. */
    static String of(VenueKey place, VenuePart part) {
        StringBuilder text = new StringBuilder("# " + part.summary() + ".\n" + part.name() + " {\n");
        entry(text, "kind", "What kind of " + place.name() + ".", "one of", part.name());
        keys(text, part.keys());
        return text.append("}\n").toString();
    }

    /** The family of templates that describes the kinds of a part. */
    public static String family(VenueKey key) {
        return "templates." + key.name();
    }

    private static void keys(StringBuilder text, List<VenueKey> keys) {
        for (VenueKey key : keys) {
            entry(text, key.name(), meaning(key), type(key), key.initial().isEmpty() ? "null" : key.initial());
        }
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
        String meaning = key.words().isEmpty()
                ? key.meaning()
                : key.meaning() + " One of " + String.join(", ", key.words()) + ".";
        return key.parts().isEmpty() ? meaning : meaning + " " + family(key) + ".";
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
            case FILE -> "text";
            case AGENT -> "name";
            case PART -> "section";
        };
    }
}
