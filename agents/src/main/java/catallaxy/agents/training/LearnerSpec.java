package catallaxy.agents.training;

import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.Ddpg;
import catallaxy.agents.algorithm.Dqn;
import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.algorithm.Rainbow;
import catallaxy.agents.algorithm.Td3;
import java.util.Optional;

/** Which algorithm learns, with its settings. */
public sealed interface LearnerSpec {
    /** Name of the algorithm in scenario files and results. */
    String algorithm();

    /** Transitions that it remembers; 0 without a replay buffer. */
    default int bufferSize() {
        return 0;
    }

    /**
     * Transitions up to the first update, in so many worlds; 0 where every training ends with one. A shorter training learns
     * nothing.
     */
    default long firstUpdate(int worlds) {
        return 0;
    }

    /** Why a training of so many transitions would learn nothing; empty where it learns. */
    default Optional<String> idle(long steps, int worlds) {
        long first = firstUpdate(worlds);
        return Math.ceilDiv(steps, worlds) * worlds >= first
                ? Optional.empty()
                : Optional.of(algorithm() + " learns nothing in " + steps + " steps: its first update is after " + first
                        + "; lower learning-starts or train for longer");
    }

    /** Advantage actor–critic. */
    record OfA2c(A2c.Config config) implements LearnerSpec {
        @Override
        public String algorithm() {
            return "a2c";
        }
    }

    /** Deep deterministic policy gradient. */
    record OfDdpg(Ddpg.Config config) implements LearnerSpec {
        @Override
        public String algorithm() {
            return "ddpg";
        }

        @Override
        public int bufferSize() {
            return config.deterministic().replay().bufferSize();
        }

        @Override
        public long firstUpdate(int worlds) {
            return config.deterministic().replay().firstUpdate(worlds);
        }
    }

    /** Deep Q-network. */
    record OfDqn(Dqn.Config config) implements LearnerSpec {
        @Override
        public String algorithm() {
            return "dqn";
        }

        @Override
        public int bufferSize() {
            return config.values().replay().bufferSize();
        }

        @Override
        public long firstUpdate(int worlds) {
            return config.values().replay().firstUpdate(worlds);
        }
    }

    /** Proximal policy optimisation. */
    record OfPpo(Ppo.Config config) implements LearnerSpec {
        @Override
        public String algorithm() {
            return "ppo";
        }
    }

    /** Deep Q-network with six improvements. */
    record OfRainbow(Rainbow.Config config) implements LearnerSpec {
        @Override
        public String algorithm() {
            return "rainbow";
        }

        @Override
        public int bufferSize() {
            return config.values().replay().bufferSize();
        }

        @Override
        public long firstUpdate(int worlds) {
            return config.values().replay().firstUpdate(worlds);
        }
    }

    /** Twin delayed deep deterministic policy gradient. */
    record OfTd3(Td3.Config config) implements LearnerSpec {
        @Override
        public String algorithm() {
            return "td3";
        }

        @Override
        public int bufferSize() {
            return config.deterministic().replay().bufferSize();
        }

        @Override
        public long firstUpdate(int worlds) {
            return config.deterministic().replay().firstUpdate(worlds);
        }
    }
}
