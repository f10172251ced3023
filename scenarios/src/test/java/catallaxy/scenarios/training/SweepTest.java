package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final String SCENARIO = """
            problem { kind = cart-pole }
            learner = ppo
            training { steps = 200, worlds = 2, evaluation-every = 100, evaluation-episodes = 2, final-episodes = 2 }
            learners { ppo { hidden = [4], rollout-length = 25, minibatch-size = 50, epochs = 1 } }
            """;

    @TempDir
    Path out;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(out.resolve("x.conf"), SCENARIO);
    }

    /** Trains, and remembers what it was asked to. */
    private static class Training implements Sweep.Worker {
        final List<String> asked = new ArrayList<>();

        @Override
        public Map<String, Object> train(Path scenario, Map<String, String> settings, Path parent) throws IOException {
            asked.add("train " + settings.get("seed"));
            TrainingScenario read = TrainingReader.read(scenario, settings);
            return TrainingRun.begin(
                    new TrainingRequest(read, read.seed(), parent, "sweep", "test"), TrainingWatch.SILENT);
        }

        @Override
        public Map<String, Object> resume(Path runFolder) throws IOException {
            asked.add("resume");
            return TrainingRun.resume(runFolder, TrainingWatch.SILENT);
        }
    }

    /** Trains nothing. */
    @FunctionalInterface
    private interface Pretence extends Sweep.Worker {
        Map<String, Object> train(String seed);

        @Override
        default Map<String, Object> train(Path scenario, Map<String, String> settings, Path parent) {
            return train(settings.getOrDefault("seed", ""));
        }

        @Override
        default Map<String, Object> resume(Path runFolder) {
            throw new AssertionError(runFolder + " was not begun");
        }
    }

    private SweepPlan plan(String seeds) {
        return SweepPlan.of(file, 1, Map.of("seed", seeds));
    }

    @Test
    void aRunThatFailsDoesNotStopTheOthers() throws IOException {
        Sweep sweep = Sweep.create(plan("1,2,3,4"), out);
        Pretence second = seed -> {
            if (seed.equals("2")) {
                throw UserError.usage("no");
            }
            return Map.of();
        };
        List<SweepRun> runs = sweep.run(second, done -> {});
        assertThat(runs.stream().map(run -> run.failure().isPresent())).containsExactly(false, true, false, false);
        assertThat(sweep.folder().resolve("sweep.json")).content().contains("failure");
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
            return Map.of();
        };
        assertThatThrownBy(() -> sweep.run(second, done -> {}))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("heap");
        assertThat(begun).containsExactly("1", "2");
    }

    @Test
    void anInterruptedSweepGoesOnToTheResultsOfTheUninterruptedOne() throws IOException {
        Sweep whole = Sweep.create(plan("1,2,3"), out.resolve("whole"));
        List<SweepRun> expected = whole.run(new Training(), done -> {});

        Sweep stopped = Sweep.create(plan("1,2,3"), out.resolve("stopped"));
        Training second = new Training() {
            @Override
            public Map<String, Object> train(Path scenario, Map<String, String> settings, Path parent)
                    throws IOException {
                if (settings.containsValue("2")) {
                    Path begun = Path.of(String.valueOf(
                            super.train(scenario, settings, parent).get("runFolder")));
                    damageEnd(begun);
                    throw new TrainingInterruptedException(begun);
                }
                return super.train(scenario, settings, parent);
            }
        };
        assertThatThrownBy(() -> stopped.run(second, done -> {}))
                .isInstanceOf(TrainingInterruptedException.class)
                .hasMessageContaining("catallaxy resume " + stopped.folder());
        assertThat(second.asked).containsExactly("train 1", "train 2");

        Training rest = new Training();
        List<SweepRun> resumed = Sweep.resume(stopped.folder()).run(rest, done -> {});
        assertThat(rest.asked).containsExactly("resume", "resume", "train 3");
        assertThat(resumed.stream().map(SweepRun::settings))
                .isEqualTo(expected.stream().map(SweepRun::settings).toList());
        assertThat(resumed.stream().map(SweepRun::score))
                .isEqualTo(expected.stream().map(SweepRun::score).toList());
    }

    /** Makes a run that has ended look like one that was killed after its first checkpoint. */
    private static void damageEnd(Path run) throws IOException {
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("completed", "running"));
        Files.delete(run.resolve("summary.json"));
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
    }
}
