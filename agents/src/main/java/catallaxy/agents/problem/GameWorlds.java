package catallaxy.agents.problem;

import catallaxy.agents.learning.Game;
import catallaxy.mcts.Position;
import java.util.Arrays;
import java.util.Optional;

/**
 * Worlds in which a learner plays a game against itself: one step is one move, by whoever's turn it is, observed from his side. Only the
 * last move is rewarded, with what its player earns; a move that is not legal loses the game. Chance moves between the steps. Games that do not
 * end are cut.
 */
final class GameWorlds<P extends Position<P>> extends Worlds {
    private final Game<P> game;
    private final int features;
    private final int actions;
    private final int[] moves;
    private final float[] row;

    /** @param steps after which a game is cut */
    GameWorlds(Game<P> game, int worlds, int steps) {
        super(
                worlds,
                game.observationSpec().size(),
                steps,
                Horizon.TRUNCATES,
                game.observationSpec(),
                game.actionSpec());
        this.game = game;
        features = game.observationSpec().size();
        actions = game.actionSpec().maskSize();
        moves = new int[actions + game.first().actionCount()];
        row = new float[features];
    }

    @Override
    public Optional<Game<?>> game() {
        return Optional.of(game);
    }

    @Override
    void begin(int world) {
        put(world, game.first());
    }

    @Override
    void advance(float[] chosen, double[] rewards, boolean[] terminated) {
        for (int world = 0; world < chosen.length; world++) {
            P position = position(world);
            int mover = position.turn();
            boolean legal = isLegal(position, chosen[world]);
            if (legal) {
                position.play((int) chosen[world]);
                rollOn(position, world);
            }
            terminated[world] = !legal || position.turn() == Position.OVER;
            rewards[world] = !legal ? game.least() : terminated[world] ? position.earned(mover) : 0;
            put(world, position);
        }
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from * features; i < to * features; i++) {
            rows[i] = (float) state[i];
        }
    }

    @Override
    void mask(boolean[] masks) {
        Arrays.fill(masks, false);
        for (int world = 0; world < worlds(); world++) {
            int count = position(world).moves(moves);
            for (int i = 0; i < count; i++) {
                masks[world * actions + moves[i]] = true;
            }
        }
    }

    private boolean isLegal(P position, float chosen) {
        int count = position.moves(moves);
        for (int i = 0; i < count; i++) {
            if (moves[i] == chosen) {
                return true;
            }
        }
        return false;
    }

    private void rollOn(P position, int world) {
        while (position.turn() == Position.CHANCE) {
            position.play(outcome(position, world));
        }
    }

    private int outcome(P position, int world) {
        int count = position.moves(moves);
        double left = random().nextDouble(world);
        for (int i = 0; i < count - 1; i++) {
            left -= position.probability(moves[i]);
            if (left < 0) {
                return moves[i];
            }
        }
        return moves[count - 1];
    }

    private P position(int world) {
        for (int i = 0; i < features; i++) {
            row[i] = (float) state[world * features + i];
        }
        return game.position(row, 0);
    }

    private void put(int world, P position) {
        game.observe(position, row, 0);
        for (int i = 0; i < features; i++) {
            state[world * features + i] = row[i];
        }
    }
}
