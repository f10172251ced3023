package catallaxy.agents.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One bounded line for whatever user code throws. */
class ThrownTest {
    /** Whose message is what a test says, or throws. */
    private static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Supplier<String> message;

        Odd(Supplier<String> message) {
            this.message = message;
        }

        @Override
        public String getMessage() {
            return message.get();
        }
    }

    private static String text(String message) {
        return Thrown.text(new IllegalStateException(message));
    }

    @Test
    void saysTheClassAndTheMessageIfThereIsOne() {
        assertThat(text("no price")).isEqualTo("IllegalStateException: no price");
        assertThat(Thrown.text(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(Thrown.text(new StackOverflowError())).isEqualTo("StackOverflowError");
    }

    @Test
    void namesAClassWithoutANameByTheOneThatItIsIn() {
        RuntimeException nameless = new IllegalStateException("no price") {
            private static final long serialVersionUID = 1L;
        };
        assertThat(Thrown.text(nameless)).matches("ThrownTest\\$\\d+: no price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u000b", "\u0085", "\u2028"})
    void aBreakOfTheLineBecomesABlank(String lineBreak) {
        assertThat(text("a" + lineBreak + "b")).isEqualTo("IllegalStateException: a b");
    }

    @Test
    void aControlCharacterBecomesAReplacementCharacter() {
        assertThat(text("a\u001b[2J\tb\u0000")).isEqualTo("IllegalStateException: a\ufffd[2J\ufffdb\ufffd");
    }

    @ParameterizedTest
    @CsvSource({"499, false", "500, false", "501, true", "100000, true"})
    void aLongMessageIsCutAndItsLengthSaid(int length, boolean cut) {
        String shown = "x".repeat(Math.min(length, 500)) + (cut ? "… (" + length + " characters)" : "");
        assertThat(text("x".repeat(length))).isEqualTo("IllegalStateException: " + shown);
    }

    @Test
    void aMessageThatCannotBeReadIsTold() {
        assertThat(Thrown.text(new Odd(() -> {
                    throw new UnsupportedOperationException("unread");
                })))
                .isEqualTo("Odd: its message cannot be read, as that throws UnsupportedOperationException");
        assertThat(Thrown.text(new Odd(() -> {
                    throw new StackOverflowError();
                })))
                .isEqualTo("Odd: its message cannot be read, as that throws StackOverflowError");
        assertThat(Thrown.text(new Odd(() -> {
                    throw new AssertionError("never");
                })))
                .isEqualTo("Odd: its message cannot be read, as that throws AssertionError");
    }

    /** As wherever agents are asked, the machine's trouble is not taken for theirs. */
    @Test
    void memoryThatRunsOutOverAMessageEndsTheRun() {
        assertThatThrownBy(() -> Thrown.text(new Odd(() -> {
                    throw new OutOfMemoryError("planted");
                })))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
