package catallaxy.scenarios.file;

import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.problem.ProblemSpec;
import java.util.Optional;

/** The problems that a scenario can name; the keys of each are its record's components. */
final class ProblemKinds {
    private ProblemKinds() {}

    static Optional<? extends ProblemSpec> read(Section.Variant variant) {
        Section section = variant.section();
        return switch (variant.kind()) {
            case "cart-pole" -> RecordReader.read(section, CartPoleProblem.class, RecordReader::verbatim);
            case "cartea-jaimungal" ->
                RecordReader.read(section, CarteaJaimungalProblem.class, RecordReader::verbatim);
            default -> throw new IllegalStateException(variant.kind());
        };
    }
}
