package catallaxy.environment.base.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The known word that a mistyped one was probably meant to be. */
public final class NearestWord {
    private NearestWord() {}

    /**
     * The known word with the fewest edits, ties in alphabetical order; empty where even that one differs in more than
     * a third of the letters (and more than two).
     */
    public static Optional<String> of(String typed, Stream<String> known) {
        int limit = Math.max(2, typed.length() / 3);
        Comparator<String> byEdits = Comparator.comparingInt(word -> edits(typed, word));
        return known.min(byEdits.thenComparing(Comparator.naturalOrder())).filter(word -> edits(typed, word) <= limit);
    }

    /** {@code "; did you mean …?"}, or nothing where no known word is near. */
    public static String question(String typed, Stream<String> known) {
        return of(typed, known).map(word -> "; did you mean " + word + "?").orElse("");
    }

    /** The message that nothing of a kind has this name: what there is instead, and the nearest of it. */
    public static String missing(String kind, String name, List<String> known) {
        return "no " + kind + " '" + name + "' among " + known + question(name, known.stream());
    }

    /** Least number of letters that are put in, taken out or changed to make one word of the other: Levenshtein's distance. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
