package catallaxy.agents.model;

import catallaxy.environment.base.check.Checks;

/**
 * How a model learns.
 *
 * @param fewest     examples before the first fit; until then the naive rule speaks
 * @param window     latest examples that a fit rests on; where it is smaller than the fewest, it counts in their place
 * @param refitEvery examples between two fits, or a quarter of the window where that is more; statistics by group are renewed at
 *                   each example
 * @param coverage   part of what happens that is to lie in the interval of a prediction
 */
public record ModelSettings(int fewest, int window, int refitEvery, double coverage) {
    /** What is taken where nothing else is said. */
    public static final ModelSettings STANDARD = new ModelSettings(40, 2000, 40, 0.8);

    public ModelSettings {
        Checks.inRange("fewest", fewest, 2, 1_000_000);
        Checks.inRange("window", window, 2, 1_000_000);
        Checks.inRange("refitEvery", refitEvery, 1, 1_000_000);
        Checks.inRange("coverage", coverage, 0.01, 0.999);
    }

    /** Whether so many examples in the window are enough for a first fit. */
    boolean isEnough(int examples) {
        return examples >= Math.min(fewest, window);
    }
}
