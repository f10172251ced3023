package catallaxy.agents.problem;

import catallaxy.agents.learning.Game;
import java.util.Arrays;
import java.util.Optional;

/** The worlds of {@link RoutingProblem}; the state of one is the logarithms of each pool's price and depth. */
final class RoutingWorlds extends Worlds {
    private final RoutingProblem problem;
    private final RoutingGame game;
    private final int pools;
    private final int moves;
    private final int features;

    RoutingWorlds(RoutingProblem problem, int worlds) {
        this(problem, new RoutingGame(problem, problem.network()), worlds);
    }

    private RoutingWorlds(RoutingProblem problem, RoutingGame game, int worlds) {
        super(
                worlds,
                2 * game.network().pools().size(),
                problem.rounds(),
                Horizon.TERMINATES,
                game.observationSpec(),
                game.actionSpec());
        this.problem = problem;
        this.game = game;
        pools = game.network().pools().size();
        moves = game.network().cycles().size() + 1;
        features = 2 * pools + 1;
    }

    @Override
    public Optional<Game<?>> game() {
        return Optional.of(game);
    }

    @Override
    void begin(int world) {
        for (int pool = 0; pool < pools; pool++) {
            int at = 2 * (world * pools + pool);
            state[at] = problem.maxGap() * (2 * random().nextDouble(world) - 1);
            state[at + 1] = problem.maxDepth() * (2 * random().nextDouble(world) - 1);
        }
    }

    private RoutingPosition position(int world) {
        RoutingPosition position = new RoutingPosition(problem, game.network());
        for (int pool = 0; pool < pools; pool++) {
            int at = 2 * (world * pools + pool);
            position.put(pool, state[at], state[at + 1]);
        }
        position.left(problem.rounds() - elapsed[world]);
        return position;
    }

    /** A move that is masked stops, too. */
    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        for (int world = 0; world < rewards.length; world++) {
            RoutingPosition position = position(world);
            int move = Math.clamp((long) actions[world], 0, moves - 1);
            position.play(position.isOpen(move) ? move : moves - 1);
            rewards[world] = position.earned(0);
            terminated[world] = position.left() == 0;
            for (int pool = 0; pool < pools; pool++) {
                int at = 2 * (world * pools + pool);
                state[at] = position.logPrice(pool);
                state[at + 1] = position.logDepth(pool);
            }
        }
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int world = from; world < to; world++) {
            game.observe(position(world), rows, world * features);
        }
    }

    @Override
    void mask(boolean[] masks) {
        Arrays.fill(masks, false);
        for (int world = 0; world < worlds(); world++) {
            RoutingPosition position = position(world);
            for (int move = 0; move < moves; move++) {
                masks[world * moves + move] = position.isOpen(move);
            }
        }
    }
}
