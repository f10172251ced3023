package catallaxy.agents.problem;

import catallaxy.agents.game.ConnectFourGame;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.mcts.game.ConnectFour;
import catallaxy.mcts.game.SolvedPosition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a policy plays a move that makes the outcome worse ({@link SolvedPosition#isMistake}), one move at each of some solved
 * positions of Connect Four.
 *
 * @param bySet the counts of each set of positions, in the order in which the sets were met
 */
public record Mistakes(Map<String, Tally> bySet) {
    /** None, of no positions. */
    public static final Mistakes NONE = new Mistakes(Map.of());

    /**
     * Counts.
     *
     * @param positions at which a move was played
     * @param mistakes  among the moves
     */
    public record Tally(int positions, int mistakes) {
        /** Share of the moves that are mistakes; NaN of none. */
        public double rate() {
            return (double) mistakes / positions;
        }

        Tally and(Tally other) {
            return new Tally(positions + other.positions, mistakes + other.mistakes);
        }
    }

    /** Copies the map. */
    public Mistakes {
        bySet = Collections.unmodifiableMap(new LinkedHashMap<>(bySet));
    }

    /** Asks the policy at all positions at once. */
    public static Mistakes of(List<SolvedPosition> positions, BatchPolicy policy) {
        List<ConnectFour> asked =
                positions.stream().map(SolvedPosition::position).toList();
        int[] moves = GameReferee.moves(new ConnectFourGame(), asked, policy);
        Map<String, Tally> bySet = new LinkedHashMap<>();
        for (int i = 0; i < moves.length; i++) {
            SolvedPosition position = positions.get(i);
            bySet.merge(position.set(), new Tally(1, position.isMistake(moves[i]) ? 1 : 0), Tally::and);
        }
        return new Mistakes(bySet);
    }

    /** These and others together. */
    public Mistakes and(Mistakes others) {
        Map<String, Tally> all = new LinkedHashMap<>(bySet);
        others.bySet.forEach((set, tally) -> all.merge(set, tally, Tally::and));
        return new Mistakes(all);
    }

    /** All sets together. */
    public Tally all() {
        return bySet.values().stream().reduce(new Tally(0, 0), Tally::and);
    }

    /** Share of mistakes by set, in the order of the sets. */
    public Map<String, Double> rates() {
        Map<String, Double> rates = new LinkedHashMap<>();
        bySet.forEach((set, tally) -> rates.put(set, tally.rate()));
        return rates;
    }
}
