package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every shipped scenario does, and what short trainings learn, bit for bit: {@code golden-digests.txt}. Who changes a
 * digest on purpose puts the new line there and says in the commit which rule changed.
 */
final class GoldenDigestsTest {
    private static final String FILE = "/golden-digests.txt";
    /** Sums of matrix products differ in their last bits between makes of processors. */
    private static final String PROCESSOR = "AMD EPYC (family 25 model 17)";

    @TempDir
    Path folder;

    /** A command and the digest of what it does. */
    record Golden(String command, String digest) {
        static Golden of(String line) {
            int space = line.lastIndexOf(' ');
            return new Golden(line.substring(0, space).strip(), line.substring(space + 1));
        }

        boolean trains() {
            return command.startsWith("train ");
        }

        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Golden> pinned() throws IOException {
        try (InputStream in = GoldenDigestsTest.class.getResourceAsStream(FILE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Golden::of)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void commandsDoWhatTheyDid(Golden golden) throws Exception {
        List<String> arguments = new ArrayList<>(Arrays.asList(golden.command().split(" +")));
        arguments.addAll(List.of("--json", "--quiet", "--out", folder.toString()));
        Outcome outcome = Shell.catallaxy(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        Config answer = ConfigFactory.parseString(outcome.lastLine());
        if (golden.trains()) {
            Assumptions.assumeTrue(
                    Files.readString(Path.of(answer.getString("runFolder"), "manifest.json"))
                            .contains(PROCESSOR),
                    "what is learned is pinned on " + PROCESSOR);
        }
        String digest = golden.trains() ? learned(Path.of(answer.getString("checkpoint"))) : answer.getString("digest");
        assertThat(golden.command() + " " + digest)
                .as("the line of this command in %s", FILE)
                .isEqualTo(golden.command() + " " + golden.digest());
    }

    /** Of all that was learned: the tensors of the last checkpoint. */
    private static String learned(Path checkpoint) throws Exception {
        byte[] tensors = Files.readAllBytes(checkpoint.resolve("tensors.safetensors"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(tensors);
        return HexFormat.of().formatHex(digest, 0, 16);
    }
}
