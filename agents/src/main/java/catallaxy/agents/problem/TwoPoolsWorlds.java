package catallaxy.agents.problem;

import catallaxy.agents.learning.Game;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The worlds of {@link TwoPoolsProblem}; the state of one is its gap and its depth, each as a share of the largest. */
final class TwoPoolsWorlds extends Worlds {
    static final int VARIABLES = 2;
    static final ObservationSpec OBSERVATIONS = new ObservationSpec(
            List.of(new Feature("price_gap_share", "1", -1, 1), new Feature("depth_share", "1", -1, 1)));

    private final TwoPoolsProblem problem;

    TwoPoolsWorlds(TwoPoolsProblem problem, int worlds) {
        super(worlds, VARIABLES, 1, Horizon.TERMINATES, OBSERVATIONS, sizes(problem));
        this.problem = problem;
    }

    static ActionSpec sizes(TwoPoolsProblem problem) {
        if (problem.sizes() == 0) {
            double most = problem.maxSize();
            return new ActionSpec(List.of(new ActionComponent.Continuous("size", "share of the pool", -most, most, 0)));
        }
        List<String> labels = IntStream.range(0, problem.sizes())
                .mapToObj(choice -> String.format(Locale.ROOT, "%.6g", problem.size(choice)))
                .toList();
        return new ActionSpec(List.of(new ActionComponent.Discrete("size", labels, problem.sizes() / 2)));
    }

    @Override
    public Optional<Game<?>> game() {
        return problem.sizes() == 0 ? Optional.empty() : Optional.of(new TwoPoolsGame(problem));
    }

    @Override
    void begin(int world) {
        state[VARIABLES * world] = 2 * random().nextDouble(world) - 1;
        state[VARIABLES * world + 1] = 2 * random().nextDouble(world) - 1;
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        for (int i = 0; i < rewards.length; i++) {
            PoolPair pools = problem.pools(state[VARIABLES * i], state[VARIABLES * i + 1]);
            rewards[i] = problem.reward(pools, problem.size(actions[i]));
        }
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = VARIABLES * from; i < VARIABLES * to; i++) {
            rows[i] = (float) state[i];
        }
    }
}
