package catallaxy.agents.training;

import catallaxy.agents.learning.TensorStore;

/**
 * All that the rest of a training run depends on.
 *
 * @param tensors of the learner
 * @param state   counters, random streams, memories, worlds and episodes as bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Snapshot(TrainingProgress progress, TensorStore tensors, byte[] state) {}
