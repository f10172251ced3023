package catallaxy.evolution.search;

import catallaxy.evolution.fitness.Fitness;

/**
 * A candidate and what is known of it.
 *
 * @param <C> what is evolved
 */
public record Solution<C>(C candidate, Fitness fitness) {}
