package catallaxy.evolution.search;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.fitness.VectorBox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every search of vectors keeps to.
 *
 * @param <S> settings of the search
 */
public abstract class VectorSearchContract<S extends Record> extends SearchContract<S, double[]> {
    @Override
    protected EvolvableProblem problem(Trouble trouble) {
        return switch (trouble) {
            case NONE -> VectorProblems.SPHERE;
            case NOISE -> VectorProblems.NOISY;
            case HALF_INVALID -> VectorProblems.HALF_INVALID;
            case ALL_INVALID -> VectorProblems.ALL_INVALID;
        };
    }

    @Override
    protected String text(double[] candidate) {
        return Arrays.toString(candidate);
    }

    @Test
    void staysInTheBox() {
        for (Trouble trouble : Trouble.values()) {
            SearchSetup<double[]> setup = setup(trouble, 3);
            VectorBox box = problem(trouble).vectors().orElseThrow().box();
            try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
                for (int i = 0; i < 15; i++) {
                    List<double[]> asked = setup.search().ask();
                    assertThat(asked).allSatisfy(each -> assertThat(each).isEqualTo(inside(box, each)));
                    setup.search().tell(evaluator.evaluate(setup.task(), asked, i));
                }
            }
        }
    }

    private static double[] inside(VectorBox box, double[] vector) {
        double[] inside = vector.clone();
        box.clamp(inside);
        return inside;
    }
}
