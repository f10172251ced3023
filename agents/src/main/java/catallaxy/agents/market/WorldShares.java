package catallaxy.agents.market;

import catallaxy.environment.base.check.Checks;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which learners play in which of the {@code N} worlds of a round. In the first ones all do, and learn to live with each other
 * while they change; in {@code solo} more each of them is alone among the scenario's own policies. Immutable.
 *
 * @param worlds   {@code N}
 * @param solo     worlds in which a learner is the only one, for each of several learners
 * @param learners their agents
 */
record WorldShares(int worlds, int solo, List<String> learners) {
    WorldShares {
        learners = List.copyOf(learners);
    }

    /**
     * The shares in the worlds of rounds.
     *
     * @throws IllegalArgumentException if there are fewer worlds than the solo ones of all learners
     */
    static WorldShares of(MarketRounds rounds, List<String> learners) {
        Checks.that(
                rounds.hasRoomFor(learners.size()),
                "soloWorlds",
                "at most " + rounds.worlds() / learners.size(),
                rounds.soloWorlds());
        return new WorldShares(rounds.worlds(), rounds.soloWorlds(), learners);
    }

    /** The worlds in which a learner plays, ascending; as many for each. */
    int[] worldsOf(String learner) {
        return IntStream.range(0, worlds).filter(world -> plays(learner, world)).toArray();
    }

    /** Worlds in which each learner plays. */
    int worldsOfEach() {
        return worlds - (learners.size() - 1) * solo;
    }

    /** Whether an agent is a learner that plays in a world; not so for any other agent. */
    boolean plays(String agent, int world) {
        int index = learners.indexOf(agent);
        int shared = worlds - learners.size() * solo;
        return index >= 0 && (world < shared || (world - shared) / solo == index);
    }
}
