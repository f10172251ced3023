package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says of the project that it makes, and what it refuses. */
final class NewCommandTest {
    @TempDir
    Path work;

    @Test
    void itSaysWhatItMadeAndWhatComesNext() throws IOException {
        Path folder = work.resolve("a folder");
        Outcome made =
                Shell.catallaxy("new", "agent", "my-maker", "--role", "market-maker", "--dir", folder.toString());
        assertThat(made.err()).isEmpty();
        assertThat(made.exitCode()).isZero();
        assertThat(made.lastLine()).isEqualTo("next: cd '" + folder + "' && ./run duration=2h");
        assertThat(made.out()).contains("  src/main/java/com/example/MyMaker.java\n", "  my-maker.conf\n");
        assertThat(Files.readString(folder.resolve("my-maker.conf"))).contains("class = com.example.MyMaker");
    }

    @Test
    void theScenarioOfAProjectIsValid() throws IOException {
        Path folder = work.resolve("my-fund");
        Shell.catallaxy("new", "agent", "my-fund", "--role", "portfolio", "--dir", folder.toString(), "--json");
        Path scenario = folder.resolve("my-fund.conf");
        Outcome without = Shell.catallaxy("validate", scenario.toString(), "--for", "run");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("com.example.MyFund");
        Outcome valid = Shell.catallaxy(
                "validate",
                scenario.toString(),
                "--for",
                "run",
                "agents.my-fund.policy.class=com.example.MeanReversion");
        assertThat(valid.err() + valid.out()).doesNotContain("expected a key");
    }

    @Test
    void namesOfTwoChainsAndFoldersThatAreThereAreRefused() {
        Outcome taken = Shell.catallaxy(
                "new", "agent", "maker", "--dir", work.resolve("x").toString());
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err())
                .isEqualTo(
                        "error: name: two-chains, to which the project adds an agent, has a participant maker already; "
                                + "choose another, such as my-maker\n");
        Outcome there = Shell.catallaxy("new", "agent", "my-maker", "--dir", work.toString());
        assertThat(there.exitCode()).isEqualTo(2);
        assertThat(there.err()).startsWith("error: " + work + ": exists already");
        assertThat(work.resolve("x")).doesNotExist();
    }

    @Test
    void aProjectIsOneJsonObjectForPrograms() {
        Outcome made = Shell.catallaxy(
                "new", "agent", "my-x", "--dir", work.resolve("x").toString(), "--json");
        assertThat(made.lastLine()).startsWith("{\"name\":\"my-x\",\"folder\":").contains("\"pom.xml\"", "./run");
    }
}
