package catallaxy.agents.training;

import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.Ppo;

/** Which algorithm learns, with its settings. */
public sealed interface LearnerSpec {
    /** Name of the algorithm in scenario files and results. */
    String algorithm();

    /** Advantage actor–critic. */
    record OfA2c(A2c.Config config) implements LearnerSpec {
        @Override
        public String algorithm() {
            return "a2c";
        }
    }

    /** Proximal policy optimisation. */
    record OfPpo(Ppo.Config config) implements LearnerSpec {
        @Override
        public String algorithm() {
            return "ppo";
        }
    }
}
