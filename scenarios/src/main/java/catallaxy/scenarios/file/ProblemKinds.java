package catallaxy.scenarios.file;

import catallaxy.agents.problem.ProblemSpec;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import java.util.Optional;

/**
 * The problems that a scenario can name: the records of {@link ProblemSpec}, each by its own name in lower case with hyphens
 * and without {@code Problem}. The keys of each are the record's components.
 */
final class ProblemKinds {
    private ProblemKinds() {}

    static Optional<ProblemSpec> read(Section.Variant variant) {
        return RecordReader.PLAIN.read(variant, ProblemSpec.class, "-problem");
    }
}
