package catallaxy.scenarios.training;

import catallaxy.agents.market.LearnerEntry;
import catallaxy.agents.market.MarketCourse;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.training.LearnerFactory;
import catallaxy.agents.training.Trainer;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.SeatLearner;
import catallaxy.scenarios.run.AgentPlans;
import java.io.Serial;
import java.util.List;
import java.util.Optional;

/** Makes courses of markets from scenarios. */
final class MarketTrainers {
    private MarketTrainers() {}

    /**
     * Makes everything once before anything is written, so that what does not fit leaves no run folder behind.
     *
     * @return why which learners would learn nothing
     */
    static List<String> requireFit(MarketTrainingRequest request, Compute compute) {
        Scenario scenario = request.scenario();
        Cast cast = AgentPlans.cast(scenario, request.userClasses());
        try (MarketCourse course = create(scenario, cast, request.seed(), compute)) {
            return scenario.learners().stream()
                    .flatMap(each -> idle(each, course).stream())
                    .toList();
        }
    }

    private static Optional<String> idle(SeatLearner learner, MarketCourse course) {
        int worlds = course.worldsOfEach();
        return learner.learner()
                .idle(course.plannedSteps(learner.agent()), worlds)
                .map(why -> learner.agent() + ": " + why);
    }

    /**
     * The course of a scenario's learners at its beginning.
     *
     * @throws UserError if a learner does not fit its seat
     */
    static MarketCourse create(Scenario scenario, Cast cast, long seed, Compute compute) {
        try {
            return of(scenario, scenario.learners(), cast, seed, compute);
        } catch (IllegalArgumentException other) {
            throw UserError.usage("learners: " + other.getMessage());
        }
    }

    /** What keeps some learners of a scenario from being trained; none if they can be. */
    static Optional<Misfit> misfit(Scenario scenario, List<SeatLearner> learners, Cast cast, Compute compute) {
        String key = learners.size() == 1 ? "learners." + learners.getFirst().agent() : "learners";
        try (MarketCourse _ = of(scenario, learners, cast, scenario.seed(), compute)) {
            return Optional.empty();
        } catch (RolloutLengthException length) {
            return Optional.of(new Misfit(key + ".settings.rollout-length", length.expectation));
        } catch (IllegalArgumentException other) {
            return Optional.of(new Misfit(key, String.valueOf(other.getMessage())));
        }
    }

    /** A key of a scenario that keeps learners from being trained, and why. */
    record Misfit(String key, String message) {}

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

    private static MarketCourse of(
            Scenario scenario, List<SeatLearner> learners, Cast cast, long seed, Compute compute) {
        return withWholeRollouts(
                scenario,
                learners,
                new MarketCourse(
                        cast,
                        scenario.faultRule(),
                        entries(learners, seed, compute),
                        scenario.training().rounds(),
                        seed));
    }

    private static List<LearnerEntry> entries(List<SeatLearner> learners, long seed, Compute compute) {
        return learners.stream()
                .map(each -> each.entry((observations, actions, worlds, steps) -> LearnerFactory.create(
                        each.learner(),
                        observations,
                        actions,
                        worlds,
                        Trainer.derivedSeed(seed, "learner/" + each.agent()),
                        steps,
                        compute)))
                .toList();
    }

    /** Training ends with whole rollouts, or its last round could not be saved. */
    private static MarketCourse withWholeRollouts(Scenario scenario, List<SeatLearner> learners, MarketCourse course) {
        for (SeatLearner each : learners) {
            long length = each.rolloutLength();
            long decisions = course.epochs(each.agent());
            if (decisions * scenario.training().rounds().rounds() % length != 0
                    || (decisions % length != 0 && length % decisions != 0)) {
                course.close();
                throw new RolloutLengthException(
                        each.agent(),
                        "expected a divisor of its "
                                + decisions
                                + " decisions in a round, or a multiple that divides those of all rounds, found "
                                + length);
            }
        }
        return course;
    }
}
