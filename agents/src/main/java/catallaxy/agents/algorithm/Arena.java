package catallaxy.agents.algorithm;

import catallaxy.agents.learning.Game;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import catallaxy.mcts.search.ManySearches;
import catallaxy.mcts.search.SearchResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Games between two players that search, all at once, each beginning in half of them. The first moves are drawn from what the
 * searches found, so that games differ; the rest are the best. One owner.
 */
final class Arena<P extends Position<P>> {
    private final Game<P> game;
    private final int games;
    private final int openingMoves;
    private final int[] scratch;

    /**
     * @param games        even
     * @param openingMoves that are drawn
     */
    Arena(Game<P> game, int games, int openingMoves) {
        this.game = game;
        this.games = games;
        this.openingMoves = openingMoves;
        scratch = new int[game.first().actionCount()];
    }

    /**
     * The share of the stakes that the first player wins: 1 if he wins all, ½ for equals.
     *
     * @param luck of the drawn moves and of chance
     */
    double play(ManySearches<P> first, ManySearches<P> second, int simulations, RandomStream luck) {
        List<P> running = new ArrayList<>();
        for (int i = 0; i < games; i++) {
            running.add(game.first());
        }
        for (int move = 0; !allOver(running); move++) {
            List<Integer> ofFirst = turns(running, 0);
            List<Integer> ofSecond = turns(running, 1);
            moves(running, ofFirst, first, simulations, move, luck);
            moves(running, ofSecond, second, simulations, move, luck);
            running.forEach(position -> chance(position, luck));
        }
        double won = 0;
        for (int i = 0; i < games; i++) {
            won += (running.get(i).earned(i & 1) - game.least()) / (game.most() - game.least());
        }
        return won / games;
    }

    private static boolean allOver(List<? extends Position<?>> running) {
        return running.stream().allMatch(position -> position.turn() == Position.OVER);
    }

    /** Games in which it is this player's turn: in game {@code i} the first player sits in seat {@code i mod 2}. */
    private static List<Integer> turns(List<? extends Position<?>> running, int player) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            int turn = running.get(i).turn();
            if (turn >= 0 && ((turn + i) & 1) == player) {
                indices.add(i);
            }
        }
        return indices;
    }

    private void moves(
            List<P> running,
            List<Integer> indices,
            ManySearches<P> player,
            int simulations,
            int move,
            RandomStream luck) {
        for (int from = 0; from < indices.size(); from += player.slots()) {
            List<Integer> now = indices.subList(from, Math.min(indices.size(), from + player.slots()));
            List<SearchResult> found = player.search(
                    now.stream().map(running::get).toList(),
                    now.stream().mapToLong(i -> (long) move * games + i).toArray(),
                    simulations);
            for (int i = 0; i < now.size(); i++) {
                SearchResult result = found.get(i);
                running.get(now.get(i)).play(move < openingMoves ? SampledMove.of(result, luck) : result.best());
            }
        }
    }

    private void chance(P position, RandomStream luck) {
        while (position.turn() == Position.CHANCE) {
            position.play(position.draw(luck, scratch));
        }
    }
}
