package catallaxy.agents.training;

import java.util.Map;

/** Hears from a {@link Trainer}, on its thread, at the learner's boundaries. */
public interface TrainingListener {
    /**
     * The figures at a step by their customary names: {@code rollout/ep_rew_mean}, {@code rollout/ep_len_mean},
     * {@code train/…}, {@code eval/mean_reward}. One that is not known yet is left out.
     */
    void measured(long steps, Map<String, Double> figures);

    /** A checkpoint is due. What was measured up to its step was told before. */
    void checkpoint(Snapshot snapshot);
}
