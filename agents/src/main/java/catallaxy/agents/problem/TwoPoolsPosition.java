package catallaxy.agents.problem;

import catallaxy.mcts.Position;

/** Two pools before a size is chosen, or after. */
final class TwoPoolsPosition implements Position<TwoPoolsPosition> {
    private final TwoPoolsProblem problem;
    private double gapShare;
    private double depthShare;
    private double earned;
    private boolean over;

    TwoPoolsPosition(TwoPoolsProblem problem, double gapShare, double depthShare) {
        this.problem = problem;
        this.gapShare = gapShare;
        this.depthShare = depthShare;
    }

    double gapShare() {
        return gapShare;
    }

    double depthShare() {
        return depthShare;
    }

    @Override
    public int actionCount() {
        return problem.sizes();
    }

    @Override
    public int playerCount() {
        return 1;
    }

    @Override
    public int turn() {
        return over ? OVER : 0;
    }

    @Override
    public int moves(int[] into) {
        int count = over ? 0 : problem.sizes();
        for (int i = 0; i < count; i++) {
            into[i] = i;
        }
        return count;
    }

    @Override
    public void play(int move) {
        earned = problem.reward(problem.pools(gapShare, depthShare), problem.size(move));
        over = true;
    }

    @Override
    public double earned(int player) {
        return earned;
    }

    @Override
    public TwoPoolsPosition copy() {
        TwoPoolsPosition copy = new TwoPoolsPosition(problem, gapShare, depthShare);
        copy.set(this);
        return copy;
    }

    @Override
    public void set(TwoPoolsPosition other) {
        gapShare = other.gapShare;
        depthShare = other.depthShare;
        earned = other.earned;
        over = other.over;
    }
}
