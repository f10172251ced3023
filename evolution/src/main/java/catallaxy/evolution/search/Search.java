package catallaxy.evolution.search;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import java.util.List;

/**
 * An evolutionary search. The caller owns the loop:
 *
 * <pre>
 * while (trials &lt; budget) {
 *     List&lt;C&gt; asked = search.ask();
 *     search.tell(evaluator.evaluate(task, asked, seeds));
 * }
 * </pre>
 *
 * <p>A function of its settings, seed and what it was told. It sees costs only, of which less is better. A candidate whose fitness
 * is invalid is never among what was found and has no offspring. Where the task is noisy, {@link #ask} names the survivors again
 * beside the new candidates, and {@link #found} names none that was tried but once, so that no lucky trial lives on by itself:
 * {@link SearchContext#noisy}. Owned by one thread.
 *
 * @param <C> what is evolved; not changed by the search once it was asked, except where a candidate is a live one
 */
public interface Search<C> {
    /** What is to be tried next: never empty, the same until {@link #tell}. */
    List<C> ask();

    /**
     * Takes what the trials gave, and goes on to the next generation.
     *
     * @param fitness one for each that was asked, in that order
     */
    void tell(List<Fitness> fitness);

    /** What was found so far; may be kept. */
    Discoveries<C> found();

    /** Writes all that the following generations depend on; between {@link #tell} and {@link #ask}. */
    void save(StateWriter out);

    /** Goes on where the search was saved; it was made with the same arguments. */
    void load(StateReader in);
}
