package catallaxy.evolution.fitness;

/** A task whose candidates are vectors of real numbers in a box. */
public interface VectorTask extends FitnessTask<double[]> {
    /** Where the vectors lie. */
    VectorBox box();
}
