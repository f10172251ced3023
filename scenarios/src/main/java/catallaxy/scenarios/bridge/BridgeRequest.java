package catallaxy.scenarios.bridge;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One line of JSON that Python sent, whose {@code request} says what is wanted; the other entries are its details. */
record BridgeRequest(Map<String, @Nullable Object> entries) {
    /**
     * Reads a line.
     *
     * @throws UserError if it is not a JSON object
     */
    static BridgeRequest read(String line) {
        try {
            return new BridgeRequest(JsonText.read(line));
        } catch (IOException malformed) {
            throw UserError.usage("bridge: expected a JSON object, found " + line);
        }
    }

    /** What is wanted. */
    String request() {
        return text("request");
    }

    /** A text; a missing one throws. */
    String text(String key) {
        if (entries.get(key) instanceof String text) {
            return text;
        }
        throw refused(key, "text");
    }

    /** A text, or the empty one where it is missing. */
    String textOrEmpty(String key) {
        return entries.get(key) == null ? "" : text(key);
    }

    /** A whole number; a missing one throws. */
    long number(String key) {
        if (entries.get(key) instanceof Number number && number.longValue() == number.doubleValue()) {
            return number.longValue();
        }
        throw refused(key, "a whole number");
    }

    /** A whole number; none where it is missing. */
    OptionalLong optionalNumber(String key) {
        return entries.get(key) == null ? OptionalLong.empty() : OptionalLong.of(number(key));
    }

    /** Whether something holds; not where it is missing. */
    boolean flag(String key) {
        return Boolean.TRUE.equals(entries.get(key));
    }

    /** Texts; none where they are missing. */
    List<String> texts(String key) {
        return switch (entries.get(key)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> throw refused(key, "a list of texts");
        };
    }

    private UserError refused(String key, String expected) {
        return UserError.usage("bridge: " + key + ": expected " + expected + ", found " + entries.get(key));
    }
}
