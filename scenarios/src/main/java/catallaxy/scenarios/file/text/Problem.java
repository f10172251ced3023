package catallaxy.scenarios.file.text;

import catallaxy.environment.base.check.NearestWord;
import java.util.List;

/**
 * One mistake in a scenario.
 *
 * @param place   file and line, {@code two-chains.conf:12}, or {@code command line}
 * @param key     full path of the key, or what else is wrong
 * @param message what was expected and what was found
 */
public record Problem(String place, String key, String message) {
    private static final int LONGEST_WORD = 100;

    /**
     * A value that is not what was expected.
     *
     * @param found in the user's own text; empty for nothing
     * @param known words among which the one that was probably meant is looked for
     */
    public static Problem of(String place, String key, String expected, String found, List<String> known) {
        String shown = found.isEmpty() ? "nothing" : Quotation.of(found);
        String hint = found.isEmpty() || found.length() > LONGEST_WORD
                ? ""
                : NearestWord.of(found, known.stream())
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("");
        return new Problem(place, key, "expected " + expected + ", found " + shown + hint);
    }

    @Override
    public String toString() {
        return place + ": " + key + ": " + message;
    }
}
