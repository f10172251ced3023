package catallaxy.agents.market;

import catallaxy.environment.market.kernel.Checks;
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
record Lineup(int worlds, int solo, List<String> learners) {
    /** @throws IllegalArgumentException if there are not so many worlds */
    Lineup {
        learners = List.copyOf(learners);
        Checks.that(
                learners.size() < 2 || (long) solo * learners.size() <= worlds,
                "solo-worlds",
                "at most worlds / learners",
                solo);
    }

    /** The worlds in which a learner plays, ascending; as many for each. */
    int[] worldsOf(String learner) {
        return IntStream.range(0, worlds).filter(world -> plays(learner, world)).toArray();
    }

    /** Worlds in which each learner plays. */
    int worldsOfEach() {
        return worlds - (learners.size() - 1) * solo;
    }

    boolean plays(String agent, int world) {
        int index = learners.indexOf(agent);
        int shared = worlds - learners.size() * solo;
        return index >= 0 && (world < shared || (world - shared) / solo == index);
    }
}
