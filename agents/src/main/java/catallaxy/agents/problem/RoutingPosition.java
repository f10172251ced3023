package catallaxy.agents.problem;

import catallaxy.environment.market.trading.Piece;
import catallaxy.mcts.Position;
import java.util.List;

/** The pools of a {@link RoutingProblem} between two rounds: a plan of one player, whose last move is to stop. */
final class RoutingPosition implements Position<RoutingPosition> {
    private final RoutingProblem problem;
    private final RoutingNetwork network;
    private final double kept;
    private final double[] reserve0;
    private final double[] reserve1;
    private int left;
    private double earned;

    /** Pools of price and depth 1 before the first round. */
    RoutingPosition(RoutingProblem problem, RoutingNetwork network) {
        this.problem = problem;
        this.network = network;
        kept = 1 - problem.feePips() / 1e6;
        reserve0 = new double[network.pools().size()];
        reserve1 = new double[network.pools().size()];
        left = problem.rounds();
    }

    /** Puts a pool at a logarithm of its price, asset 1 for asset 0, and of its depth. */
    void put(int pool, double logPrice, double logDepth) {
        reserve0[pool] = StrictMath.exp(logDepth - logPrice / 2);
        reserve1[pool] = StrictMath.exp(logDepth + logPrice / 2);
    }

    /** Sets the rounds that are left. */
    void left(int rounds) {
        left = rounds;
    }

    int left() {
        return left;
    }

    double logPrice(int pool) {
        return StrictMath.log(reserve1[pool] / reserve0[pool]);
    }

    double logDepth(int pool) {
        return StrictMath.log(reserve0[pool] * reserve1[pool]) / 2;
    }

    double[] reserve0() {
        return reserve0.clone();
    }

    double[] reserve1() {
        return reserve1.clone();
    }

    /** The number of the move that stops. */
    private int stop() {
        return network.cycles().size();
    }

    private Piece piece(RoutingNetwork.Hop hop) {
        double in = hop.zeroForOne() ? reserve0[hop.pool()] : reserve1[hop.pool()];
        double out = hop.zeroForOne() ? reserve1[hop.pool()] : reserve0[hop.pool()];
        return new Piece(kept * out, in, kept, Double.POSITIVE_INFINITY);
    }

    private double rate(List<RoutingNetwork.Hop> cycle) {
        double rate = 1;
        for (RoutingNetwork.Hop hop : cycle) {
            rate *= kept
                    * (hop.zeroForOne()
                            ? reserve1[hop.pool()] / reserve0[hop.pool()]
                            : reserve0[hop.pool()] / reserve1[hop.pool()]);
        }
        return rate;
    }

    private double bestInput(List<RoutingNetwork.Hop> cycle) {
        Piece whole = piece(cycle.getFirst());
        for (int i = 1; i < cycle.size(); i++) {
            whole = whole.then(piece(cycle.get(i)));
        }
        return whole.inTo(1);
    }

    @Override
    public int actionCount() {
        return network.cycles().size() + 1;
    }

    @Override
    public int playerCount() {
        return 1;
    }

    @Override
    public int turn() {
        return left == 0 ? OVER : 0;
    }

    @Override
    public int moves(int[] into) {
        int count = 0;
        for (int cycle = 0; left > 0 && cycle < network.cycles().size(); cycle++) {
            if (isOpen(cycle)) {
                into[count++] = cycle;
            }
        }
        if (left > 0) {
            into[count++] = stop();
        }
        return count;
    }

    /** Whether a move may be made: a cycle that gains, or the stop. */
    boolean isOpen(int move) {
        return left > 0 && (move == stop() || rate(network.cycles().get(move)) > 1);
    }

    @Override
    public void play(int move) {
        left--;
        if (move == stop()) {
            left = 0;
            return;
        }
        List<RoutingNetwork.Hop> cycle = network.cycles().get(move);
        double in = bestInput(cycle) / problem.parts();
        double amount = in;
        for (RoutingNetwork.Hop hop : cycle) {
            double out = piece(hop).out(amount);
            reserve0[hop.pool()] += hop.zeroForOne() ? amount : -out;
            reserve1[hop.pool()] += hop.zeroForOne() ? -out : amount;
            amount = out;
        }
        earned += RoutingProblem.BPS * (amount - in);
    }

    @Override
    public double earned(int player) {
        return earned;
    }

    @Override
    public RoutingPosition copy() {
        RoutingPosition copy = new RoutingPosition(problem, network);
        copy.set(this);
        return copy;
    }

    @Override
    public void set(RoutingPosition other) {
        System.arraycopy(other.reserve0, 0, reserve0, 0, reserve0.length);
        System.arraycopy(other.reserve1, 0, reserve1, 0, reserve1.length);
        left = other.left;
        earned = other.earned;
    }
}
