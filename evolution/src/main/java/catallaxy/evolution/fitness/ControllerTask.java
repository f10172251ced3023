package catallaxy.evolution.fitness;

/**
 * A task whose candidates control something: weights of a network of fixed shape can be tried at it, and networks whose shape
 * evolves. A controller is made anew for each trial, so that trials share nothing.
 */
public interface ControllerTask extends FitnessTask<Controller> {
    /** {@code I}, numbers of an observation. */
    int inputs();

    /** {@code O}, numbers of an output; the task says what they mean and takes any finite ones. */
    int outputs();
}
