package catallaxy.scenarios.training;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Problem;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a scenario has to train: one learner in a problem, or all learners of a market. Immutable. */
public sealed interface Experiment {
    /** A learner in a problem. */
    record OfProblem(TrainingScenario scenario) implements Experiment {
        @Override
        public String name() {
            return scenario.name();
        }

        @Override
        public List<Problem> warnings() {
            return List.of();
        }

        @Override
        public long seed() {
            return scenario.seed();
        }

        @Override
        public String configDigest() {
            return scenario.configDigest();
        }

        @Override
        public Map<String, Object> begin(long seed, Path parent, TrainingProgram program, TrainingWatch watch)
                throws IOException {
            return TrainingRun.begin(
                    new TrainingRequest(scenario, seed, parent, program.command(), program.version()), watch);
        }
    }

    /** The learners of a market, of whom there is at least one. */
    record OfMarket(Scenario scenario) implements Experiment {
        public OfMarket {
            if (scenario.learners().isEmpty()) {
                throw UserError.usage(scenario.source()
                        + ": expected learners to train, such as learners.AGENT { algorithm = ppo }, found none");
            }
        }

        @Override
        public String name() {
            return scenario.market().name();
        }

        @Override
        public List<Problem> warnings() {
            return scenario.warnings();
        }

        @Override
        public long seed() {
            return scenario.seed();
        }

        @Override
        public String configDigest() {
            return scenario.configDigest();
        }

        @Override
        public Map<String, Object> begin(long seed, Path parent, TrainingProgram program, TrainingWatch watch)
                throws IOException {
            return MarketTrainingRun.begin(
                    new MarketTrainingRequest(
                            scenario, seed, parent, program.command(), program.version(), program.userClasses()),
                    watch);
        }
    }

    /**
     * Reads a scenario.
     *
     * @param settings that replace the scenario's
     * @throws UserError if it is no valid scenario, or has nobody to train (usage)
     */
    static Experiment read(Path file, Map<String, String> settings) {
        return TrainingReader.isTraining(file, settings)
                ? new OfProblem(TrainingReader.read(file, settings))
                : new OfMarket(ScenarioReader.read(file, settings));
    }

    /**
     * Goes on with a run that was stopped or killed. The result is the one that it would have had.
     *
     * @param place the run folder
     * @return the summary; of a run that has ended already, the one it has
     * @throws UserError if there is no such run (usage), or no whole checkpoint is left of those it had (corrupt)
     */
    static Map<String, Object> resume(Path place, TrainingProgram program, TrainingWatch watch) throws IOException {
        return MarketTrainingRun.isAt(place)
                ? MarketTrainingRun.resume(place, program.userClasses(), watch)
                : TrainingRun.resume(place, watch);
    }

    /** The scenario's, in results. */
    String name();

    /** Values that may be used but are probably not what is wanted. */
    List<Problem> warnings();

    /** Of all chance, where the command line gives none. */
    long seed();

    /** 16 hexadecimal digits over all that determines a run but the seed. */
    String configDigest();

    /**
     * Trains.
     *
     * @param parent folder below which the run folder is made
     * @return the summary, as {@code summary.json} has it
     * @throws TrainingInterruptedException if the watch wanted that
     * @throws UserError                    if a learner does not fit, or the device is not there
     * @throws IOException                  if the run folder cannot be written
     */
    Map<String, Object> begin(long seed, Path parent, TrainingProgram program, TrainingWatch watch) throws IOException;
}
