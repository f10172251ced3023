package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class RunArgumentsTest {
    @TempDir
    Path folder;

    @Test
    void theDefaultsAreActorsTheScenariosSeedAndTheFolderRuns() {
        RunArguments arguments = parse("x.conf");
        assertThat(arguments.driver).isEqualTo(RunArguments.DriverName.actors);
        assertThat(arguments.chosenSeed()).isEmpty();
        assertThat(arguments.runs.out).hasToString("runs");
        assertThat(arguments.scenario.overrides()).isEmpty();
        assertThat(arguments.snapshotTime()).isEmpty();
    }

    @Test
    void settingsMayStandAnywhereAndKeepTheirValue() {
        RunArguments arguments = parse("x.conf", "a.b=1", "--seed", "-7", "c=x=y", "--driver=batch");
        assertThat(arguments.scenario.overrides()).isEqualTo(Map.of("a.b", "1", "c", "x=y"));
        assertThat(arguments.chosenSeed()).hasValue(-7);
        assertThat(arguments.driver).isEqualTo(RunArguments.DriverName.batch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b=1 a.b=2", "a.b=1 c=3 a.b=1", "a.b=1 \"a\".b=2", "a.b=1 a.\"b\"=1", "seed=1 seed=1"})
    void aKeyHasOneValue(String settings) {
        List<String> typed = new ArrayList<>(List.of("x.conf"));
        typed.addAll(List.of(settings.split(" ")));
        RunArguments arguments = parse(typed.toArray(String[]::new));
        assertThatThrownBy(arguments::overrides)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expected one value, found two, " + typed.get(1) + " and " + typed.getLast());
    }

    @Test
    void aSeedIsGivenAsASettingOrAsAnOption() {
        assertThat(parse("x.conf", "seed=1").overrides()).isEqualTo(Map.of("seed", "1"));
        assertThatThrownBy(() -> parse("x.conf", "seed=1", "--seed", "2").overrides())
                .isInstanceOf(UserError.class)
                .hasMessage("seed: expected one value, found two, seed=1 and --seed 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duration", "=1", ""})
    void aSettingWithoutKeyOrValueIsRefused(String setting) {
        assertThatThrownBy(() -> parse("x.conf", setting).scenario.overrides())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expected key=value");
    }

    @Test
    void snapshotTimeIsADuration() {
        assertThat(parse("x.conf", "--snapshot-at", "12h").snapshotTime()).contains(Duration.ofHours(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noon", "0s", "-1h"})
    void otherSnapshotTimesAreRefused(String time) {
        assertThatThrownBy(() -> parse("x.conf", "--snapshot-at=" + time).snapshotTime())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("such as 12h");
    }

    @Test
    void scenariosAreFoundAsNamedAndAbsentOnesAreUserErrors() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.conf"), "");
        assertThat(parse(file.toString()).scenario.file()).isEqualTo(file);
        assertThatThrownBy(() ->
                        parse(folder.resolve("other.conf").toString()).scenario.file())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no such scenario");
    }

    @Test
    void absentJarsAreNamed() throws IOException {
        Path jar = Files.writeString(folder.resolve("mine.jar"), "");
        parse("x.conf", "--classpath", jar.toString()).classes.requireJars();
        RunArguments wrong = parse("x.conf", "--classpath", jar + java.io.File.pathSeparator + "absent.jar");
        assertThatThrownBy(wrong.classes::requireJars).hasMessageContaining("absent.jar");
    }

    private static RunArguments parse(String... arguments) {
        return CommandLine.populateCommand(new RunArguments(), arguments);
    }
}
