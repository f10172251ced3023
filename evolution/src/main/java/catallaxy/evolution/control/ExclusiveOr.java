package catallaxy.evolution.control;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.Squash;
import java.util.Optional;

/**
 * Exclusive or of two bits. The answer is the output, squashed by {@link Squash#SIGMOID}; its fitness is {@code (4 − Σ|d − o|)²} over the
 * four inputs, as in Stanley and Miikkulainen 2002, section 4.2, and 16 more where all four answers are on the right side of ½: more than
 * {@link #SOLVED} is solved, and nothing else is. A controller is reset before each input and answers it in one step.
 */
public record ExclusiveOr() implements EvolvableProblem {
    /** Fitness that only solutions exceed. */
    public static final double SOLVED = 16;

    @Override
    public String problem() {
        return "xor";
    }

    @Override
    public Optional<ControllerTask> controllers() {
        return Optional.of(new Bits());
    }

    @Override
    public Optional<EvolutionReferee> referee() {
        return Optional.of(EvolutionReferee.value("all answers exact", 16 + SOLVED));
    }

    /** The four inputs. */
    private record Bits() implements ControllerTask {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public Objectives objectives() {
            return Objectives.of(Objective.maximised("fitness"));
        }

        @Override
        public boolean noisy() {
            return false;
        }

        @Override
        public boolean light() {
            return true;
        }

        @Override
        public FitnessSample sample(Controller candidate, long seed) {
            double[] output = new double[1];
            double error = 0;
            boolean right = true;
            for (int bits = 0; bits < 4; bits++) {
                candidate.reset();
                candidate.act(new double[] {bits & 1, bits >> 1}, output);
                double wrong = Math.abs((bits == 1 || bits == 2 ? 1 : 0) - Squash.SIGMOID.of(output[0]));
                error += wrong;
                right &= wrong < 0.5;
            }
            return FitnessSample.of((4 - error) * (4 - error) + (right ? SOLVED : 0));
        }
    }
}
