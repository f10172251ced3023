package catallaxy.scenarios.file;

import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.training.LearnerSpec;
import java.util.Optional;

/** The learners that a scenario can name; the keys of each are the components of its settings, in lower case with hyphens. */
final class LearnerKinds {
    private LearnerKinds() {}

    static Optional<? extends LearnerSpec> read(String algorithm, Section section) {
        return switch (algorithm) {
            case "a2c" -> settings(section, A2c.Config.class).map(LearnerSpec.OfA2c::new);
            case "ppo" -> settings(section, Ppo.Config.class).map(LearnerSpec.OfPpo::new);
            default -> throw new IllegalStateException(algorithm);
        };
    }

    private static <T extends Record> Optional<T> settings(Section section, Class<T> type) {
        return RecordReader.read(section, type, RecordReader::kebab);
    }
}
