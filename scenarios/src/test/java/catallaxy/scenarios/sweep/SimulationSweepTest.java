package catallaxy.scenarios.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.report.AgentFigures;
import catallaxy.scenarios.report.TableChoice;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of a short day of two-chains: what is run, on which luck, and what is kept of a sweep that was stopped. */
final class SimulationSweepTest {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
    private static final SimulationSweep KIND = new SimulationSweep();
    private static final ClassLoader CLASSES = SimulationSweepTest.class.getClassLoader();

    @TempDir
    Path out;

    private static SweepPlan plan(int jobs, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("duration", "4 m");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return SweepPlan.of(KIND, SCENARIO, jobs, TableChoice.NONE, settings, _ -> {});
    }

    /** Simulates, and remembers what it was asked to. */
    private static final class Asked implements SweepWorker<RunSummary> {
        private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
        private final Simulating simulating;

        Asked() {
            this(0);
        }

        /** @param stopped that run, counted from 1, is stopped at its first event */
        Asked(int stopped) {
            simulating = new Simulating("test", CLASSES, () -> asked.size() == stopped);
        }

        @Override
        public RunSummary begin(Task task) throws IOException {
            asked.add("begin " + task.settings().get("seed"));
            return simulating.begin(task);
        }

        @Override
        public RunSummary goOn(Task task, Path folder) throws IOException {
            asked.add("again " + task.settings().get("seed"));
            return simulating.goOn(task, folder);
        }
    }

    private static List<String> digests(List<SweepRun<RunSummary>> runs) {
        return runs.stream()
                .map(run -> run.result().orElseThrow().subject().digest())
                .toList();
    }

    @Test
    void eachRunIsTheRunOfItsSeedAndSettingsAlone() throws IOException {
        SweepPlan plan = plan(2, "seed", "1..3", "agents.maker.policy.gamma", "0.0005,0.01");
        List<SweepRun<RunSummary>> runs = Sweep.create(plan, KIND, out).run(new Asked(), _ -> {});
        assertThat(runs).hasSize(6);
        assertThat(digests(runs)).doesNotHaveDuplicates();
        for (SweepRun<RunSummary> run : runs) {
            Scenario scenario = ScenarioReader.read(SCENARIO, run.settings());
            RunRequest alone = new RunRequest(
                    scenario,
                    run.seed(),
                    DriverKind.ACTORS,
                    out.resolve("alone"),
                    "catallaxy run",
                    "test",
                    CLASSES,
                    OptionalLong.empty());
            assertThat(run.result().orElseThrow().subject().digest())
                    .isEqualTo(Simulation.run(alone, _ -> {}).subject().digest());
        }
    }

