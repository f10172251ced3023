package catallaxy.scenarios.run;

/** How often a chain's latest blocks were replaced in a run, and what was recalled with them. One run, one thread. */
final class ReplacedBlocks {
    private long times;
    private int deepest;
    private double recalledWorth;
    private int mostConfirmations;

    /** Counts a reorganisation of so many blocks. */
    void add(int depth) {
        times++;
        deepest = Math.max(deepest, depth);
    }

    /** Counts a transfer out of a block that was replaced when it had so many confirmations. */
    void recall(double worthQuote, int confirmations) {
        recalledWorth += worthQuote;
        mostConfirmations = Math.max(mostConfirmations, confirmations);
    }

    long times() {
        return times;
    }

    /** Most blocks that were replaced at once. */
    int deepest() {
        return deepest;
    }

    /** What would have been credited, at one confirmation, for nothing; quote units. */
    double recalledWorth() {
        return recalledWorth;
    }

    /** Most confirmations that a transfer had when it was recalled. */
    int mostConfirmations() {
        return mostConfirmations;
    }
}
