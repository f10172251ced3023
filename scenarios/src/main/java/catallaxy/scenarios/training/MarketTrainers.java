package catallaxy.scenarios.training;

import catallaxy.agents.market.LearnerEntry;
import catallaxy.agents.market.MarketTrainer;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.training.LearnerFactory;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingListener;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.SeatLearner;
import catallaxy.scenarios.run.AgentPlans;
import java.util.List;
import java.util.Optional;

/** Makes trainers of markets from scenarios. */
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
        try (MarketTrainer trainer = create(scenario, cast, request.seed(), compute, new RoundJournal())) {
            trainer.featureNames();
            return scenario.learners().stream()
                    .flatMap(each -> idle(each, scenario.training().plan().rounds(), trainer).stream())
                    .toList();
        }
    }

    private static Optional<String> idle(SeatLearner learner, int rounds, MarketTrainer trainer) {
        int worlds = trainer.worldsOfEach();
        return learner.learner()
                .idle(rounds * worlds * trainer.epochs(learner.agent()), worlds)
                .map(why -> learner.agent() + ": " + why);
    }

    /**
     * The trainer of a scenario's learners at its beginning.
     *
     * @throws UserError if a learner does not fit its seat
     */
    static MarketTrainer create(Scenario scenario, Cast cast, long seed, Compute compute, TrainingListener listener) {
        try {
            return withWholeRollouts(
                    scenario,
                    new MarketTrainer(
                            cast,
                            scenario.faultRule(),
                            entries(scenario, seed, compute),
                            scenario.training().plan(),
                            seed,
                            listener));
        } catch (IllegalArgumentException other) {
            throw UserError.usage("learners: " + other.getMessage());
        }
    }

    private static List<LearnerEntry> entries(Scenario scenario, long seed, Compute compute) {
        return scenario.learners().stream()
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
    private static MarketTrainer withWholeRollouts(Scenario scenario, MarketTrainer trainer) {
        for (SeatLearner each : scenario.learners()) {
            long length = each.rolloutLength();
            long decisions = trainer.epochs(each.agent());
            if (decisions * scenario.training().plan().rounds() % length != 0
                    || (decisions % length != 0 && length % decisions != 0)) {
                trainer.close();
                throw new IllegalArgumentException(each.agent() + ".settings.rollout-length: expected a divisor of its "
                        + decisions + " decisions in a round, or a multiple that divides those of all rounds, found "
                        + length);
            }
        }
        return trainer;
    }
}
