package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network is taught, named by a scenario, and refused where it is none. */
final class TeachCommandTest {
    @TempDir
    Path folder;

    private static Outcome catallaxy(String command, String policy, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "arbitrage",
                "duration=2 m",
                "agents.arb.policy={kind=planner,simulations=8,horizon=12s,min-profit=0" + policy + "}"));
        arguments.addAll(List.of(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    @Test
    void whatItWritesCanBeNamed() throws IOException {
        Path file = folder.resolve("arb.safetensors");
        Outcome taught =
                catallaxy("teach", "", "--agent", "arb", "--runs", "3", "--rounds", "1", "--out", file.toString());
        assertThat(taught.exitCode()).as(taught.err()).isZero();
        assertThat(taught.out()).contains("wrote").contains("arb.safetensors");
        String named = ",network=\"" + file + "\"";
        Outcome seated = catallaxy("validate", named);
        assertThat(seated.exitCode()).as(seated.err()).isZero();
        Outcome other = catallaxy("validate", named + ",network-sha256=abc");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("network-sha256: expected the SHA-256 of");
        Files.writeString(file, "nonsense");
        assertThat(catallaxy("validate", named).exitCode()).isEqualTo(5);
    }

    @Test
    void onlyAPlannerIsTaught() {
        String out = folder.resolve("x").toString();
        assertThat(catallaxy("teach", "", "--agent", "rival-one", "--out", out).err())
                .contains("expected one whose policy is planner, found rival-one with policy closed-form-arbitrage");
        assertThat(catallaxy("teach", "", "--agent", "nobody", "--out", out).err())
                .contains("found nobody, which is no agent");
        assertThat(catallaxy("teach", "", "--agent", "arb", "--runs", "0", "--out", out)
                        .exitCode())
                .isEqualTo(2);
        assertThat(catallaxy("validate", ",network=nowhere").err()).contains("network: expected a file");
    }
}
