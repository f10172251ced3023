package catallaxy.environment.base.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
    @ParameterizedTest
    @CsvSource({
        "sede, seed",
        "sed, seed",
        "seeeed, seed",
        "xeed, seed",
        "initial-base-fee, initial-base-fee-gwei",
        "duratoin, duration",
        "dura, ''",
        "DURATION, ''",
        "xxxxseed, ''"
    })
    void aWordIsNearByTwoEditsOrAThirdOfItsLetters(String typed, String meant) {
        Stream<String> known = Stream.of("seed", "duration", "initial-base-fee-gwei");
        assertThat(NearestWord.of(typed, known).orElse("")).isEqualTo(meant);
    }

    @Test
    void tiesGoToTheFirstInTheAlphabet() {
        assertThat(NearestWord.of("cat", Stream.of("rat", "bat", "hat"))).contains("bat");
    }

    @Test
    void nothingIsNearWhereNothingIsKnown() {
        assertThat(NearestWord.of("seed", Stream.empty())).isEmpty();
        assertThat(NearestWord.question("seed", Stream.empty())).isEmpty();
        assertThat(NearestWord.question("sede", Stream.of("seed"))).isEqualTo("; did you mean seed?");
    }

    @Test
    void aMissingNameIsToldWithThoseThatThereAreAndTheNearest() {
        List<String> venues = List.of("spot", "pool");
        assertThat(NearestWord.missing("venue", "pol", venues))
                .isEqualTo("no venue 'pol' among [spot, pool]; did you mean pool?");
        assertThat(NearestWord.missing("venue", "exchange", venues))
                .isEqualTo("no venue 'exchange' among [spot, pool]");
    }

    @Test
    void itIsTheOneOfARecursiveDistance() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String typed = word(random);
            List<String> known =
                    IntStream.range(0, 5).mapToObj(_ -> word(random)).toList();
            String nearest = known.stream()
                    .min(Comparator.<String>comparingInt(each -> edits(typed, each))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            Optional<String> expected =
                    edits(typed, nearest) <= Math.max(2, typed.length() / 3) ? Optional.of(nearest) : Optional.empty();
            assertThat(NearestWord.of(typed, known.stream()))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(7), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Levenshtein's distance by its definition. */
    private static int edits(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length();
        }
        String tail = one.substring(1);
        String otherTail = other.substring(1);
        if (one.charAt(0) == other.charAt(0)) {
            return edits(tail, otherTail);
        }
        return 1 + Math.min(edits(tail, otherTail), Math.min(edits(tail, other), edits(one, otherTail)));
    }
}
