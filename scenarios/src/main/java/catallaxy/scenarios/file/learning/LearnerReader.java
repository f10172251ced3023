package catallaxy.scenarios.file.learning;

import catallaxy.agents.training.LearnerKind;
import catallaxy.agents.training.LearnerKinds;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import java.util.Optional;

/** Reads the settings of a registered learner; the keys are the components of its record, in lower case with hyphens. */
public final class LearnerReader {
    private LearnerReader() {}

    /** The learner of a known name; empty after noting what is wrong. */
    public static Optional<? extends LearnerSpec<?>> read(String algorithm, Section section) {
        return read(LearnerKinds.registered().kind(algorithm).orElseThrow(), section);
    }

    private static <C extends Record> Optional<LearnerSpec<C>> read(LearnerKind<C> kind, Section section) {
        return RecordReader.PLAIN.read(section, kind.config()).map(config -> new LearnerSpec<>(kind, config));
    }
}