    @Test
    void howManyGoOnAtATimeChangesNothing() throws IOException {
        List<SweepRun<RunSummary>> one =
                Sweep.create(plan(1, "seed", "1..4"), KIND, out).run(new Asked(), _ -> {});
        List<SweepRun<RunSummary>> four =
                Sweep.create(plan(4, "seed", "1..4"), KIND, out).run(new Asked(), _ -> {});
        assertThat(digests(four)).isEqualTo(digests(one));
        assertThat(four).extracting(SweepRun::seed).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void runsThatDifferInTheirSeedAreOneGroup() throws IOException {
        SweepPlan plan = plan(2, "seed", "1,2", "agents.maker.policy.gamma", "0.0005,0.01");
        List<SweepRun<RunSummary>> runs = Sweep.create(plan, KIND, out).run(new Asked(), _ -> {});
        assertThat(runs)
                .extracting(SweepRun::group)
                .containsExactly(
                        "agents.maker.policy.gamma=0.0005",
                        "agents.maker.policy.gamma=0.01",
                        "agents.maker.policy.gamma=0.0005",
                        "agents.maker.policy.gamma=0.01");
        assertThat(runs.getFirst().settings()).containsEntry("duration", "4 m").containsEntry("seed", "1");
    }

    @Test
    void aStoppedSweepKeepsWhatHasEndedAndDoesTheRestAnew() throws IOException {
        List<String> whole =
                digests(Sweep.create(plan(1, "seed", "1..3"), KIND, out).run(new Asked(), _ -> {}));
        Sweep<RunSummary> stopped = Sweep.create(plan(1, "seed", "1..3"), KIND, out);
        Asked first = new Asked(2);
        assertThatThrownBy(() -> stopped.run(first, _ -> {}))
                .isInstanceOf(SweepInterruptedException.class)
                .hasMessageContaining("catallaxy resume " + stopped.folder());
        assertThat(first.asked).containsExactly("begin 1", "begin 2");
        assertThat(folders(stopped.folder())).hasSize(2);

        Asked rest = new Asked();
        List<SweepRun<RunSummary>> resumed = Sweep.resume(stopped.folder(), SweepPlan.in(stopped.folder()), KIND)
                .run(rest, _ -> {});
        assertThat(digests(resumed)).isEqualTo(whole);
        assertThat(rest.asked).containsExactly("again 2", "begin 3");
        assertThat(folders(stopped.folder())).hasSize(3);
    }

    private static List<Path> folders(Path sweep) throws IOException {
        try (Stream<Path> entries = Files.list(sweep)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    /** As a kill between a run's manifest and its checksums leaves it. */
    @Test
    void aRunWithoutItsChecksumsIsDoneAnew() throws IOException {
        Sweep<RunSummary> ended = Sweep.create(plan(1, "seed", "1,2"), KIND, out);
        List<String> before = digests(ended.run(new Asked(), _ -> {}));
        Files.delete(folders(ended.folder()).getFirst().resolve("checksums.json"));
        Asked one = new Asked();
        List<SweepRun<RunSummary>> after =
                Sweep.resume(ended.folder(), SweepPlan.in(ended.folder()), KIND).run(one, _ -> {});
        assertThat(one.asked).hasSize(1);
        assertThat(digests(after)).isEqualTo(before);
        assertThat(folders(ended.folder()))
                .hasSize(2)
                .allMatch(each -> Files.isRegularFile(each.resolve("checksums.json")));
    }

    @Test
    void whatHasEndedIsTakenFromItsFolderWhereverThatLies() throws IOException {
        Sweep<RunSummary> ended = Sweep.create(plan(2, "seed", "1,2"), KIND, out);
        List<SweepRun<RunSummary>> before = ended.run(new Asked(), _ -> {});
        Path moved = Files.move(ended.folder(), out.resolve("moved"));
        Asked nothing = new Asked();
        List<SweepRun<RunSummary>> after =
                Sweep.resume(moved, SweepPlan.in(moved), KIND).run(nothing, _ -> {});
        assertThat(nothing.asked).isEmpty();
        assertThat(digests(after)).isEqualTo(digests(before));
        for (int run = 0; run < 2; run++) {
            assertThat(AgentFigures.of(after.get(run).result().orElseThrow()))
                    .isEqualTo(AgentFigures.of(before.get(run).result().orElseThrow()));
        }
        assertThat(after.getFirst().runFolder().orElseThrow()).startsWith(moved).isDirectory();
    }

    @Test
    void aRunThatCannotBeMadeFailsAlone() throws IOException {
        SweepPlan plan =
                plan(2, "seed", "1,2", "agents.maker.policy", "{kind=avellaneda-stoikov},{kind=class,class=x.Y}");
        Sweep<RunSummary> sweep = Sweep.create(plan, KIND, out);
        List<SweepRun<RunSummary>> runs = sweep.run(new Asked(), _ -> {});
        assertThat(runs.stream().map(run -> run.failure().isPresent())).containsExactly(false, true, false, true);
        assertThat(runs.get(1).failure().orElseThrow()).contains("x.Y");
        List<SweepRun<RunSummary>> seen = Sweep.ended(sweep.folder(), SweepPlan.in(sweep.folder()), KIND);
        assertThat(seen.stream().map(SweepRun::failure))
                .isEqualTo(runs.stream().map(SweepRun::failure).toList());
    }

    @Test
    void aSweepThatGoesOnHasRunsWithoutAnEnd() throws IOException {
        Sweep<RunSummary> begun = Sweep.create(plan(1, "seed", "1..3"), KIND, out);
        new Asked()
                .begin(new SweepWorker.Task(SCENARIO, begun.plan().runs().get(1).settings(), begun.folder()));
        List<SweepRun<RunSummary>> seen = Sweep.ended(begun.folder(), begun.plan(), KIND);
        assertThat(seen.stream().map(run -> run.result().isPresent())).containsExactly(false, true, false);
        assertThat(seen).allSatisfy(run -> assertThat(run.failure()).isEmpty());
    }

    @Test
    void aDamagedRunIsNotCounted() throws IOException {
        Sweep<RunSummary> ended = Sweep.create(plan(1, "seed", "1,2"), KIND, out);
        List<SweepRun<RunSummary>> runs = ended.run(new Asked(), _ -> {});
        Path summary = runs.getFirst().runFolder().orElseThrow().resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replaceFirst("\"pnl\":", "\"pnl\":1"));
        assertThatThrownBy(() -> Sweep.resume(ended.folder(), ended.plan(), KIND))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("summary.json");
    }

    @Test
    void theCommandOfARunMakesItAlone() throws IOException {
        SweepPlan plan = plan(1, "seed", "7");
        SweepRun<RunSummary> run =
                Sweep.create(plan, KIND, out).run(new Asked(), _ -> {}).getFirst();
        assertThat(run.runFolder().orElseThrow().resolve("command.txt"))
                .content()
                .isEqualTo("catallaxy run " + SCENARIO + " 'duration=4 m' seed=7\n");
    }
}
