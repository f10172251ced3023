package catallaxy.scenarios;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that a mistyped one was probably meant to be. */
public final class NearestWord {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private NearestWord() {}

    /**
     * The known word with the fewest edits, ties in alphabetical order; empty where even that one differs in more than
     * a third of the letters (and more than two).
     */
    public static Optional<String> of(String typed, Stream<String> known) {
        int limit = Math.max(2, typed.length() / 3);
        Comparator<String> byEdits = Comparator.comparingInt(word -> DISTANCE.apply(typed, word));
        return known.min(byEdits.thenComparing(Comparator.naturalOrder()))
                .filter(word -> DISTANCE.apply(typed, word) <= limit);
    }

    /** {@code "; did you mean …?"}, or nothing where no known word is near. */
    public static String question(String typed, Stream<String> known) {
        return of(typed, known).map(word -> "; did you mean " + word + "?").orElse("");
    }
}
