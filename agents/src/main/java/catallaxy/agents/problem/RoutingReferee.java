package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.arbitrage.AssetAt;
import catallaxy.environment.market.arbitrage.GreedyRouting;
import catallaxy.environment.market.arbitrage.ProductPool;
import catallaxy.environment.market.arbitrage.RoutingBound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The mean gain of {@link RoutingProblem} over fixed markets of their own luck, against the convex bound of each, {@link RoutingBound}: no
 * rounds gain more, and a bounded number of them gains less.
 */
final class RoutingReferee implements Referee {
    private static final int MARKETS = 256;
    private static final long SEED = 2_204_05238L;

    private final RoutingProblem problem;
    private final RoutingGame game;
    private final List<RoutingPosition> markets = new ArrayList<>();
    private final double optimum;

    RoutingReferee(RoutingProblem problem) {
        this.problem = problem;
        game = new RoutingGame(problem, problem.network());
        RandomStream random = RandomStream.of(SEED, "routing referee");
        double sum = 0;
        for (int i = 0; i < MARKETS; i++) {
            RoutingPosition market = market(random);
            markets.add(market);
            sum += RoutingBound.of(GreedyRouting.conversions(pools(market)), new AssetAt(0, 0))
                    .gain();
        }
        optimum = bps(sum);
    }

    private static double bps(double units) {
        return RoutingProblem.BPS * units / RoutingNetwork.UNIT / MARKETS;
    }

    private RoutingPosition market(RandomStream random) {
        RoutingPosition market = new RoutingPosition(problem, game.network());
        for (int pool = 0; pool < game.network().pools().size(); pool++) {
            double price = problem.maxGap() * (2 * random.nextDouble() - 1);
            market.put(pool, price, problem.maxDepth() * (2 * random.nextDouble() - 1));
        }
        return market;
    }

    private List<ProductPool> pools(RoutingPosition market) {
        return game.network().pools(market.reserve0(), market.reserve1(), problem.feePips());
    }

    @Override
    public String name() {
        return "mean gain over all pools, basis points of one, convex routing bound";
    }

    @Override
    public double optimum() {
        return optimum;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        return played(policy).stream().mapToDouble(market -> market.earned(0)).sum() / MARKETS;
    }

    @Override
    public OptionalDouble perReturn() {
        return OptionalDouble.of(1);
    }

    /** The markets after a policy has played all of them, round by round. */
    private List<RoutingPosition> played(BatchPolicy policy) {
        List<RoutingPosition> all = markets.stream().map(RoutingPosition::copy).toList();
        for (int round = 0; round < problem.rounds(); round++) {
            List<RoutingPosition> open =
                    all.stream().filter(market -> market.left() > 0).toList();
            if (!open.isEmpty()) {
                int[] moves = GameReferee.moves(game, open, policy);
                for (int i = 0; i < moves.length; i++) {
                    RoutingPosition market = open.get(i);
                    market.play(market.isOpen(moves[i]) ? moves[i] : market.actionCount() - 1);
                }
            }
        }
        return all;
    }

    /**
     * {@code greedy.ratio}: what the best cycle at its whole size, and again the best, gains of the bound without a limit of rounds;
     * {@code greedy.quarters.ratio}: the same by quarters.
     */
    @Override
    public Map<String, Double> figures(BatchPolicy policy) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("greedy.ratio", greedy(1) / optimum);
        figures.put("greedy.quarters.ratio", greedy(4) / optimum);
        return figures;
    }

    private double greedy(int parts) {
        double sum = 0;
        for (RoutingPosition market : markets) {
            sum += GreedyRouting.of(pools(market), 0, problem.assets(), parts)
                    .gain()
                    .doubleValue();
        }
        return bps(sum);
    }
}
