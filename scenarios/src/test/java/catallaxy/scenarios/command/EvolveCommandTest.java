package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvolveCommandTest {
    private static final String SCENARIO = """
            problem { kind = front, function = zdt1, dimensions = 5 }
            evolution { method = nsga2, evaluations = 2000, population = 20 }
            """;

    @TempDir
    static Path folder;

    private static Path scenario = Path.of("");
    private static Path run = Path.of("");
    private static Config answer = ConfigFactory.empty();

    @BeforeAll
    static void evolves() throws IOException {
        scenario = Files.writeString(folder.resolve("small.conf"), SCENARIO);
        answer = ConfigFactory.parseString(evolve("--seed", "3", "--json").lastLine());
        run = Path.of(answer.getString("runFolder"));
    }

    private static Outcome evolve(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "evolve", scenario.toString(), "--out", folder.resolve("runs").toString()));
        arguments.addAll(List.of(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    private static Config json(String... more) {
        return ConfigFactory.parseString(evolve(more).lastLine());
    }

    @Test
    void tellsTheFrontAndHowMuchOfTheKnownOneItIs() {
        assertThat(answer.getString("method")).isEqualTo("nsga2");
        assertThat(answer.getString("problem")).isEqualTo("front");
        assertThat(answer.getLong("evaluations")).isEqualTo(2000);
        assertThat(answer.getLong("generations")).isPositive();
        assertThat(answer.getDouble("evaluationsPerSecond")).isPositive();
        assertThat(answer.getList("front").size()).isBetween(5, 20);
        assertThat(answer.getDoubleList("hypervolume.reference")).containsExactly(1.0, 1.0);
        double volume = answer.getDouble("hypervolume.value");
        assertThat(volume).isBetween(0.5, 2.0 / 3);
        assertThat(answer.getDouble("referee.attained")).isEqualTo(volume);
        assertThat(answer.getDouble("referee.ratio")).isEqualTo(volume / answer.getDouble("referee.optimum"));
        assertThat(answer.hasPath("best.fitness")).isTrue();
        assertThat(answer.hasPath("archive")).isFalse();
    }

    @Test
    void aFunctionOfTheSeedOnAnyThreads() {
        for (String threads : List.of("1", "2", "5")) {
            Config again = json("--seed", "3", "--json", "evolution.threads=" + threads);
            assertThat(again.getList("front")).isEqualTo(answer.getList("front"));
        }
        assertThat(json("--seed", "4", "--json").getList("front")).isNotEqualTo(answer.getList("front"));
    }

    @Test
    void leavesAFolderThatExplainsIt() throws IOException {
        assertThat(Files.readAllLines(run.resolve("solutions.jsonl")))
                .hasSize(answer.getList("front").size())
                .allSatisfy(line -> assertThat(ConfigFactory.parseString(line).getDoubleList("candidate.vector"))
                        .hasSize(5));
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSizeGreaterThan(50);
        assertThat(run.resolve("report.html")).content().contains("<svg", "nsga2 on front", "Hypervolume");
        assertThat(ConfigFactory.parseFile(run.resolve("summary.json").toFile()))
                .isEqualTo(answer);
        assertThat(ConfigFactory.parseFile(run.resolve("manifest.json").toFile())
                        .getString("status"))
                .isEqualTo("completed");
    }

    @Test
    void whatHasEndedIsToldAgain() {
        Outcome again = Shell.catallaxy("resume", run.toString(), "--json");
        assertThat(ConfigFactory.parseString(again.lastLine())).isEqualTo(answer);
        assertThat(again.err()).contains("has ended already");
    }

    @Test
    void aTableForPeople() {
        Outcome told = evolve("--seed", "3");
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("nsga2 on front, 2,000 evaluations in ", "hypervolume", "ratio");
    }

    @Test
    void mistakesAreToldWithTheirKeys() {
        for (String[] mistake : new String[][] {
            {"evolution.method=nsga3", "evolution.method", "nsga2"},
            {"evolution.evaluatons=5", "evolution.evaluatons", "did you mean 'evaluations'?"},
            {"problem.function=zdt5", "problem.function", "zdt4"},
            {"evolution.population=1", "evolution.population", "0 or 2 to 1000000"},
            {"methods.nsga3.x=1", "methods.nsga3", "nsga2"},
            {"methods.nsga2.crossover=1", "methods.nsga2.crossover", "a key of methods.nsga2"},
            {"evolution.method=pbt", "evolution.method", "since pbt wants"},
            {"evolution.method=cma-es", "evolution.method", "since cma-es wants a problem of one objective"}
        }) {
            Outcome refused = evolve(mistake[0]);
            assertThat(refused.exitCode()).as(mistake[0]).isEqualTo(2);
            assertThat(refused.err()).contains(mistake[1], mistake[2]).doesNotContain("Exception");
        }
    }

    @Test
    void settingsThatALearnerDoesNotTakeAreToldBeforeAnythingIsTried() {
        for (String[] mistake : new String[][] {
            {"{ x = { key = learning-rat, kind = real, low = 0.1, high = 0.2 } }", "did you mean 'learning-rate'?"},
            {"{ learning-rate = { kind = real, low = -1, high = 0.2 } }", "learning-rate"}
        }) {
            Outcome refused = Shell.catallaxy(
                    "evolve",
                    "solved/cart-pole",
                    "evolution.method=genetic",
                    "evolution.subject=settings",
                    "evolution.space=" + mistake[0],
                    "--out",
                    folder.resolve("refused").toString());
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("evolution.space", mistake[1]).doesNotContain("Exception");
        }
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void aProblemToEvolveForIsNotTrainedIn() {
        Outcome refused = Shell.catallaxy("train", scenario.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("problem.kind", "catallaxy evolve");
        assertThat(Shell.catallaxy("validate", scenario.toString()).out()).contains("valid: small", "method: nsga2");
    }
}
