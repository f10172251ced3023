package catallaxy.evolution.fitness;

import catallaxy.environment.base.check.Checks;

/**
 * One thing that candidates are judged by.
 *
 * @param name in results
 * @param goal whether more of it is better
 */
public record Objective(String name, Goal goal) {
    /** Which direction is better. */
    public enum Goal {
        MINIMISE,
        MAXIMISE
    }

    /** Checks that it has a name. */
    public Objective {
        Checks.that(!name.isBlank(), "name", "a name", name);
    }

    /** One of which less is better. */
    public static Objective minimised(String name) {
        return new Objective(name, Goal.MINIMISE);
    }

    /** One of which more is better. */
    public static Objective maximised(String name) {
        return new Objective(name, Goal.MAXIMISE);
    }

    /** The value as a cost, of which less is better; and the value of a cost. */
    public double turned(double value) {
        return goal == Goal.MINIMISE ? value : 0.0 - value;
    }
}
