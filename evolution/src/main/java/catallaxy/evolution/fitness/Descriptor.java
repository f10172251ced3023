package catallaxy.evolution.fitness;

import catallaxy.environment.base.check.Checks;

/**
 * One way in which behaviours differ, for searches that want many kinds of it.
 *
 * @param name in results
 * @param low  the least that is told apart; less counts as this
 * @param high the most that is told apart; more counts as this
 */
public record Descriptor(String name, double low, double high) {
    /** Checks that there is something to tell apart. */
    public Descriptor {
        Checks.that(!name.isBlank(), "name", "a name", name);
        Checks.that(low < high && Double.isFinite(high - low), "high", "a number above low, " + low, high);
    }

    /** Where a value lies, from 0 at {@code low} to 1 at {@code high}, and nowhere else. */
    public double share(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }
}
