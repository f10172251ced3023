package catallaxy.agents.evolution;

import catallaxy.environment.base.check.Checks;

/**
 * How learners are raised.
 *
 * @param steps    transitions of one stretch, over all worlds; it ends where the learner can be saved next
 * @param horizon  transitions of a whole training, at least one stretch: where all that is annealed ends
 * @param worlds   that a learner trains in
 * @param episodes without exploration after each stretch, whose mean return is the learner's worth; 0 to take the mean return of its
 *                 latest hundred training episodes instead
 */
public record Stretch(long steps, long horizon, int worlds, int episodes) {
    private static final long MOST_STEPS = 1_000_000_000_000L;

    /** Checks each; the error names the field. */
    public Stretch {
        Checks.inRange("steps", steps, 1, MOST_STEPS);
        Checks.inRange("horizon", horizon, steps, MOST_STEPS);
        Checks.inRange("worlds", worlds, 1, 65_536);
        Checks.inRange("episodes", episodes, 0, 1_000_000);
    }

    /** The same, with a whole training for a stretch. */
    Stretch whole() {
        return new Stretch(horizon, horizon, worlds, episodes);
    }
}
