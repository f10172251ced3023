package catallaxy.scenarios.file;

import catallaxy.agents.training.LearnerKind;
import catallaxy.agents.training.LearnerKinds;
import catallaxy.agents.training.LearnerSpec;
import java.util.Optional;

/** Reads the settings of a registered learner; the keys are the components of its record, in lower case with hyphens. */
final class LearnerReader {
    private LearnerReader() {}

    /** The learner of a known name; empty after noting what is wrong. */
    static Optional<? extends LearnerSpec<?>> read(String algorithm, Section section) {
        return read(LearnerKinds.registered().kind(algorithm).orElseThrow(), section);
    }

    private static <C extends Record> Optional<LearnerSpec<C>> read(LearnerKind<C> kind, Section section) {
        return RecordReader.PLAIN.read(section, kind.config()).map(config -> new LearnerSpec<>(kind, config));
    }
}
