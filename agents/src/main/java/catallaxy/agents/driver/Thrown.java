package catallaxy.agents.driver;

import org.jspecify.annotations.Nullable;

/**
 * What a user's code threw, in words. Its own methods may throw in turn, and its message may have any length and any characters;
 * the words are one line of bounded length all the same.
 */
public final class Thrown {
    private static final int LONGEST = 500;

    private Thrown() {}

    /** Its class and its message, if it has one. */
    public static String text(Throwable thrown) {
        String kind = kind(thrown);
        String message = message(thrown);
        return message == null ? kind : kind + ": " + line(message);
    }

    private static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable other) {
            if (Outcome.isFatal(other)) {
                throw other;
            }
            return "its message cannot be read, as that throws " + kind(other);
        }
    }

    /** The name of its class without the package; an anonymous class has only one with that of the class around it. */
    private static String kind(Throwable thrown) {
        String simple = thrown.getClass().getSimpleName();
        String name = thrown.getClass().getName();
        return simple.isEmpty() ? name.substring(name.lastIndexOf('.') + 1) : simple;
    }

    private static String line(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String line = shown.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
        return text.length() <= LONGEST ? line : line + "… (" + text.length() + " characters)";
    }
}
