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

final class PlanCommandTest {
    /** One to win in two ways, one to be kept from losing at once, one that is lost. */
    private static final String POSITIONS = """
            set,moves,score,analysis
            win,13671271225615171563276466274,7,;-6;6;-6;-6;;7
            save,4142431,0,-18;-18;-18;0;-18;-18;-18
            lost,44455554221,-15,-15;-15;-15;-15;-15;-15;-15
            """;

    private static final List<String> SEARCH = List.of("solved/connect-four", "learner=mcts");

    @TempDir
    static Path folder;

    private static Path positions = Path.of("");
    private static Config trained = ConfigFactory.empty();

    @BeforeAll
    static void writesPositionsAndTrains() throws IOException {
        positions = Files.writeString(folder.resolve("positions.csv"), POSITIONS);
        trained = ConfigFactory.parseString(Shell.catallaxy(
                        "train",
                        "solved/connect-four",
                        "--out",
                        folder.resolve("runs").toString(),
                        "--json",
                        "training.steps=64",
                        "training.worlds=8",
                        "training.evaluation-episodes=1",
                        "training.final-episodes=1",
                        "learners.alphazero.simulations=4",
                        "learners.alphazero.learning-starts=8",
                        "learners.alphazero.batch-size=8",
                        "learners.alphazero.hidden=[8]")
                .lastLine());
    }

    private static Outcome plan(List<String> what, String... more) {
        List<String> arguments = new ArrayList<>(List.of("plan"));
        arguments.addAll(what);
        arguments.addAll(List.of("--positions", positions.toString()));
        arguments.addAll(List.of(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    @Test
    void searchSeesWhatIsAboutToHappen() {
        Outcome outcome = plan(SEARCH, "--json", "learners.mcts.simulations=500", "learners.mcts.solve=false");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        Config answer = ConfigFactory.parseString(outcome.lastLine());
        assertThat(answer.getInt("positions")).isEqualTo(3);
        assertThat(answer.getInt("mistakes")).isZero();
        assertThat(answer.getInt("bySet.save.positions")).isEqualTo(1);
        assertThat(answer.getDouble("bySet.win.rate")).isZero();
        assertThat(answer.getDouble("simulationsPerMove")).isEqualTo(500);
    }

    @Test
    void aSearchThatSeesNothingErrs() {
        Outcome outcome = plan(SEARCH, "--json", "learners.mcts.simulations=1", "learners.mcts.solve=false");
        assertThat(ConfigFactory.parseString(outcome.lastLine()).getInt("mistakes"))
                .isPositive();
    }

    @Test
    void printsATableWithTheDefinition() {
        Outcome outcome = plan(SEARCH, "--seed", "3");
        assertThat(outcome.out()).contains("mcts, ", "set", "save", "together", "mistake: a move with a worse outcome");
        assertThat(plan(SEARCH, "--seed", "3").out()).isEqualTo(outcome.out());
        assertThat(plan(SEARCH, "--seed", "3", "seed=4").err()).contains("seed: expected one value, found two");
    }

    @Test
    void aTrainingIsExaminedByItsFolderAndItsCheckpoint() {
        String run = trained.getString("runFolder");
        Outcome ofRun = plan(List.of(run), "--json");
        assertThat(ofRun.exitCode()).as(ofRun.err()).isZero();
        assertThat(plan(List.of(trained.getString("checkpoint")), "--json").lastLine())
                .isEqualTo(ofRun.lastLine());
        assertThat(plan(List.of("solved/connect-four"), "--checkpoint", run).err())
                .contains("it does not fit", "connect-four.conf");
        Outcome more =
                plan(List.of(run), "--json", "learners.alphazero.simulations=40", "learners.alphazero.solve=false");
        assertThat(ConfigFactory.parseString(more.lastLine()).getDouble("simulationsPerMove"))
                .isEqualTo(40);
    }

    @Test
    void aTrainingOfConnectFourTellsMistakesByClass() {
        assertThat(trained.getConfig("mistakes").root()).hasSize(6);
        assertThat(trained.getDouble("referee.optimum")).isEqualTo(1);
        assertThat(trained.getDouble("referee.attained")).isBetween(0.0, 1.0);
    }

    @Test
    void networksThatKnowNothingAreAWarning() {
        assertThat(plan(List.of("solved/connect-four"), "learners.alphazero.simulations=8")
                        .err())
                .contains("warning: alphazero was not trained");
    }

    @Test
    void mistakesAreWrongUsage() {
        assertThat(plan(List.of("solved/pig")).err()).contains("problem.kind: expected connect-four");
        assertThat(plan(List.of("solved/connect-for")).err()).contains("did you mean solved/connect-four?");
        assertThat(Shell.catallaxy("plan", "solved/connect-four", "--positions", "none.csv")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Shell.catallaxy("plan", "solved/connect-four").err()).contains("--positions");
    }
}
