package catallaxy.evolution.search;

import catallaxy.evolution.fitness.FitnessTask;

/**
 * A search, the task that its candidates are tried at, and how they are written.
 *
 * @param <C> what is evolved
 */
public record SearchSetup<C>(Search<C> search, FitnessTask<C> task, CandidateForm<C> form) {}
