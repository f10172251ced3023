package catallaxy.scenarios.file.manual;

import catallaxy.environment.market.role.RoleKey;
import catallaxy.environment.market.role.RoleKind;
import java.util.List;

/** A kind of role as the manual describes it: the keys of every agent and its own, with defaults and comments, in the manual's own form. */
final class RoleTemplate {
    private RoleTemplate() {}

    /** @param names of all kinds */
    static String of(RoleKind<?> kind, List<String> names) {
        StringBuilder text = new StringBuilder("# " + kind.summary() + ".\n" + kind.name() + " {\n");
        entry(text, "role", "Which role: " + String.join(", ", names) + ".", "one of", kind.name());
        entry(text, "cadence", "Time between two decisions.", "duration; 1 ms to 365 d", kind.cadence());
        entry(text, "first-epoch", "Time of the first decision.", "duration; 0 s to 365 d", "0 s");
        entry(
                text,
                "latency",
                "What its own line adds to the delay of each of its messages.",
                "duration; 0 s to 1 m",
                "0 s");
        entry(
                text,
                "latency-jitter",
                "What its own line adds to the jitter of the chain or exchange.",
                "number; 0 to 10",
                "0");
        entry(text, "holdings", "What it owns at the start: place, then asset, then amount.", "section", "{}");
        entry(text, "policy", "Who decides; templates.policy.", "section", "{}");
        entry(
                text,
                "factors",
                "What it observes beside what its role shows; `catallaxy list factors`.",
                "list of names",
                "[]");
        for (RoleKey key : kind.keys()) {
            String range = key.range().isEmpty() ? "" : "; " + key.range();
            entry(text, key.name(), key.meaning(), key.type().word() + range, orNull(key.initial()));
        }
        return text.append("}\n").toString();
    }

    private static String orNull(String initial) {
        return initial.isEmpty() ? "null" : initial;
    }

    private static void entry(StringBuilder text, String key, String meaning, String type, String initial) {
        text.append("# ").append(meaning).append(" [").append(type).append("]\n");
        text.append(key).append(" = ").append(initial).append("\n\n");
    }
}
