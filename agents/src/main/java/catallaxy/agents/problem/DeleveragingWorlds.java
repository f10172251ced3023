package catallaxy.agents.problem;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The worlds of {@link DeleveragingProblem}; the state of one is {@code exposure, regime, drawdown}. */
final class DeleveragingWorlds extends Worlds {
    private static final int VARIABLES = 3;
    private static final int FIRST_REGIME = 3;

    private final DeleveragingProblem problem;
    private final int choices;
    private final int features;
    private final int firstDistance;

    DeleveragingWorlds(DeleveragingProblem problem, int worlds) {
        super(worlds, VARIABLES, problem.horizon(), Horizon.TERMINATES, observations(problem), actions(problem));
        this.problem = problem;
        choices = problem.maxExposure() + 1;
        features = problem.features();
        firstDistance = features - problem.reach();
    }

    private static ObservationSpec observations(DeleveragingProblem problem) {
        List<Feature> features = new ArrayList<>(List.of(
                new Feature("exposure_share", "1", 0, 1),
                new Feature("drawdown_share", "1", 0, 1),
                new Feature("time_remaining_share", "1", 0, 1)));
        for (int v = 1; v <= problem.regimes().count(); v++) {
            features.add(new Feature("regime." + v, "1", 0, 1));
        }
        for (int distance = 1; distance <= problem.reach(); distance++) {
            features.add(new Feature("limit_distance." + distance, "1", 0, 1));
        }
        return new ObservationSpec(features);
    }

    private static ActionSpec actions(DeleveragingProblem problem) {
        List<String> levels = IntStream.rangeClosed(0, problem.maxExposure())
                .mapToObj(Integer::toString)
                .toList();
        return new ActionSpec(List.of(new ActionComponent.Discrete("exposure", levels, 0)));
    }

    @Override
    void begin(int world) {
        int x = VARIABLES * world;
        state[x] = problem.initialExposure();
        state[x + 1] = random().nextInt(world, problem.regimes().count());
        state[x + 2] = 0;
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        for (int i = 0; i < rewards.length; i++) {
            int x = VARIABLES * i;
            int before = (int) state[x];
            int regime = (int) state[x + 1];
            int exposure = Math.min((int) actions[i], before + 1);
            int loss = loss(regime, random().nextDouble(i));
            int next = next(regime, random().nextDouble(i));
            int drawdown = Math.clamp((int) state[x + 2] + (long) exposure * loss, 0, problem.lossLimit());
            rewards[i] = exposure * (problem.carry() - loss) - problem.cost(regime, exposure - before);
            state[x] = exposure;
            state[x + 1] = next;
            state[x + 2] = drawdown;
            if (drawdown == problem.lossLimit()) {
                rewards[i] -= problem.breachPenalty();
                terminated[i] = true;
            } else if (elapsed[i] + 1 == steps) {
                rewards[i] -= problem.cost(next, exposure);
            }
        }
    }

    private int loss(int regime, double u) {
        double loss = problem.regimes().lossProbability().get(regime);
        double gain = problem.regimes().gainProbability().get(regime);
        if (u < loss) {
            return 1;
        }
        if (u < loss + gain) {
            return -1;
        }
        return u < loss + gain + problem.regimes().crashProbability().get(regime) ? problem.crashSize() : 0;
    }

    private int next(int regime, double u) {
        if (u < problem.regimes().worsenProbability().get(regime)) {
            return regime + 1;
        }
        return u >= 1 - problem.regimes().improveProbability().get(regime) ? regime - 1 : regime;
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from; i < to; i++) {
            int x = VARIABLES * i;
            int row = features * i;
            rows[row] = (float) (state[x] / problem.maxExposure());
            rows[row + 1] = (float) (state[x + 2] / problem.lossLimit());
            rows[row + 2] = (float) (steps - elapsed[i]) / steps;
            for (int v = 0; v < problem.regimes().count(); v++) {
                rows[row + FIRST_REGIME + v] = state[x + 1] == v ? 1 : 0;
            }
            Arrays.fill(rows, row + firstDistance, row + features, 0);
            int distance = problem.lossLimit() - (int) state[x + 2];
            if (0 < distance && distance <= problem.reach()) {
                rows[row + firstDistance + distance - 1] = 1;
            }
        }
    }

    @Override
    void mask(boolean[] masks) {
        for (int i = 0; i < masks.length; i++) {
            masks[i] = i % choices <= state[VARIABLES * (i / choices)] + 1;
        }
    }
}
