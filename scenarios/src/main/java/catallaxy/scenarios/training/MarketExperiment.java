package catallaxy.scenarios.training;

import catallaxy.agents.driver.DecisionWatch;
import catallaxy.agents.market.MarketCourse;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.agents.training.TrainingProgress;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.file.learning.SeatLearnerSpec;
import catallaxy.scenarios.folder.DataNote;
import catallaxy.scenarios.folder.TrainingManifest;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.DataNotes;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The learners of a market, of whom there is at least one. */
final class MarketExperiment extends Experiment {
    private final Scenario scenario;
    private final LearnerBinding binding;

    /** @throws UserError if nobody learns (usage) */
    MarketExperiment(Scenario scenario) {
        this(scenario, LearnerBinding.NONE);
    }

    private MarketExperiment(Scenario scenario, LearnerBinding binding) {
        super(new Said(
                scenario.market().name(),
                scenario.file(),
                scenario.seed(),
                scenario.training().compute(),
                scenario.training().finalScore()));
        if (scenario.training().learners().isEmpty()) {
            throw UserError.usage(scenario.file().source()
                    + ": expected learners to train, such as learners.AGENT { algorithm = ppo }, found none");
        }
        this.scenario = scenario;
        this.binding = binding;
    }

    @Override
    public MarketExperiment bound(LearnerBinding chosen) {
        return new MarketExperiment(scenario.bound(chosen), chosen);
    }

    @Override
    String kind() {
        return TrainingManifest.MARKET;
    }

    @Override
    TrainingManifest.Subject subject(long seed) {
        return new TrainingManifest.Subject(
                name(),
                file().source(),
                "",
                "",
                scenario.training().learners().stream()
                        .map(SeatLearnerSpec::agent)
                        .toList(),
                data(),
                OptionalLong.of(seed),
                file().configDigest());
    }

    @Override
    String algorithm() {
        return scenario.training().learners().stream()
                .map(each -> each.learner().algorithm())
                .collect(Collectors.joining(", "));
    }

    @Override
    String problem() {
        return name();
    }

    @Override
    void requireAgents(ClassLoader userClasses) {
        Collection<String> misfits = AgentPlans.misfits(scenario, userClasses).values();
        if (!misfits.isEmpty()) {
            throw UserError.usage(String.join("\n", misfits));
        }
    }

    @Override
    Course course(long seed, Compute compute, ClassLoader userClasses) {
        try {
            return course(
                    scenario, scenario.training().learners(), AgentPlans.agents(scenario, userClasses), seed, compute);
        } catch (IllegalArgumentException other) {
            throw UserError.usage("learners: " + other.getMessage());
        }
    }

    @Override
    TrainingPlan plan(Course course) {
        return scenario.training().plan(((MarketCourse) course).stepsOfRound());
    }

    @Override
    List<String> idle(Course course) {
        MarketCourse market = (MarketCourse) course;
        return scenario.training().learners().stream()
                .flatMap(each -> each.learner().idle(market.plannedSteps(each.agent()), market.worldsOfEach()).stream()
                        .map(why -> each.agent() + ": " + why))
                .toList();
    }

    /** On a thread that is left behind with an agent that hangs. */
    @Override
    TrainingSummary watched(Compute compute, Supplier<TrainingSummary> training) {
        return DecisionWatch.over(scenario.faultRule().decisionTimeoutNanos(), () -> {
            compute.takeOver();
            return training.get();
        });
    }

    @Override
    Trained trained(Path checkpoint, ClassLoader userClasses) {
        return TrainedMarket.load(checkpoint, AgentPlans.agents(scenario, userClasses), scenario, binding);
    }

    @Override
    double rounds(TrainingProgress progress) {
        return (double) progress.episodes() / scenario.training().rounds().worlds();
    }

    @Override
    double worlds() {
        return scenario.training().rounds().worlds();
    }

    @Override
    List<DataNote> data() {
        return DataNotes.notes(scenario);
    }

    /** A key of a scenario that keeps learners from being trained, and why. */
    record Misfit(String key, String message) {}

    /** What keeps some learners of a scenario from being trained; none if they can be. */
    static Optional<Misfit> misfit(
            Scenario scenario, List<SeatLearnerSpec> learners, MarketAgents agents, Compute compute) {
        String key = learners.size() == 1 ? "learners." + learners.getFirst().agent() : "learners";
        try (Course _ = course(scenario, learners, agents, scenario.seed(), compute)) {
            return Optional.empty();
        } catch (RolloutLengthException length) {
            return Optional.of(new Misfit(key + ".settings.rollout-length", length.expectation));
        } catch (IllegalArgumentException other) {
            return Optional.of(new Misfit(key, String.valueOf(other.getMessage())));
        }
    }

    /** A rollout that does not fit the decisions of a round. */
    private static final class RolloutLengthException extends IllegalArgumentException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String expectation;

        private RolloutLengthException(String agent, String expectation) {
            super(agent + ".settings.rollout-length: " + expectation);
            this.expectation = expectation;
        }
    }

    private static Course course(
            Scenario scenario, List<SeatLearnerSpec> learners, MarketAgents agents, long seed, Compute compute) {
        List<SeatedLearner> seated = learners.stream()
                .map(each -> each.seated(task -> each.learner().create(task, compute)))
                .toList();
        MarketCourse course = new MarketCourse(
                agents, scenario.faultRule(), seated, scenario.training().rounds(), seed);
        for (SeatLearnerSpec each : learners) {
            requireWholeRollouts(each, course, scenario.training().rounds().rounds());
        }
        return course;
    }

    /** Training ends with whole rollouts, or its last round could not be saved. The course is closed where it does not. */
    private static void requireWholeRollouts(SeatLearnerSpec learner, MarketCourse course, int rounds) {
        long length = learner.learner().rolloutLength();
        long decisions = course.epochs(learner.agent());
        if (decisions * rounds % length != 0 || (decisions % length != 0 && length % decisions != 0)) {
            course.close();
            throw new RolloutLengthException(
                    learner.agent(),
                    "expected a divisor of its "
                            + decisions
                            + " decisions in a round, or a multiple that divides those of all rounds, found "
                            + length);
        }
    }
}
