package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.file.manual.KeyReference;
import catallaxy.scenarios.file.manual.ScenarioKey;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.file.text.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every key of the manual, missing, misspelt, of the wrong type and out of range, each in a scenario that is otherwise right: in an
 * {@link Excerpt} of the one that has everything, since three thousand of the whole take a minute and a half.
 */
@Execution(ExecutionMode.CONCURRENT) // readings leave nothing behind
class KeyTableTest {
    private static final String FILE = "table.conf";
    /** Mistakes of values that are right by themselves. */
    private static final String OF_OTHERS = ".*(the span of the data|the seat's venues have).*";

    private static final List<String> KINDS = List.of("kind", "role");

    @TempDir
    static Path folder;

    private static final Map<String, SortedMap<String, String>> EXCERPTS = new ConcurrentHashMap<>();

    private static SortedMap<String, String> right = new TreeMap<>();

    @BeforeAll
    static void readsTheScenarioThatIsRight() throws IOException {
        right = EveryKind.lines(CandleFixture.write(folder).toString());
        assertThat(problems(right)).isEmpty();
    }

    static Stream<ScenarioKey> keys() {
        return KeyReference.shipped().keys().stream().filter(key -> !key.path().equals("definitions"));
    }

    static Stream<ScenarioKey> keysOf(String... kinds) {
        return keys().filter(key -> List.of(kinds).contains(key.kind()));
    }

    static Stream<ScenarioKey> required() {
        return keys().filter(key -> key.isRequired() || KINDS.contains(lastPart(key.path())));
    }

    static Stream<ScenarioKey> ranged() {
        return keys().filter(key -> !key.range().isEmpty());
    }

    static Stream<ScenarioKey> references() {
        return keysOf("name", "list of names", "one of");
    }

    static Stream<ScenarioKey> measures() {
        return keysOf("duration", "number", "decimal", "whole number", "bps", "gwei", "amount", "true or false");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void misspelt(ScenarioKey key) {
        String path = EveryKind.instanceOf(key.path());
        String word = lastPart(path) + "q";
        Problem problem = only(path + "q", "1");
        assertThat(problem.message())
                .startsWith("expected a key of ")
                .endsWith(", found '" + word + "'; did you mean '" + lastPart(path) + "'?");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void wrongType(ScenarioKey key) {
        String path = EveryKind.instanceOf(key.path());
        String wrong = key.kind().equals("section") ? "5" : "{ a = 1 }";
        assertThat(among(path, wrong).message()).contains("expected ", ", found ");
    }

    @ParameterizedTest
    @MethodSource("required")
    void missing(ScenarioKey key) {
        String path = EveryKind.instanceOf(key.path());
        assertThat(problems(with(path, "null"))).anySatisfy(problem -> {
            assertThat(problem.key()).isEqualTo(path);
            assertThat(problem.message()).startsWith("expected ").endsWith(", found nothing");
        });
    }

    @ParameterizedTest
    @MethodSource("measures")
    void notANumberOfItsUnit(ScenarioKey key) {
        String path = EveryKind.instanceOf(key.path());
        String wrongUnit = key.kind().equals("duration") ? "12" : "12 s";
        for (String wrong : List.of("\"often\"", "\"" + wrongUnit + "\"", "\"\"")) {
            assertThat(among(path, wrong).message())
                    .startsWith("expected ")
                    .contains(", found " + (wrong.equals("\"\"") ? "nothing" : wrong.replace('"', '\'')));
        }
    }

    @ParameterizedTest
    @MethodSource("ranged")
    void outOfRange(ScenarioKey key) {
        String path = EveryKind.instanceOf(key.path());
        for (String outside : KeyRange.of(key).outside()) {
            assertThat(among(path, outside).message())
                    .as("%s = %s", path, outside)
                    .startsWith("expected ")
                    .contains(", found ");
        }
        for (String inside : KeyRange.of(key).bounds()) {
            assertThat(problems(with(path, inside)))
                    .as("%s = %s", path, inside)
                    .noneMatch(problem ->
                            problem.key().equals(path) && !problem.message().matches(OF_OTHERS));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void danglingReference(ScenarioKey key) {
        String path = EveryKind.instanceOf(key.path());
        String wrong = key.kind().equals("list of names") ? "[nowhere]" : "nowhere";
        assertThat(among(path, wrong).message()).startsWith("expected ").contains(", found 'nowhere'");
    }

    @Test
    void anExcerptIsRightAndHasWhatItsEntryNames() {
        assertThat(keys().map(key -> Excerpt.subject(EveryKind.instanceOf(key.path())))
                        .distinct())
                .allSatisfy(subject -> assertThat(problems(rightFor(subject))).isEmpty())
                .filteredOn(subject -> rightFor(subject).equals(right))
                .isEmpty();
        assertThat(rightFor("population.carry").keySet())
                .contains("venues.perp.kind", "venues.dated.kind", "venues.book.kind", "exchanges.spot.latency")
                .doesNotContain("venues.pool.kind", "agents.maker.role", "training.evaluation-every");
    }

    @Test
    void overridesAreCheckedAsTheFileIs() {
        Map<String, String> overrides = Map.of("chains.one.blok-time", "3 s", "chains.two.block-time", "fast");
        assertThat(problems(text(right), overrides))
                .extracting(Problem::toString)
                .containsExactly(
                        "command line: chains.one.blok-time: expected a key of chains.one, found 'blok-time';"
                                + " did you mean 'block-time'?",
                        "command line: chains.two.block-time: expected a duration of at most 36500 d, such as 12 s, 5 m"
                                + " or 1 d, found 'fast'");
    }

    /** The one problem of a scenario with one more line. */
    private static Problem only(String path, String value) {
        SortedMap<String, String> lines = with(path, value);
        List<Problem> problems = problems(lines);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(path);
            assertThat(problem.place()).isEqualTo(placeOf(path, lines));
        });
        return problems.getFirst();
    }

    /** The problem of the key that was changed. */
    private static Problem among(String path, String value) {
        SortedMap<String, String> lines = with(path, value);
        List<Problem> problems = problems(lines);
        assertThat(problems).as("%s = %s", path, value).anySatisfy(problem -> {
            assertThat(problem.key()).isEqualTo(path);
            assertThat(problem.place()).isEqualTo(placeOf(path, lines));
        });
        return problems.stream()
                .filter(problem -> problem.key().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** The excerpt for a subject; everything where the excerpt lacks something that it needs. */
    private static SortedMap<String, String> rightFor(String subject) {
        return EXCERPTS.computeIfAbsent(subject, each -> {
            SortedMap<String, String> excerpt = new Excerpt(right).about(each);
            return problems(excerpt).isEmpty() ? excerpt : right;
        });
    }

    /** A right scenario with one key set, and nothing below it. */
    private static SortedMap<String, String> with(String path, String value) {
        SortedMap<String, String> lines = new TreeMap<>(rightFor(Excerpt.subject(path)));
        lines.keySet().removeIf(line -> line.startsWith(path + "."));
        lines.put(path, value);
        return lines;
    }

    private static String placeOf(String path, SortedMap<String, String> lines) {
        return FILE + ":" + (lines.headMap(path).size() + 1);
    }

    private static List<Problem> problems(SortedMap<String, String> lines) {
        return problems(text(lines), Map.of());
    }

    private static List<Problem> problems(String text, Map<String, String> overrides) {
        try {
            ScenarioReader.readText(FILE, text, overrides);
            return List.of();
        } catch (ScenarioException refused) {
            return refused.problems();
        }
    }

    private static String text(SortedMap<String, String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (path, value) -> text.append(path).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
