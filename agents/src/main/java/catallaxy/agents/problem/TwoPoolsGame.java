package catallaxy.agents.problem;

import catallaxy.agents.learning.Game;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;

/** {@link TwoPoolsProblem} as a plan of one player and one move, for learners that search. */
record TwoPoolsGame(TwoPoolsProblem problem) implements Game<TwoPoolsPosition> {
    @Override
    public TwoPoolsPosition first() {
        return new TwoPoolsPosition(problem, 1, 0);
    }

    @Override
    public ObservationSpec observationSpec() {
        return TwoPoolsWorlds.OBSERVATIONS;
    }

    @Override
    public ActionSpec actionSpec() {
        return TwoPoolsWorlds.sizes(problem);
    }

    @Override
    public void observe(TwoPoolsPosition position, float[] rows, int offset) {
        rows[offset] = (float) position.gapShare();
        rows[offset + 1] = (float) position.depthShare();
    }

    @Override
    public TwoPoolsPosition position(float[] rows, int offset) {
        return new TwoPoolsPosition(problem, rows[offset], rows[offset + 1]);
    }

    /** All that the largest size can lose: at the widest gap, against it. */
    @Override
    public double least() {
        return problem.reward(problem.pools(1, -1), -problem.maxSize());
    }

    @Override
    public double most() {
        PoolPair widest = problem.pools(1, 1);
        return problem.reward(widest, widest.best());
    }
}
