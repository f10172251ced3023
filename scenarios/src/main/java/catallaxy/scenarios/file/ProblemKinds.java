package catallaxy.scenarios.file;

import catallaxy.agents.problem.ProblemSpec;
import java.util.Optional;

/**
 * The problems that a scenario can name: the records of {@link ProblemSpec}, each by its own name in lower case with hyphens
 * and without {@code Problem}. The keys of each are the record's components.
 */
final class ProblemKinds {
    private ProblemKinds() {}

    static Optional<? extends ProblemSpec> read(Section.Variant variant) {
        for (Class<?> type : ProblemSpec.class.getPermittedSubclasses()) {
            if (RecordReader.kebab(type.getSimpleName()).equals(variant.kind() + "-problem")) {
                return RecordReader.read(variant.section(), type.asSubclass(Record.class), RecordReader::verbatim)
                        .map(ProblemSpec.class::cast);
            }
        }
        throw new IllegalStateException(variant.kind());
    }
}
