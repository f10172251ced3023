package catallaxy.agents.learning;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Map;

/**
 * A learning algorithm at work on a batch of worlds. The caller owns the loop:
 *
 * <pre>
 * environment.reset(seed, step);
 * while (learner.steps() &lt; total) {
 *     learner.act(step, actions);
 *     environment.step(actions, step);
 *     learner.observe(step);
 * }
 * </pre>
 *
 * <p>A function of its configuration, seed and observations: no clock, no randomness but its own streams. It may be saved
 * whenever {@link #atBoundary()} and then goes on bit for bit as if it had not been. Owned by one thread. Closing it frees
 * its native memory.
 */
public interface Learner extends AutoCloseable {
    /** Name of its kind, as in scenario files. */
    String algorithm();

    /**
     * Actions with exploration.
     *
     * @param now     observations and masks are read
     * @param actions {@code [N, A]}, overwritten; in the units of the action spec and inside its bounds
     */
    void act(VectorStep now, float[] actions);

    /** Takes what the environment answered to the last {@link #act}, and learns when that is due. */
    void observe(VectorStep result);

    /** Transitions observed so far, over all worlds. */
    long steps();

    /** Whether the state between two steps can be saved now: an on-policy learner is not in the middle of a rollout. */
    boolean atBoundary();

    /** The policy learned so far, without exploration. Valid until the next {@link #observe} or {@link #close}. */
    BatchPolicy policy();

    /** The latest figures by their customary names, for example {@code train/policy_loss}. */
    Map<String, Double> metrics();

    /**
     * Writes parameters, optimiser and normaliser as named tensors, and counters, random streams and memory as bytes.
     *
     * @throws IllegalStateException if not {@link #atBoundary()}
     */
    void save(TensorStore tensors, StateWriter rest);

    /** Takes over what was saved by a learner of the same configuration. */
    void load(TensorStore tensors, StateReader rest);

    @Override
    void close();
}
