package catallaxy.agents.training;

import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.Ddpg;
import catallaxy.agents.algorithm.Dqn;
import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.algorithm.Rainbow;
import catallaxy.agents.algorithm.Td3;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;

/** Makes learners from their settings. */
public final class LearnerFactory {
    private LearnerFactory() {}

    /**
     * A learner at its beginning.
     *
     * @param worlds     {@code N}
     * @param totalSteps planned, over all worlds
     * @param compute    stays open longer than the learner
     * @throws IllegalArgumentException if the algorithm cannot give such actions
     */
    public static Learner create(
            LearnerSpec spec,
            ObservationSpec observations,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        return switch (spec) {
            case LearnerSpec.OfA2c(A2c.Config config) ->
                new A2c(config, observations, actions, worlds, seed, totalSteps, compute);
            case LearnerSpec.OfDdpg(Ddpg.Config config) ->
                new Ddpg(config, observations, actions, worlds, seed, totalSteps, compute);
            case LearnerSpec.OfDqn(Dqn.Config config) ->
                new Dqn(config, observations, actions, worlds, seed, totalSteps, compute);
            case LearnerSpec.OfPpo(Ppo.Config config) ->
                new Ppo(config, observations, actions, worlds, seed, totalSteps, compute);
            case LearnerSpec.OfRainbow(Rainbow.Config config) ->
                new Rainbow(config, observations, actions, worlds, seed, totalSteps, compute);
            case LearnerSpec.OfTd3(Td3.Config config) ->
                new Td3(config, observations, actions, worlds, seed, totalSteps, compute);
        };
    }
}
