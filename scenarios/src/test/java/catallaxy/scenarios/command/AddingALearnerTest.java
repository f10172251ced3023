package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about adding a learner: its files are those that are compiled here, and its scenario trains. */
final class AddingALearnerTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final Pattern JAVA = Pattern.compile("<!-- (\\S+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern SCENARIO =
            Pattern.compile("<!-- cross-entropy.conf -->\n```\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    static Path work;

    private static String page = "";
    private static Path scenario = Path.of("");
    private static Config answer = ConfigFactory.empty();

    @BeforeAll
    static void trainWithThePage() throws IOException {
        page = Files.readString(ROOT.resolve("docs/adding-a-learner.md"));
        Matcher written = SCENARIO.matcher(page);
        assertThat(written.find()).isTrue();
        scenario = Files.writeString(work.resolve("cross-entropy.conf"), written.group(1));
        Outcome trained =
                Shell.catallaxy("train", scenario.toString(), "--seed", "1", "--out", work.toString(), "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        answer = ConfigFactory.parseString(trained.lastLine());
    }

    @Test
    void thePageShowsTheFilesAndTheLineThatAreCompiledHere() throws IOException {
        List<MatchResult> blocks = JAVA.matcher(page).results().toList();
        assertThat(blocks).hasSize(3);
        for (MatchResult block : blocks) {
            assertThat(block.group(2)).as(block.group(1)).isEqualTo(Files.readString(ROOT.resolve(block.group(1))));
        }
        String line = Files.readString(
                ROOT.resolve("scenarios/src/test/resources/META-INF/services/catallaxy.agents.training.LearnerKind"));
        assertThat(page).contains("```\n" + line + "```");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void nothingElseKnowsOfIt() throws IOException {
        assertThat(MainSources.naming(ROOT, "cross-entropy")).isEmpty();
    }

    /** A policy at random keeps the pole up for 22 steps, the best of the constant ones for 10. */
    @Test
    void itLearns() {
        assertThat(answer.getString("algorithm")).isEqualTo("cross-entropy");
        assertThat(answer.getDouble("evaluation.mean")).isGreaterThan(400);
        Outcome untrained = Shell.catallaxy(
                "train",
                scenario.toString(),
                "training.steps=320",
                "--out",
                work.resolve("short").toString(),
                "--json");
        assertThat(ConfigFactory.parseString(untrained.lastLine()).getDouble("evaluation.mean"))
                .isLessThan(100);
    }

    @Test
    void itsRunAndItsCheckpointAreEvaluatedAlike() {
        String[] how = {"--episodes", "9", "--seed", "3", "--json"};
        Outcome ofRun = evaluate(answer.getString("runFolder"), how);
        Outcome ofCheckpoint = evaluate(answer.getString("checkpoint"), how);
        assertThat(ofRun.exitCode()).as(ofRun.err()).isZero();
        assertThat(ofCheckpoint.lastLine()).isEqualTo(ofRun.lastLine());
        assertThat(ConfigFactory.parseString(ofRun.lastLine()).getDouble("evaluation.mean"))
                .isGreaterThan(400);
    }

    private static Outcome evaluate(String place, String... how) {
        return Shell.catallaxy(
                Stream.concat(Stream.of("evaluate", place), Stream.of(how)).toArray(String[]::new));
    }

    @Test
    void itTakesASeatOfAMarketWithoutItsLearner() {
        Outcome trained = Shell.catallaxy(
                "train",
                "two-chains",
                "learners.fund=null",
                "learners.risk=null",
                "learners.maker.algorithm=cross-entropy",
                "training.rounds=2",
                "training.worlds=2",
                "training.solo-worlds=0",
                "training.episode=10 m",
                "training.evaluation-episodes=1",
                "training.final-episodes=1",
                "--out",
                work.resolve("market").toString(),
                "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Config market = ConfigFactory.parseString(trained.lastLine());
        Outcome evaluated = evaluate(market.getString("checkpoint"), "--episodes", "1", "--json");
        assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
    }

    @Test
    void itDescribesItselfAndRefusesAWrongKeyOrValue() {
        assertThat(Shell.catallaxy("list", "learners").out())
                .contains("cross-entropy")
                .contains("linear policy");
        assertThat(Shell.catallaxy("describe", "cross-entropy").out())
                .contains("least-deviation")
                .contains("learner = cross-entropy");
        assertThat(Shell.catallaxy("describe", "learners.cross-entropy.elite").out())
                .contains("number")
                .contains("0.2");
        Outcome key = Shell.catallaxy("validate", scenario.toString(), "learners.cross-entropy.elit=0.3");
        assertThat(key.exitCode()).isEqualTo(2);
        assertThat(key.err()).contains("did you mean 'elite'?");
        Outcome value = Shell.catallaxy("validate", scenario.toString(), "learners.cross-entropy.initial-deviation=0");
        assertThat(value.exitCode()).isEqualTo(2);
        assertThat(value.err()).contains("learners.cross-entropy.initial-deviation: expected a positive number");
        Outcome fitted = Shell.catallaxy(
                "validate", "two-chains", "learners.maker.algorithm=cross-entropy", "learners.maker.clone-rounds=1");
        assertThat(fitted.err()).contains("clone-rounds").contains("0 with cross-entropy");
    }
}
