package catallaxy.evolution.search;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import java.util.List;

/**
 * What every search is told when it is made.
 *
 * @param seed       of all its chance
 * @param population how many live at once; 0 for what the search takes by itself
 * @param noisy      whether trials of one candidate differ, so that survivors are to be tried again
 * @param trials     budget of the whole search, for schedules; a search may be ended before
 * @param network    shape of the networks whose weights are evolved, where the task wants a controller
 */
public record SearchContext(long seed, int population, boolean noisy, long trials, NetworkShape network) {
    /**
     * A network of fixed shape.
     *
     * @param hidden     units of each hidden layer; may be empty
     * @param activation of these
     */
    public record NetworkShape(List<Integer> hidden, Squash activation) {
        /** Checks the widths. */
        public NetworkShape {
            hidden = Checks.elements("hidden", "a number of units", hidden);
            hidden.forEach(units -> Checks.inRange("hidden", units, 1, 4096));
        }
    }

    /** Checks each. */
    public SearchContext {
        Checks.that(
                population == 0 || (population >= 2 && population <= 1_000_000),
                "population",
                "0 or 2 to 1000000",
                population);
        Checks.inRange("trials", trials, 1, 1_000_000_000_000L);
    }

    /** The population, or what the search takes by itself. */
    public int population(int own) {
        return population == 0 ? own : population;
    }

    /** A stream of random numbers of this search. */
    public RandomStream random(String path) {
        return RandomStream.of(seed, "evolution/" + path);
    }
}
