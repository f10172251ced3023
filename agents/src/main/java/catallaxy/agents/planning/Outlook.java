package catallaxy.agents.planning;

/**
 * What all positions of one search have in common.
 *
 * @param agent         who plans
 * @param gain          what it has earned since the search began
 * @param cast          who decides in copies, where nobody plans
 * @param holdingWeight the expert's weight of not doing anything, of 1
 * @param mostProposals that the expert ever makes
 * @param startNanos    simulated time of the decision
 */
record Outlook(
        String agent,
        Foresight foresight,
        Proposing expert,
        Cast cast,
        double holdingWeight,
        int mostProposals,
        TradedGain gain,
        long startNanos) {
    /** Simulated time from which on a future is judged. */
    long endNanos() {
        return startNanos + foresight.horizonNanos();
    }
}
