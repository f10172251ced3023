package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code --out} means the same to every command that leaves a folder, and to the one that says whether they can. */
final class RunsOptionTest {
    @TempDir
    Path folder;

    static Stream<List<String>> working() {
        return Stream.of(
                List.of("run", "two-chains", "duration=1 m", "--no-report"),
                List.of("train", "solved/cart-pole", "training.steps=200"),
                List.of("sweep", "solved/cart-pole", "training.steps=200", "seed=1,2"));
    }

    @ParameterizedTest
    @MethodSource("working")
    void whatTheDoctorRefusesCommandsRefuseWithTheSameWords(List<String> command) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path out : List.of(file, file.resolve("below"), Path.of("/dev/full"), Path.of("/proc/x"))) {
            Outcome outcome = with(command, out);
            Outcome doctor = with(List.of("doctor"), out);
            assertThat(outcome.exitCode()).as("%s", out).isEqualTo(1).isEqualTo(doctor.exitCode());
            assertThat(outcome.out()).isEmpty();
            String[] lines = outcome.err().split("\n", -1);
            assertThat(lines).as(outcome.err()).hasSize(3);
            assertThat(lines[0]).startsWith("error: no run folder can appear in " + out + ": ");
            assertThat(lines[1].strip()).isEqualTo("name another folder with --out");
            assertThat(doctor.out()).contains(lines[0].substring("error: ".length()));
        }
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void whatTheDoctorAcceptsARunUses() {
        Path out = folder.resolve("new/ä b");
        Outcome doctor = with(List.of("doctor", "--json"), out);
        assertThat(doctor.out()).contains(out + " can be written");
        assertThat(out).doesNotExist();
        assertThat(with(List.of("run", "two-chains", "duration=1 m", "--no-report"), out)
                        .exitCode())
                .isZero();
        assertThat(out.toFile().list()).singleElement().asString().contains("_two-chains_");
    }

    @Test
    void theHelpOfAllSaysTheSame() {
        CommandLine all =
                Catallaxy.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        assertThat(Stream.of("run", "train", "sweep", "doctor"))
                .extracting(name -> Objects.requireNonNull(all.getSubcommands().get(name))
                        .getCommandSpec()
                        .findOption("--out")
                        .description()[0])
                .containsOnly("Folder in which run folders appear; made where absent (default: runs).");
    }

    @Test
    void theDoctorsAnswerNamesTheFault() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Outcome doctor = with(List.of("doctor", "--json"), file);
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(JsonText.read(doctor.lastLine())).containsEntry("healthy", false);
    }

    private static Outcome with(List<String> command, Path out) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--out", out.toString()));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }
}
