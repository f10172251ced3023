package catallaxy.agents.learning;

/** A policy that searches before each move, and tells how much. */
public interface PlanningPolicy extends BatchPolicy {
    /**
     * Simulations that were made for a move, the mean over all moves so far; fewer than were allowed where a proof ended searches. NaN
     * before the first move.
     */
    double simulationsPerMove();
}
