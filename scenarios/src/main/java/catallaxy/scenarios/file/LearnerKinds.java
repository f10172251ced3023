package catallaxy.scenarios.file;

import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.Ddpg;
import catallaxy.agents.algorithm.Dqn;
import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.algorithm.Rainbow;
import catallaxy.agents.algorithm.Td3;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.training.LearnerSpec;
import java.util.List;
import java.util.Optional;

/** The learners that a scenario can name; the keys of each are the components of its settings, in lower case with hyphens. */
final class LearnerKinds {
    private LearnerKinds() {}

    static Optional<? extends LearnerSpec> read(String algorithm, Section section) {
        return switch (algorithm) {
            case "a2c" -> settings(section, A2c.Config.class).map(LearnerSpec.OfA2c::new);
            case "ddpg" -> settings(section, Ddpg.Config.class).map(LearnerSpec.OfDdpg::new);
            case "dqn" -> settings(section, Dqn.Config.class).map(LearnerSpec.OfDqn::new);
            case "ppo" -> settings(section, Ppo.Config.class).map(LearnerSpec.OfPpo::new);
            case "rainbow" -> settings(section, Rainbow.Config.class).map(LearnerSpec.OfRainbow::new);
            case "td3" -> settings(section, Td3.Config.class).map(LearnerSpec.OfTd3::new);
            default -> throw new IllegalStateException(algorithm);
        };
    }

    /** The algorithms that can give such actions. */
    static List<String> giving(ActionSpace actions) {
        return switch (actions) {
            case ActionSpace.Continuous _ -> List.of("a2c", "ddpg", "ppo", "td3");
            case ActionSpace.Discrete _ -> List.of("a2c", "dqn", "ppo", "rainbow");
        };
    }

    private static <T extends Record> Optional<T> settings(Section section, Class<T> type) {
        return RecordReader.read(section, type, RecordReader::kebab);
    }
}
