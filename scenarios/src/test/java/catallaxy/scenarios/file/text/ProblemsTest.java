package catallaxy.scenarios.file.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import catallaxy.scenarios.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems();

    private void add(String... places) {
        for (String place : places) {
            problems.add(new Problem(place, "key", "message"));
        }
    }

    private List<String> thrown() {
        return assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(problems::throwIfAny)
                .actual()
                .problems()
                .stream()
                .map(Problem::place)
                .toList();
    }

    @Test
    void withoutMistakesNothingIsThrown() {
        problems.warn(new Problem("a.conf:1", "key", "message"));
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
        assertThat(problems.count()).isZero();
    }

    @Test
    void linesAreOrderedAsNumbersWithinTheirFile() {
        add("b.conf:2", "a.conf:10", "c:a.conf:3", "a.conf:9", "command line", "b.conf:x");
        assertThat(thrown())
                .containsExactly("command line", "a.conf:9", "a.conf:10", "b.conf:x", "b.conf:2", "c:a.conf:3");
    }

    @Test
    void mistakesOfOneLineStayInTheOrderInWhichTheyWereFound() {
        problems.add(new Problem("a.conf:1", "z", "first"));
        problems.add(new Problem("a.conf:1", "a", "second"));
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(problems::throwIfAny)
                .withMessage("a.conf:1: z: first\na.conf:1: a: second")
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void aMistakeIsToldOnceButCountedEachTime() {
        add("a.conf:1", "a.conf:1");
        assertThat(problems.count()).isEqualTo(2);
        assertThat(thrown()).containsExactly("a.conf:1");
    }

    @Test
    void theFirstTwentyAreKept() {
        for (int line = 30; line > 0; line--) {
            add("a.conf:" + line);
            problems.warn(new Problem("b.conf:" + line, "key", "message"));
        }
        assertThat(problems.count()).isEqualTo(30);
        assertThat(thrown()).hasSize(20).startsWith("a.conf:11").endsWith("a.conf:30");
        assertThat(problems.warnings()).hasSize(20).first().hasToString("b.conf:11: key: message");
    }

    @Test
    void aConsequenceAloneEndsTheReadingToo() {
        problems.addConsequence();
        assertThat(problems.count()).isEqualTo(1);
        assertThat(thrown()).isEmpty();
    }

    @Test
    void aProblemQuotesWhatWasFoundAndWhatWasProbablyMeant() {
        List<String> known = List.of("seed", "quote");
        assertThat(Problem.of("a:1", "k", "a key", "sede", known))
                .hasToString("a:1: k: expected a key, found 'sede'; did you mean 'seed'?");
        assertThat(Problem.of("a:1", "k", "a key", "other", known))
                .hasToString("a:1: k: expected a key, found 'other'");
        assertThat(Problem.of("a:1", "k", "a key", "", known)).hasToString("a:1: k: expected a key, found nothing");
        assertThat(Problem.of("a:1", "k", "text", "a\tb\u001b[1m\ud800", List.of()))
                .hasToString("a:1: k: expected text, found 'a\ufffdb\ufffd[1m\ufffd'");
        assertThat(Problem.of("a:1", "k", "text", "x".repeat(60), List.of()).message())
                .isEqualTo("expected text, found '" + "x".repeat(60) + "'");
        assertThat(Problem.of("a:1", "k", "text", "x".repeat(61), List.of()).message())
                .isEqualTo("expected text, found '" + "x".repeat(60) + "…'");
    }
}
