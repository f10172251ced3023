package catallaxy.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words against the shell itself, which prints what it understood. */
final class ShellWordTest {
    private static final List<String> NASTY = List.of(
            "duration=10 m",
            "",
            "it's",
            "'",
            "''",
            "$HOME",
            "`id`",
            "$(id)",
            "a\\b",
            "a\nb",
            "\ttab",
            "*",
            "?[a]",
            "~",
            "~/runs",
            "=ls",
            "-x",
            "--",
            "a;b",
            "a&b",
            "a|b",
            "a>b",
            "#no comment",
            "!!",
            "{a,b}",
            "\"quoted\"",
            "agents.fund.policy={kind=kelly-cap, assets{ETH{mu=0.1}}}",
            "key=[1,2]",
            "ausgäng",
            "\u00a0",
            "日本",
            "a ");

    @Test
    void whatAShellReadsIsWhatWasMeant() throws Exception {
        assertThat(read(ShellWord.line(NASTY))).isEqualTo(NASTY);
    }

    @Test
    void randomWordsAreReadAsTheyWere() throws Exception {
        String alphabet = "ab= '\"\\$`*?[]{}()<>|&;#~!\n\tä%^,.-+:@/";
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<String> words = new ArrayList<>();
            for (int word = 0; word < 25; word++) {
                StringBuilder text = new StringBuilder();
                random.ints(random.nextInt(12), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
                words.add(text.toString());
            }
            assertThat(read(ShellWord.line(words))).as("seed %d", seed).isEqualTo(words);
        }
    }

    @Test
    void plainWordsStayAsTheyAre() {
        List<String> plain =
                List.of("run", "two-chains", "--seed", "2", "agents.maker.policy.gamma=0.0002", "runs/a_b:c@d");
        assertThat(ShellWord.line(plain)).isEqualTo(String.join(" ", plain));
    }

    @Test
    void quotesAreReadable() {
        assertThat(ShellWord.of("duration=10 m")).isEqualTo("'duration=10 m'");
        assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }

    /** The words of a command line, as {@code sh} hands them to a program. */
    private static List<String> read(String line) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\000' " + line).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        List<String> words = new ArrayList<>(List.of(printed.split("\0", -1)));
        words.removeLast();
        return words;
    }
}
