package catallaxy.scenarios.file;

import catallaxy.agents.problem.AcrobotProblem;
import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.problem.DeleveragingProblem;
import catallaxy.agents.problem.MertonProblem;
import catallaxy.agents.problem.MountainCarProblem;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.agents.problem.ProblemSpec;
import java.util.Optional;

/** The problems that a scenario can name; the keys of each are its record's components. */
final class ProblemKinds {
    private ProblemKinds() {}

    static Optional<? extends ProblemSpec> read(Section.Variant variant) {
        Section section = variant.section();
        return switch (variant.kind()) {
            case "acrobot" -> parameters(section, AcrobotProblem.class);
            case "cart-pole" -> parameters(section, CartPoleProblem.class);
            case "cartea-jaimungal" -> parameters(section, CarteaJaimungalProblem.class);
            case "deleveraging" -> parameters(section, DeleveragingProblem.class);
            case "merton" -> parameters(section, MertonProblem.class);
            case "mountain-car" -> parameters(section, MountainCarProblem.class);
            case "pendulum" -> parameters(section, PendulumProblem.class);
            default -> throw new IllegalStateException(variant.kind());
        };
    }

    private static <T extends Record> Optional<T> parameters(Section section, Class<T> type) {
        return RecordReader.read(section, type, RecordReader::verbatim);
    }
}
