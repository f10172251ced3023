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

class SweepTest {
    private static final String SCENARIO = """
        problem { kind = cart-pole }
        learner = ppo
        training { steps = 400, worlds = 2, measure-every = 50, checkpoint-every = 100, evaluation-episodes = 2, final-episodes = 2 }
        learners { ppo { hidden = [4], rollout-length = 25, minibatch-size = 50, epochs = 1 } }
        """;

    private static final TrainingProgram PROGRAM =
            new TrainingProgram("catallaxy sweep", "test", SweepTest.class.getClassLoader());

    private static final TrainingSummary SUMMARY = SmallScores.summary(SmallScores.NONE);

    @TempDir
    Path out;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(out.resolve("x.conf"), SCENARIO);
    }

    /** Trains, stops one seed midway, and remembers what it was asked to. */
    private static final class Training implements Sweep.Worker {
        final List<String> asked = new ArrayList<>();
        private final String stopped;

        Training(String stopped) {
            this.stopped = stopped;
        }

        @Override
        public TrainingSummary train(Path scenario, Map<String, String> settings, Path parent) throws IOException {
            asked.add("train " + settings.get("seed"));
            Experiment read = Experiment.read(scenario, settings);
            boolean stops = stopped.equals(settings.get("seed"));
            return TrainingRun.begin(
                    new TrainingRequest(read, read.seed(), parent, PROGRAM),
                    stops ? ShortTraining.at(200, () -> {}, true) : TrainingWatch.SILENT);
        }

        @Override
        public TrainingSummary resume(Path runFolder) throws IOException {
            asked.add("resume " + TrainingRecord.read(runFolder).seed());
            return TrainingRun.resume(runFolder, PROGRAM, TrainingWatch.SILENT);
        }
    }

    /** Trains nothing. */
    @FunctionalInterface
    private interface Pretence extends Sweep.Worker {
        TrainingSummary train(String seed);

        @Override
        default TrainingSummary train(Path scenario, Map<String, String> settings, Path parent) {
            return train(settings.getOrDefault("seed", ""));
        }

        @Override
        default TrainingSummary resume(Path runFolder) {
            throw new AssertionError(runFolder + " was not begun");
        }
    }

    private SweepPlan plan(String seeds) {
        return SweepPlan.of(file, 1, Map.of("seed", seeds), _ -> {});
    }

    @Test
    void aRunThatFailsDoesNotStopTheOthers() throws IOException {
        Sweep sweep = Sweep.create(plan("1,2,3,4"), out);
        Pretence second = seed -> {
            if (seed.equals("2")) {
                throw UserError.usage("no");
            }
            return SUMMARY;
        };
        List<SweepRun> runs = sweep.run(second, done -> {});
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
        List<SweepRun> runs = Sweep.create(plan("1,2,3,4"), out).run(third, done -> {});
        List<MeasuredBoard> boards =
                MeasuredBoard.of(runs.stream().map(SweepRun::entrant).toList());
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
                        file, 1, Map.of(setting.substring(0, equals), setting.substring(equals + 1)), _ -> {}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("found one run twice")
                .hasMessageContaining("are the same scenario with the same seed");
    }

    @Test
    void settingsOfALearnerThatIsNotThereMakeNoSecondRun() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("learner", "ppo,a2c");
        settings.put("learners.ppo.epochs", "1,2");
        assertThatThrownBy(() -> SweepPlan.of(file, 1, settings, _ -> {}))
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
        Sweep sweep = Sweep.create(plan("1,2,3,4"), out);
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
        List<SweepRun> expected =
                Sweep.create(plan("1,2,3"), out.resolve("whole")).run(new Training(""), done -> {});

        Sweep stopped = Sweep.create(plan("1,2,3"), out.resolve("stopped"));
        goesOnTo(expected, stopped);
    }

    @Test
    void soDoesASweepOfAMarket() throws IOException {
        List<SweepRun> expected =
                Sweep.create(market("1,2,3"), out.resolve("whole")).run(new Training(""), done -> {});
        goesOnTo(expected, Sweep.create(market("1,2,3"), out.resolve("stopped")));
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
        return SweepPlan.of(scenario, 1, settings, _ -> {});
    }

    @Test
    void eachLearnerOfAMarketHasItsScores() throws IOException {
        SweepRun run =
                Sweep.create(market("4"), out).run(new Training(""), done -> {}).getFirst();
        assertThat(run.scores())
                .extracting(RunScore::measure, RunScore::agent)
                .containsExactly(
                        tuple(ScoreMeasure.OVER_BASELINE, "maker"), tuple(ScoreMeasure.TRADING_OVER_BASELINE, "maker"));
        TrainingSummary summary = run.summary().orElseThrow();
        assertThat(summary.subject().seed()).hasValue(4);
        assertThat(summary.score().learners().getFirst().overBaseline().reward().mean())
                .isEqualTo(run.scores().getFirst().value());
    }

    @Test
    void trainingsAreScoredOnDaysOfTheirOwnUnlessASeedOfTheseIsGiven() throws IOException {
        List<SweepRun> own = Sweep.create(market("4,5"), out.resolve("own")).run(new Training(""), done -> {});
        List<SweepRun> same =
                Sweep.create(market("4,5", "-9"), out.resolve("same")).run(new Training(""), done -> {});
        assertThat(own.stream().map(SweepTest::baseline)).doesNotHaveDuplicates();
        assertThat(same.stream().map(SweepTest::baseline).distinct()).hasSize(1);
        assertThat(same.stream().map(SweepRun::scores)).doesNotHaveDuplicates();
    }

    private static TrainingScore.Baseline baseline(SweepRun run) {
        return run.summary().orElseThrow().score().learners().getFirst().baseline();
    }

    @Test
    void commasWithinValuesDoNotSeparateThem() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("a", "[1,2], [3]");
        settings.put("b", "{x=1,y=[2,3]},\"p,{q\",");
        assertThat(SweepPlan.combinations(settings))
                .extracting(each -> each.get("a") + " " + each.get("b"))
                .containsExactly(
                        "[1,2] {x=1,y=[2,3]}", "[1,2] \"p,{q\"", "[1,2] ", "[3] {x=1,y=[2,3]}", "[3] \"p,{q\"", "[3] ");
    }

    private static void goesOnTo(List<SweepRun> expected, Sweep stopped) throws IOException {
        Training first = new Training("2");
        assertThatThrownBy(() -> stopped.run(first, done -> {}))
                .isInstanceOf(TrainingInterruptedException.class)
                .hasMessageContaining("catallaxy resume " + stopped.folder());
        assertThat(first.asked).containsExactly("train 1", "train 2");
        leavePartialFolder(stopped.folder());

        Training rest = new Training("");
        List<SweepRun> resumed = Sweep.resume(stopped.folder()).run(rest, done -> {});
        assertThat(rest.asked).containsExactly("resume 2", "train 3");
        assertThat(resumed.stream().map(SweepRun::settings))
                .isEqualTo(expected.stream().map(SweepRun::settings).toList());
        for (int i = 0; i < 3; i++) {
            assertThat(weights(resumed.get(i))).isEqualTo(weights(expected.get(i)));
            assertThat(resumed.get(i).scores())
                    .isEqualTo(expected.get(i).scores())
                    .isNotEmpty();
        }
    }

    private static byte[] weights(SweepRun run) throws IOException {
        return Files.readAllBytes(
                Path.of(run.summary().orElseThrow().place().checkpoint()).resolve("tensors.safetensors"));
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
        Sweep ended = Sweep.create(plan("1,2"), out);
        List<SweepRun> before = ended.run(new Training(""), done -> {});
        Path moved = Files.move(ended.folder(), out.resolve("moved"));
        Training nothing = new Training("");
        List<SweepRun> after = Sweep.resume(moved).run(nothing, done -> {});
        assertThat(nothing.asked).isEmpty();
        assertThat(after.stream().map(SweepRun::scores))
                .isEqualTo(before.stream().map(SweepRun::scores).toList());
        assertThat(after.getFirst().runFolder().orElseThrow()).startsWith(moved).isDirectory();
        assertThat(weights(after.getFirst())).isNotEmpty();
    }

    @Test
    void aSweepHasOneProcessAtATime() throws IOException {
        Sweep sweep = Sweep.create(plan("1,2"), out);
        try (FolderLock _ = FolderLock.of(sweep.folder())) {
            assertThatThrownBy(() -> sweep.run(new Training(""), done -> {}))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("is being trained already");
        }
    }

    @Test
    void aRunThatIsBeingTrainedIsNotResumed() throws IOException {
        Sweep sweep = Sweep.create(plan("1"), out);
        assertThatThrownBy(() -> sweep.run(new Training("1"), done -> {}))
                .isInstanceOf(TrainingInterruptedException.class);
        Path run;
        try (Stream<Path> entries = Files.list(sweep.folder())) {
            run = entries.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        try (FolderLock _ = FolderLock.of(run)) {
            List<SweepRun> runs = Sweep.resume(sweep.folder()).run(new Training(""), done -> {});
            assertThat(runs.getFirst().failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("is being trained already"));
        }
        assertThat(Sweep.resume(sweep.folder())
                        .run(new Training(""), done -> {})
                        .getFirst()
                        .failure())
                .isEmpty();
    }

    @Test
    void aChangedSeedIsAChangedScenario() throws IOException {
        Sweep begun = Sweep.create(SweepPlan.of(file, 1, Map.of(), _ -> {}), out);
        Files.writeString(file, SCENARIO + "seed = 7\n");
        assertThatThrownBy(() -> Sweep.resume(begun.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.conf: expected the scenario that the sweep began with");
    }

    @Test
    void aChangedScenarioIsNotMixedIntoASweep() throws IOException {
        Sweep begun = Sweep.create(plan("1,2"), out);
        Files.writeString(file, SCENARIO.replace("[4]", "[8]"));
        assertThatThrownBy(() -> Sweep.resume(begun.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.conf: expected the scenario that the sweep began with");
    }

    @Test
    void aDamagedPlanIsRefused() throws IOException {
        Sweep begun = Sweep.create(plan("1,2"), out);
        Path plan = begun.folder().resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace("\"jobs\"", "\"job\""));
        assertThatThrownBy(() -> Sweep.resume(begun.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("plan.json: expected scenario, jobs and runs");
        Files.writeString(plan, Files.readString(plan).replace("\"job\":1", "\"jobs\":0"));
        assertThatThrownBy(() -> Sweep.resume(begun.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("plan.json: expected at least one job");
    }
}
