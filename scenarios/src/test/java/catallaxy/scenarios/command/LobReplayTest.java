package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

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

    /** The first row of the book is what the trade of the second message meets. */
    @Test
    void readsMessagesOfLobsterAndTheBookBesideThem() throws IOException {
        Path messages = Files.writeString(
                folder.resolve("message.csv"), "34200,1,1,100,5850000,1\n34200.5,4,9,10,5851000,-1\n");
        Path book = Files.writeString(folder.resolve("book.csv"), "5851000,40,5850000,100\n5851000,30,5850000,100\n");
        Outcome outcome = run(
                messages,
                "population.flow.format=lobster",
                "population.flow.book-file=" + book,
                "venues.spot-ASSET-USD.lot=1",
                "definitions.price=585");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        Config answer = ConfigFactory.parseString(outcome.lastLine());
        assertThat(answer.getConfigList("venues")).singleElement().satisfies(venue -> {
            assertThat(venue.getInt("trades")).isPositive();
            assertThat(venue.getDouble("volume")).isCloseTo(10 * 585, withinPercentage(1));
        });
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
