package catallaxy.evolution.genetic;

import io.jenetics.Alterer;
import io.jenetics.DoubleGene;
import io.jenetics.IntermediateCrossover;
import io.jenetics.LineCrossover;
import io.jenetics.SinglePointCrossover;
import io.jenetics.UniformCrossover;

/** How the genes of two parents are crossed. */
public enum Mating {
    /** Each gene is exchanged with probability one half. */
    UNIFORM {
        @Override
        Alterer<DoubleGene, Judged> alterer(double probability) {
            return new UniformCrossover<>(probability, 0.5);
        }
    },
    /** All genes from one place on are exchanged. */
    SINGLE_POINT {
        @Override
        Alterer<DoubleGene, Judged> alterer(double probability) {
            return new SinglePointCrossover<>(probability);
        }
    },
    /** Both children lie somewhere on the line through their parents. */
    LINE {
        @Override
        Alterer<DoubleGene, Judged> alterer(double probability) {
            return new LineCrossover<>(probability, 0.25);
        }
    },
    /** Both children lie somewhere in the box that their parents span. */
    INTERMEDIATE {
        @Override
        Alterer<DoubleGene, Judged> alterer(double probability) {
            return new IntermediateCrossover<>(probability, 0.25);
        }
    };

    abstract Alterer<DoubleGene, Judged> alterer(double probability);
}
