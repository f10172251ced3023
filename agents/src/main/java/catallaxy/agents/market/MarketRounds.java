package catallaxy.agents.market;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.InvalidValueException;

/**
 * The worlds in which learners of a market are trained. All begin and end their episodes together.
 *
 * @param rounds       episodes of each world
 * @param worlds       {@code N}, stepped together
 * @param soloWorlds   of these, for each of several learners, in which it is alone among the scenario's own policies; a single
 *                     learner is so in all of them
 * @param episodeNanos length of an episode; 0 for the scenario's duration
 */
public record MarketRounds(int rounds, int worlds, int soloWorlds, long episodeNanos) {
    /** Checks each; the error names its key. */
    public MarketRounds {
        Checks.inRange("rounds", rounds, 1, 1_000_000);
        Checks.inRange("worlds", worlds, 1, 1024);
        Checks.inRange("soloWorlds", soloWorlds, 0, 1024);
        if (episodeNanos != 0 && episodeNanos < 1_000_000_000L) {
            throw new InvalidValueException("episodeNanos", "0, or 1 s and more", episodeNanos);
        }
    }

    /** Whether there are as many worlds as the solo worlds of so many learners together. */
    public boolean hasRoomFor(int learners) {
        return learners < 2 || (long) soloWorlds * learners <= worlds;
    }
}
