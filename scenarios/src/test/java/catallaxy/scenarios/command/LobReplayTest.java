package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import catallaxy.scenarios.file.FlowFixture;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenario {@code lob-replay} on a small recording, bit for bit, and what is said of a bad one. */
final class LobReplayTest {
    private static final String DIGEST = "03ed31371edd8dfc89569eadbb83e586";

    @TempDir
    Path folder;

    private Outcome run(Path file, String... settings) {
        List<String> words =
                new ArrayList<>(List.of("run", "lob-replay", "population.flow.file=" + file, "duration=1m"));
        words.addAll(List.of(settings));
        words.addAll(List.of("--json", "--quiet", "--out", folder.toString()));
        return Shell.catallaxy(words.toArray(String[]::new));
    }

    @Test
    void doesWhatItDidOnASmallRecordingAndIsReplayed() throws IOException {
        Outcome outcome = run(FlowFixture.write(folder));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        Config answer = ConfigFactory.parseString(outcome.lastLine());
        assertThat(answer.getConfigList("agents"))
                .extracting(agent -> agent.getInt("fills"))
                .allSatisfy(fills -> assertThat(fills).isPositive());
        assertThat(answer.getString("digest")).isEqualTo(DIGEST);
        assertThat(Shell.catallaxy("replay", answer.getString("runFolder")).exitCode())
                .isZero();
    }

    @Test
    void aBadRecordingIsOneMessageWithFileAndLine() throws IOException {
        Path file = FlowFixture.write(folder);
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"U\":7,", "\"U\":8,"));
        Outcome outcome = run(file);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("population.flow.file")
                .contains("flow.jsonl, line 13: U: expected 7, the next update, found 8")
                .doesNotContain("Exception");
    }

    @Test
    void theExchangeMustNotDelayWhatIsRecorded() throws IOException {
        Outcome outcome = run(FlowFixture.write(folder), "exchanges.spot.latency=5ms");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("recorded flow at an exchange with latency = 0 s");
    }

    @Test
    void anotherFileOfTheNameIsFoundOut() throws IOException {
        Path file = FlowFixture.write(folder);
        Outcome outcome = run(file, "population.flow.sha256=" + "0".repeat(64));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("the SHA-256 of " + file);
    }
}
