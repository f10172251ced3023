package catallaxy.scenarios.evolution;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.EvolutionReader;
import catallaxy.scenarios.file.EvolutionScenario;
import catallaxy.scenarios.folder.EvolutionSummary;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.training.TrainingInterruptedException;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One evolution in its folder, from its first generation or from its newest saved state to the end. What it finds is a function of
 * scenario and seed, however often it was killed and on how many threads it went on.
 */
public final class EvolutionRun {
    private static final double NANOS = 1e9;
    private static final double SECONDS_BETWEEN_STATES = 10;

    private final EvolutionScenario scenario;
    private final EvolvableProblem problem;
    private final EvolutionFolder folder;
    private final TrainingWatch watch;
    private double secondsBefore;
    private long begunNanos;

    private EvolutionRun(
            EvolutionScenario scenario, EvolvableProblem problem, EvolutionFolder folder, TrainingWatch watch) {
        this.scenario = scenario;
        this.problem = problem;
        this.folder = folder;
        this.watch = watch;
    }

    /**
     * Evolves.
     *
     * @return the summary, as {@code summary.json} has it
     * @throws TrainingInterruptedException if the watch wanted that
     * @throws UserError                    if the method cannot search for what the problem wants (usage)
     * @throws IOException                  if the run folder cannot be written
     */
    public static EvolutionSummary begin(EvolutionRequest request, TrainingWatch watch) throws IOException {
        try (OpenProblem open = OpenProblem.of(request.scenario(), request.userClasses())) {
            EvolutionFolder folder = EvolutionFolder.begin(request);
            return new EvolutionRun(request.scenario(), open.problem(), folder, watch).recorded();
        }
    }

    /** Whether a folder is that of an evolution. */
    public static boolean isAt(Path place) {
        return EvolutionFolder.isAt(place);
    }

    /**
     * Goes on with an evolution that was stopped or killed. The result is the one that it would have had.
     *
     * @param place       the run folder
     * @param userClasses where agents of the user's own are found
     * @return the summary; of one that has ended already, the one it has
     * @throws UserError if its files are damaged (corrupt)
     */
    public static EvolutionSummary resume(Path place, ClassLoader userClasses, TrainingWatch watch) throws IOException {
        EvolutionFolder folder = EvolutionFolder.read(place);
        EvolutionScenario scenario = EvolutionReader.read(folder.files().scenario(), Map.of());
        folder.requireDigest(scenario.file().configDigest());
        if (folder.completed()) {
            watch.note(place + " has ended already");
            return folder.summary();
        }
        try (OpenProblem open = OpenProblem.of(scenario, userClasses)) {
            return new EvolutionRun(scenario, open.problem(), folder, watch).recorded();
        }
    }

    private EvolutionSummary recorded() throws IOException {
        EvolutionSummary summary = folder.recorded(() -> evolved(scenario.spec().setup(problem, folder.seed())));
        Report.write(
                List.of(folder.files().folder()),
                Optional.empty(),
                folder.files().report());
        return summary;
    }

    private <C> EvolutionSummary evolved(SearchSetup<C> setup) throws IOException {
        try (FitnessEvaluator evaluator =
                new FitnessEvaluator(scenario.spec().settings().workers())) {
            Evolution<C> evolution = new Evolution<>(setup, scenario.spec().plan(), folder.seed(), evaluator);
            load(evolution);
            begunNanos = System.nanoTime();
            try (EvolutionJournal journal =
                    new EvolutionJournal(folder, scenario, setup.task(), watch, evolution.trials())) {
                evolve(evolution, journal);
            }
            double seconds = seconds();
            return new ScoredSolutions<>(scenario, problem, folder, setup).summary(evolution, seconds);
        }
    }

    private void load(Evolution<?> evolution) throws IOException {
        StateFile state = folder.state();
        if (!state.exists()) {
            return;
        }
        try {
            state.read(in -> read(evolution, in));
        } catch (CorruptStateException damaged) {
            throw UserError.corrupt(state.file() + ": " + damaged.getMessage());
        }
        watch.note("resuming at generation " + evolution.generation());
    }

    private void read(Evolution<?> evolution, StateReader in) {
        secondsBefore = in.float64();
        evolution.load(in);
    }

    private void evolve(Evolution<?> evolution, EvolutionJournal journal) throws IOException {
        double saved = seconds();
        while (evolution.step()) {
            journal.generation(evolution.generation(), evolution.trials(), seconds(), evolution::found);
            boolean stop = watch.interrupted();
            if (stop || due(evolution.generation(), saved)) {
                save(evolution);
                saved = seconds();
            }
            if (stop) {
                throw new TrainingInterruptedException(folder.files().folder());
            }
        }
        journal.last(evolution.generation(), evolution.trials(), seconds(), evolution.found());
        save(evolution);
    }

    private boolean due(long generation, double saved) {
        int every = scenario.spec().settings().checkpointEvery();
        return every > 0 ? generation % every == 0 : seconds() - saved > SECONDS_BETWEEN_STATES;
    }

    private void save(Evolution<?> evolution) throws IOException {
        folder.state().write(out -> write(evolution, out));
    }

    private void write(Evolution<?> evolution, StateWriter out) {
        out.float64(seconds());
        evolution.save(out);
    }

    /** Wall time so far, over all sessions. */
    private double seconds() {
        return secondsBefore + (System.nanoTime() - begunNanos) / NANOS;
    }
}
