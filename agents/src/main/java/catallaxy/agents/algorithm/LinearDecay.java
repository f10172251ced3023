package catallaxy.agents.algorithm;

/**
 * The share of an annealed setting that is left at each of {@code n} updates: {@code 1 − k/n} at update {@code k}, counted
 * from 0. The first update has all of it and the last one {@code 1/n}, so that none is made for nothing.
 *
 * @param updates n, positive
 */
record LinearDecay(long updates) {
    LinearDecay {
        Settings.positive("updates", (double) updates);
    }

    /** That of a run of so many steps with an update after every {@code stepsPerUpdate}; the last one may pass the end. */
    static LinearDecay over(long steps, long stepsPerUpdate) {
        return new LinearDecay(Math.ceilDiv(steps, stepsPerUpdate));
    }

    /** @param update k, from 0; 0 is left from n on */
    double at(long update) {
        return Math.max(0, 1 - (double) update / updates);
    }
}
