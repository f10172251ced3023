package catallaxy.scenarios.bridge;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.policy.AgentCreationException;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.training.Experiment;
import catallaxy.scenarios.training.Stage;
import catallaxy.scenarios.training.Trained;
import catallaxy.scenarios.training.TrainedIn;
import catallaxy.scenarios.training.TrainingProgram;
import catallaxy.scenarios.training.TrainingRequest;
import catallaxy.scenarios.training.TrainingRun;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What learners in Python are wanted for. Immutable. */
sealed interface LearningOrder {
    /** What they learn, or have learned, before they are bound. */
    Experiment experiment();

    /** Of that training. */
    long seed();

    /**
     * Does it.
     *
     * @param program with learners that are bound
     * @throws UserError if it cannot be done, or is stopped
     */
    TrainingSummary done(TrainingProgram program, TrainingWatch watch);

    /**
     * What a request asks for: {@code task} is train, resume or evaluate.
     *
     * @throws UserError if it is none, or what it names is not there (usage)
     */
    static LearningOrder of(BridgeRequest request, BridgeHost host) {
        Map<String, String> settings = host.settings(request.texts("settings"));
        return switch (request.text("task")) {
            case "train" ->
                Train.of(
                        Experiment.read(
                                host.file(request.text("scenario")), seating(settings, request.texts("agents"))),
                        request.optionalNumber("seed"),
                        Path.of(request.text("out")));
            case "resume" -> {
                Path folder = Path.of(request.text("folder"));
                yield new Resume(folder, TrainedIn.of(folder));
            }
            case "evaluate" -> evaluation(request, host, settings);
            default -> throw Bridged.unknown(request.text("task"));
        };
    }

    private static Evaluate evaluation(BridgeRequest request, BridgeHost host, Map<String, String> settings) {
        Path place = Path.of(request.text("folder"));
        Optional<Path> scenario = Optional.of(request.textOrEmpty("scenario"))
                .filter(name -> !name.isEmpty())
                .map(host::file);
        return new Evaluate(
                place,
                TrainedIn.of(place),
                new Stage(scenario, settings),
                Math.toIntExact(request.number("episodes")),
                request.number("seed"));
    }

    /** The settings that put learners of Python into seats. */
    private static Map<String, String> seating(Map<String, String> settings, List<String> agents) {
        Map<String, String> seating = new LinkedHashMap<>(settings);
        for (String agent : agents) {
            String key = agent.isEmpty() ? "learner" : "learners." + agent + ".algorithm";
            if (seating.put(key, "python") != null) {
                throw UserError.usage(key + ": expected none, since that learner is in Python");
            }
        }
        return seating;
    }

    /**
     * A training from its beginning.
     *
     * @param parent folder below which the run folder is made
     */
    record Train(Experiment experiment, long seed, Path parent) implements LearningOrder {
        /** @param seed none for the scenario's */
        static Train of(Experiment experiment, OptionalLong seed, Path parent) {
            return new Train(experiment, seed.orElse(experiment.seed()), parent);
        }

        @Override
        public TrainingSummary done(TrainingProgram program, TrainingWatch watch) {
            try {
                return TrainingRun.begin(new TrainingRequest(experiment, seed, parent, program), watch);
            } catch (IOException failed) {
                throw unwritable(parent, failed);
            }
        }
    }

    /** A training from its newest checkpoint. */
    record Resume(Path folder, TrainedIn begun) implements LearningOrder {
        @Override
        public Experiment experiment() {
            return begun.experiment();
        }

        @Override
        public long seed() {
            return begun.seed();
        }

        @Override
        public TrainingSummary done(TrainingProgram program, TrainingWatch watch) {
            try {
                return TrainingRun.resume(folder, program, watch);
            } catch (IOException failed) {
                throw unwritable(folder, failed);
            }
        }
    }

    /**
     * New episodes of what was learned.
     *
     * @param place        a checkpoint's folder, or a run folder
     * @param episodeSeeds the seed of the episodes
     */
    record Evaluate(Path place, TrainedIn begun, Stage stage, int episodes, long episodeSeeds)
            implements LearningOrder {
        private static final int MOST_EPISODES = 10_000_000;

        public Evaluate {
            if (episodes < 1 || episodes > MOST_EPISODES) {
                throw UserError.usage("episodes: expected 1 to " + MOST_EPISODES + ", found " + episodes);
            }
        }

        @Override
        public Experiment experiment() {
            return begun.experiment();
        }

        @Override
        public long seed() {
            return begun.seed();
        }

        @Override
        public TrainingSummary done(TrainingProgram program, TrainingWatch watch) {
            LearnerBinding learners = program.learners();
            try (Trained trained = Trained.load(place, stage, program.userClasses(), learners)) {
                trained.warnings().forEach(warning -> watch.note("warning: " + warning));
                trained.notes().forEach(watch::note);
                return trained.evaluation(episodes, episodeSeeds);
            } catch (AgentCreationException unusable) {
                throw UserError.usage(String.valueOf(unusable.getMessage()));
            } catch (AgentFailedException agent) {
                throw agent.getCause() instanceof UserError known ? known : agent;
            }
        }
    }

    private static UserError unwritable(Path folder, IOException failed) {
        return UserError.failed("cannot read or write " + folder + ": " + FileFault.text(failed), failed);
    }
}
