package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with and without auxiliary models: the same trace where they watch, the same one from both drivers, and what is left of them. */
final class ModelsCommandTest {
    private static final Pattern DIGEST = Pattern.compile("\"digest\":\"([0-9a-f]+)\"");

    @TempDir
    Path folder;

    /** The folder of a run of which the models learn from few examples. */
    private Path run(String name, String use, String... more) throws IOException {
        Path out = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "two-chains",
                "duration=40 m",
                "agents.arb.policy.models.use=" + use,
                "agents.arb.policy.models.fewest=6",
                "agents.arb.policy.models.refit-every=2",
                "agents.arb.policy.min-profit=0",
                "--quiet",
                "--json",
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        Outcome outcome = Shell.catallaxy(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        try (Stream<Path> runs = Files.list(out)) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static String digest(Path run) throws IOException {
        Matcher found =
                DIGEST.matcher(Files.readString(run.resolve("summary.json")).replace(" ", ""));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void modelsThatWatchChangeNothing() throws IOException {
        Path off = run("off", "off", "--no-report");
        Path watch = run("watch", "watch");
        assertThat(digest(watch)).isEqualTo(digest(off));
        assertThat(off.resolve("models.json")).doesNotExist();
        Outcome shown = Shell.catallaxy("models", watch.toString());
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("arb, models watch:")
                .contains("price-impact")
                .contains("spot-ETH-USDC ETH-USDC")
                .contains("volatility of ETH, a day:")
                .contains("base fee mainnet:");
        assertThat(Shell.catallaxy("models", watch.toString(), "--json").lastLine())
                .contains("{\"agents\":[{\"id\":\"arb\",\"use\":\"watch\",\"advice\":{\"proposed\":");
        assertThat(Files.readString(watch.resolve("report.html"))).contains("Auxiliary models");
        Outcome none = Shell.catallaxy("models", off.toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("no agent has models there").doesNotContain("Exception");
    }

    @Test
    void modelsThatDecideDoSoAlikeUnderBothDriversAndAgain() throws IOException {
        Path batch = run("batch", "on", "--driver", "batch", "--no-report");
        Path actors = run("actors", "on", "--driver", "actors", "--no-report");
        assertThat(digest(actors)).isEqualTo(digest(batch));
        assertThat(Files.readString(actors.resolve("models.json")))
                .isEqualTo(Files.readString(batch.resolve("models.json")));
        assertThat(Shell.catallaxy("replay", batch.toString()).exitCode()).isZero();
    }

    @Test
    void wrongSettingsAreToldByTheirKeys() {
        Outcome wrong = Shell.catallaxy("validate", "two-chains", "agents.arb.policy.models.use=onn");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("agents.arb.policy.models.use").contains("watch");
    }

    @Test
    void anythingButARunIsRefused() {
        Outcome nothing = Shell.catallaxy("models", folder.resolve("nothing").toString());
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("expected a run").doesNotContain("Exception");
    }
}
