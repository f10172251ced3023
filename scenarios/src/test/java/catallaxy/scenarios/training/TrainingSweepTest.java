package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.SmallScores;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.report.MeasuredBoard;
import catallaxy.scenarios.report.RunScore;
import catallaxy.scenarios.report.ScoreBoard;
import catallaxy.scenarios.report.ScoreMeasure;
import catallaxy.scenarios.report.TableChoice;
import catallaxy.scenarios.run.FolderLock;
import catallaxy.scenarios.sweep.Sweep;
import catallaxy.scenarios.sweep.SweepInterruptedException;
import catallaxy.scenarios.sweep.SweepPlan;
import catallaxy.scenarios.sweep.SweepRun;
import catallaxy.scenarios.sweep.SweepWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainingSweepTest {
    private static final String SCENARIO = """
        problem { kind = cart-pole }
        learner = ppo
        training { steps = 400, worlds = 2, measure-every = 50, checkpoint-every = 100, evaluation-episodes = 2, final-episodes = 2 }
        learners { ppo { hidden = [4], rollout-length = 25, minibatch-size = 50, epochs = 1 } }
        """;

    private static final TrainingProgram PROGRAM =
            new TrainingProgram("catallaxy sweep", "test", TrainingSweepTest.class.getClassLoader());

    private static final TrainingSweep KIND = new TrainingSweep();

    private static final TrainingSummary SUMMARY = SmallScores.summary(SmallScores.NONE);

    @TempDir
    Path out;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(out.resolve("x.conf"), SCENARIO);
    }

    /** Trains, stops one seed midway, and remembers what it was asked to. */
    private static final class Training implements SweepWorker<TrainingSummary> {
        final List<String> asked = new ArrayList<>();
        private final String stopped;

        Training(String stopped) {
            this.stopped = stopped;
        }

        @Override
        public TrainingSummary begin(Task task) throws IOException {
            asked.add("train " + task.settings().get("seed"));
            Experiment read = Experiment.read(task.scenario(), task.settings());
            boolean stops = stopped.equals(task.settings().get("seed"));
            return TrainingRun.begin(
                    new TrainingRequest(read, read.seed(), task.parent(), PROGRAM),
                    stops ? ShortTraining.at(200, () -> {}, true) : TrainingWatch.SILENT);
        }

        @Override
        public TrainingSummary goOn(Task task, Path runFolder) throws IOException {
            asked.add("resume " + TrainingRecord.read(runFolder).seed());
            return TrainingRun.resume(runFolder, PROGRAM, TrainingWatch.SILENT);
        }
    }

    /** Trains nothing. */
    @FunctionalInterface
    private interface Pretence extends SweepWorker<TrainingSummary> {
        TrainingSummary train(String seed);

        @Override
        default TrainingSummary begin(Task task) {
            return train(task.settings().getOrDefault("seed", ""));
        }

        @Override
        default TrainingSummary goOn(Task task, Path runFolder) {
            throw new AssertionError(runFolder + " was not begun");
        }
    }

    private static Sweep<TrainingSummary> resumed(Path folder) throws IOException {
        return Sweep.resume(folder, SweepPlan.in(folder), KIND);
    }

    private static List<RunScore> scores(SweepRun<TrainingSummary> run) {
        return run.result().map(each -> RunScore.of(each.score())).orElse(List.of());
    }

    private SweepPlan plan(String seeds) {
        return SweepPlan.of(KIND, file, 1, TableChoice.NONE, Map.of("seed", seeds), _ -> {});
    }

    @Test
    void aRunThatFailsDoesNotStopTheOthers() throws IOException {
        Sweep<TrainingSummary> sweep = Sweep.create(plan("1,2,3,4"), KIND, out);
        Pretence second = seed -> {
            if (seed.equals("2")) {
                throw UserError.usage("no");
            }
            return SUMMARY;
        };
        List<SweepRun<TrainingSummary>> runs = sweep.run(second, done -> {});
        assertThat(runs.stream().map(run -> run.failure().isPresent())).containsExactly(false, true, false, false);
        assertThat(sweep.folder().resolve("sweep.json")).content().contains("failure");
    }

    @Test
    void aRunThatFailsIsCountedInItsGroup() throws IOException {
        Pretence third = seed -> {
            if (seed.equals("3")) {
                throw UserError.usage("no");
            }
            return SmallScores.summary(SmallScores.attained(Double.parseDouble(seed), 1));
        };
        List<SweepRun<TrainingSummary>> runs =
                Sweep.create(plan("1,2,3,4"), KIND, out).run(third, done -> {});
        List<MeasuredBoard> boards =
                MeasuredBoard.of(runs.stream().map(TrainingSweep::entrant).toList());
        assertThat(boards).singleElement().satisfies(board -> {
            ScoreBoard.Row row = board.board().rows().getFirst();
            assertThat(row.count().text()).isEqualTo("3 of 4, 1 failed");
            assertThat(row.summary().orElseThrow().mean()).isEqualTo(7.0 / 3);
            assertThat(board.absences()).containsExactly("all runs: 1 failed: no");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=1,1",
                "seed=1,1.0",
                "seed=1, 1",
                "seed=2,3,2",
                "seed=10,1e1",
                "learners.ppo.learning-rate=0.001,1e-3",
                "learners.ppo.learning-rate=0.1,0.10",
                "learners.ppo.hidden=[4],[ 4 ]",
                "training.steps=400,4e2",
                "learner=ppo,\"ppo\""
            })
    void oneRunIsNotCountedTwice(String setting) {
        int equals = setting.indexOf('=');
        assertThatThrownBy(() -> SweepPlan.of(
                        KIND,
                        file,
                        1,
                        TableChoice.NONE,
                        Map.of(setting.substring(0, equals), setting.substring(equals + 1)),
                        _ -> {}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("found one run twice")
                .hasMessageContaining("are the same scenario with the same seed");
    }

    @Test
    void settingsOfALearnerThatIsNotThereMakeNoSecondRun() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("learner", "ppo,a2c");
        settings.put("learners.ppo.epochs", "1,2");
        assertThatThrownBy(() -> SweepPlan.of(KIND, file, 1, TableChoice.NONE, settings, _ -> {}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("{learner=a2c, learners.ppo.epochs=1} and {learner=a2c, learners.ppo.epochs=2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,2", "3,2,1,-1"})
    void differentSeedsAreDifferentRuns(String seeds) {
        assertThat(plan(seeds).runs()).hasSize(seeds.split(",").length);
    }

    @Test
    void noMemoryEndsTheSweepAtOnce() throws IOException {
        List<String> begun = new ArrayList<>();
        Sweep<TrainingSummary> sweep = Sweep.create(plan("1,2,3,4"), KIND, out);
        Pretence second = seed -> {
            begun.add(seed);
            if (seed.equals("2")) {
                throw new OutOfMemoryError("heap");
            }
            return SUMMARY;
        };
        assertThatThrownBy(() -> sweep.run(second, done -> {}))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("heap");
        assertThat(begun).containsExactly("1", "2");
    }

    @Test
    void anInterruptedSweepGoesOnToTheResultsOfTheUninterruptedOne() throws IOException {
        List<SweepRun<TrainingSummary>> expected =
                Sweep.create(plan("1,2,3"), KIND, out.resolve("whole")).run(new Training(""), done -> {});

        Sweep<TrainingSummary> stopped = Sweep.create(plan("1,2,3"), KIND, out.resolve("stopped"));
        goesOnTo(expected, stopped);
    }

    @Test
    void soDoesASweepOfAMarket() throws IOException {
        List<SweepRun<TrainingSummary>> expected =
                Sweep.create(market("1,2,3"), KIND, out.resolve("whole")).run(new Training(""), done -> {});
        goesOnTo(expected, Sweep.create(market("1,2,3"), KIND, out.resolve("stopped")));
    }

    private static SweepPlan market(String seeds) {
        return market(seeds, "none");
    }

    private static SweepPlan market(String seeds, String finalSeed) {
        Path scenario = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("seed", seeds);
        settings.put("duration", "5 m");
        settings.put("learners.fund", "null");
        settings.put("learners.risk", "null");
        settings.put("learners.maker.settings.rollout-length", "60");
        settings.put("training.rounds", "3");
        settings.put("training.worlds", "4");
        settings.put("training.evaluation-episodes", "0");
        settings.put("training.final-episodes", "2");
        settings.put("training.final-seed", finalSeed);
        return SweepPlan.of(KIND, scenario, 1, TableChoice.NONE, settings, _ -> {});
    }

    @Test
    void eachLearnerOfAMarketHasItsScores() throws IOException {
        SweepRun<TrainingSummary> run = Sweep.create(market("4"), KIND, out)
                .run(new Training(""), done -> {})
                .getFirst();
        assertThat(scores(run))
                .extracting(RunScore::measure, RunScore::agent)
                .containsExactly(
                        tuple(ScoreMeasure.OVER_BASELINE, "maker"), tuple(ScoreMeasure.TRADING_OVER_BASELINE, "maker"));
        TrainingSummary summary = run.result().orElseThrow();
        assertThat(summary.subject().seed()).hasValue(4);
        assertThat(summary.score().learners().getFirst().overBaseline().reward().mean())
                .isEqualTo(scores(run).getFirst().value());
    }

    @Test
    void trainingsAreScoredOnDaysOfTheirOwnUnlessASeedOfTheseIsGiven() throws IOException {
        List<SweepRun<TrainingSummary>> own =
                Sweep.create(market("4,5"), KIND, out.resolve("own")).run(new Training(""), done -> {});
        List<SweepRun<TrainingSummary>> same =
                Sweep.create(market("4,5", "-9"), KIND, out.resolve("same")).run(new Training(""), done -> {});
        assertThat(own.stream().map(TrainingSweepTest::baseline)).doesNotHaveDuplicates();
        assertThat(same.stream().map(TrainingSweepTest::baseline).distinct()).hasSize(1);
        assertThat(same.stream().map(TrainingSweepTest::scores)).doesNotHaveDuplicates();
    }

    private static TrainingScore.Baseline baseline(SweepRun<TrainingSummary> run) {
        return run.result().orElseThrow().score().learners().getFirst().baseline();
    }

    private static void goesOnTo(List<SweepRun<TrainingSummary>> expected, Sweep<TrainingSummary> stopped)
            throws IOException {
        Training first = new Training("2");
        assertThatThrownBy(() -> stopped.run(first, done -> {}))
                .isInstanceOf(SweepInterruptedException.class)
                .hasMessageContaining("catallaxy resume " + stopped.folder());
        assertThat(first.asked).containsExactly("train 1", "train 2");
        leavePartialFolder(stopped.folder());

        Training rest = new Training("");
        List<SweepRun<TrainingSummary>> resumed = resumed(stopped.folder()).run(rest, done -> {});
        assertThat(rest.asked).containsExactly("resume 2", "train 3");
        assertThat(resumed.stream().map(SweepRun::settings))
                .isEqualTo(expected.stream().map(SweepRun::settings).toList());
        for (int i = 0; i < 3; i++) {
            assertThat(weights(resumed.get(i))).isEqualTo(weights(expected.get(i)));
            assertThat(scores(resumed.get(i)))
                    .isEqualTo(scores(expected.get(i)))
                    .isNotEmpty();
        }
    }

    private static byte[] weights(SweepRun<TrainingSummary> run) throws IOException {
        return Files.readAllBytes(
                Path.of(run.result().orElseThrow().place().checkpoint()).resolve("tensors.safetensors"));
    }

    /** Makes a folder that a kill left between writing and renaming it. */
    private static void leavePartialFolder(Path sweep) throws IOException {
        Path partial = Files.createDirectory(sweep.resolve(".x.1.partial"));
        try (Stream<Path> entries = Files.list(sweep)) {
            Path run = entries.filter(entry -> Files.exists(entry.resolve("summary.json")))
                    .findFirst()
                    .orElseThrow();
            for (String file : List.of("manifest.json", "scenario.conf")) {
                Files.copy(run.resolve(file), partial.resolve(file));
            }
        }
    }

    @Test
    void aSweepThatHasEndedKeepsItsResultsWhereverItIsMovedTo() throws IOException {
        Sweep<TrainingSummary> ended = Sweep.create(plan("1,2"), KIND, out);
        List<SweepRun<TrainingSummary>> before = ended.run(new Training(""), done -> {});
        Path moved = Files.move(ended.folder(), out.resolve("moved"));
        Training nothing = new Training("");
        List<SweepRun<TrainingSummary>> after = resumed(moved).run(nothing, done -> {});
        assertThat(nothing.asked).isEmpty();
        assertThat(after.stream().map(TrainingSweepTest::scores))
                .isEqualTo(before.stream().map(TrainingSweepTest::scores).toList());
        assertThat(after.getFirst().runFolder().orElseThrow()).startsWith(moved).isDirectory();
        assertThat(weights(after.getFirst())).isNotEmpty();
    }

    @Test
    void aSweepHasOneProcessAtATime() throws IOException {
        Sweep<TrainingSummary> sweep = Sweep.create(plan("1,2"), KIND, out);
        try (FolderLock _ = FolderLock.of(sweep.folder())) {
            assertThatThrownBy(() -> sweep.run(new Training(""), done -> {}))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("is being worked on already");
        }
    }

    @Test
    void aRunThatIsBeingTrainedIsNotResumed() throws IOException {
        Sweep<TrainingSummary> sweep = Sweep.create(plan("1"), KIND, out);
        assertThatThrownBy(() -> sweep.run(new Training("1"), done -> {}))
                .isInstanceOf(SweepInterruptedException.class);
        Path run;
        try (Stream<Path> entries = Files.list(sweep.folder())) {
            run = entries.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        try (FolderLock _ = FolderLock.of(run)) {
            List<SweepRun<TrainingSummary>> runs = resumed(sweep.folder()).run(new Training(""), done -> {});
            assertThat(runs.getFirst().failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("is being worked on already"));
        }
        assertThat(resumed(sweep.folder())
                        .run(new Training(""), done -> {})
                        .getFirst()
                        .failure())
                .isEmpty();
    }

    @Test
    void aChangedSeedIsAChangedScenario() throws IOException {
        Sweep<TrainingSummary> begun =
                Sweep.create(SweepPlan.of(KIND, file, 1, TableChoice.NONE, Map.of(), _ -> {}), KIND, out);
        Files.writeString(file, SCENARIO + "seed = 7\n");
        assertThatThrownBy(() -> resumed(begun.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.conf: expected the scenario that the sweep began with");
    }

    @Test
    void aChangedScenarioIsNotMixedIntoASweep() throws IOException {
        Sweep<TrainingSummary> begun = Sweep.create(plan("1,2"), KIND, out);
        Files.writeString(file, SCENARIO.replace("[4]", "[8]"));
        assertThatThrownBy(() -> resumed(begun.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.conf: expected the scenario that the sweep began with");
    }

    @Test
    void aDamagedPlanIsRefused() throws IOException {
        Sweep<TrainingSummary> begun = Sweep.create(plan("1,2"), KIND, out);
        Path plan = begun.folder().resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace("\"jobs\"", "\"job\""));
        assertThatThrownBy(() -> resumed(begun.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("plan.json: expected scenario, jobs and runs");
        Files.writeString(plan, Files.readString(plan).replace("\"job\":1", "\"jobs\":0"));
        assertThatThrownBy(() -> resumed(begun.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("plan.json: expected at least one job");
    }
}
