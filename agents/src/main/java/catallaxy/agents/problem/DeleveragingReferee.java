package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import java.util.OptionalDouble;

/**
 * The exact dynamic programme of {@link DeleveragingProblem} over (step, exposure, regime, drawdown) by backward induction. A
 * policy is asked once at all of these states and evaluated by the same recursion: no sampling.
 */
final class DeleveragingReferee implements Referee {
    /** What is chosen at a state. */
    @FunctionalInterface
    private interface Choice {
        /** At the state of {@link #row}, when choosing {@code a} is worth {@code worth[a]} for the {@code allowed} first. */
        int of(int row, double[] worth, int allowed);
    }

    private final DeleveragingProblem problem;
    private final int exposures;
    private final int regimes;
    private final int drawdowns;
    private final double optimum;

    DeleveragingReferee(DeleveragingProblem problem) {
        this.problem = problem;
        exposures = problem.maxExposure() + 1;
        regimes = problem.regimes().count();
        drawdowns = problem.lossLimit();
        optimum = score((row, worth, allowed) -> best(worth, allowed));
    }

    @Override
    public String name() {
        return "expected return of the desk, exact dynamic programme";
    }

    @Override
    public double optimum() {
        return optimum;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        float[] actions = grid().actions(policy);
        return score((row, worth, allowed) -> Math.min((int) actions[row], allowed - 1));
    }

    @Override
    public OptionalDouble perReturn() {
        return OptionalDouble.of(1);
    }

    /** The best policy. */
    BatchPolicy optimal() {
        int[] choices = new int[problem.horizon() * exposures * regimes * drawdowns];
        score((row, worth, allowed) -> choices[row] = best(worth, allowed));
        int features = problem.features();
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                actions[i] = choices[row(observations, i * features)];
            }
        };
    }

    private int row(float[] observations, int offset) {
        int e = Math.round(observations[offset] * problem.maxExposure());
        int d = Math.round(observations[offset + 1] * drawdowns);
        int k = problem.horizon() - Math.round(observations[offset + 2] * problem.horizon());
        int v = 0;
        while (observations[offset + 3 + v] == 0) {
            v++;
        }
        return row(k, e, v, d);
    }

    private int row(int k, int e, int v, int d) {
        return ((k * exposures + e) * regimes + v) * drawdowns + d;
    }

    private Worlds grid() {
        Worlds worlds = new DeleveragingWorlds(problem, row(problem.horizon(), 0, 0, 0));
        for (int k = 0; k < problem.horizon(); k++) {
            for (int e = 0; e < exposures; e++) {
                for (int v = 0; v < regimes; v++) {
                    for (int d = 0; d < drawdowns; d++) {
                        worlds.place(row(k, e, v, d), k, e, v, d);
                    }
                }
            }
        }
        return worlds;
    }

    /** Expected return from the beginning of an episode. */
    private double score(Choice choice) {
        double[] later = liquidation();
        for (int k = problem.horizon() - 1; k >= 0; k--) {
            later = step(choice, k, later);
        }
        double sum = 0;
        for (int v = 0; v < regimes; v++) {
            sum += later[row(0, problem.initialExposure(), v, 0)];
        }
        return sum / regimes;
    }

    private double[] liquidation() {
        double[] values = new double[exposures * regimes * drawdowns];
        for (int e = 0; e < exposures; e++) {
            for (int v = 0; v < regimes; v++) {
                for (int d = 0; d < drawdowns; d++) {
                    values[row(0, e, v, d)] = -problem.cost(v, e);
                }
            }
        }
        return values;
    }

    private double[] step(Choice choice, int k, double[] later) {
        double[] now = new double[later.length];
        double[] held = new double[exposures];
        double[] worth = new double[exposures];
        for (int v = 0; v < regimes; v++) {
            for (int d = 0; d < drawdowns; d++) {
                for (int a = 0; a < exposures; a++) {
                    held[a] = held(later, a, v, d);
                }
                for (int e = 0; e < exposures; e++) {
                    int allowed = Math.min(e + 2, exposures);
                    for (int a = 0; a < allowed; a++) {
                        worth[a] = held[a] - problem.cost(v, a - e);
                    }
                    now[row(0, e, v, d)] = worth[choice.of(row(k, e, v, d), worth, allowed)];
                }
            }
        }
        return now;
    }

    /** Expected value of holding exposure {@code a} during a step, before the cost of getting there. */
    private double held(double[] later, int a, int v, int d) {
        double loss = problem.regimes().lossProbability().get(v);
        double gain = problem.regimes().gainProbability().get(v);
        double crash = problem.regimes().crashProbability().get(v);
        return a * problem.carry()
                + loss * after(later, a, v, d, 1)
                + gain * after(later, a, v, d, -1)
                + crash * after(later, a, v, d, problem.crashSize())
                + (1 - loss - gain - crash) * after(later, a, v, d, 0);
    }

    private double after(double[] later, int a, int v, int d, int loss) {
        int drawdown = Math.max(0, d + a * loss);
        if (drawdown >= drawdowns) {
            return -a * loss - problem.breachPenalty();
        }
        double worse = problem.regimes().worsenProbability().get(v);
        double better = problem.regimes().improveProbability().get(v);
        double value = (1 - worse - better) * later[row(0, a, v, drawdown)];
        value += worse > 0 ? worse * later[row(0, a, v + 1, drawdown)] : 0;
        value += better > 0 ? better * later[row(0, a, v - 1, drawdown)] : 0;
        return value - a * loss;
    }

    private static int best(double[] worth, int allowed) {
        int best = 0;
        for (int a = 1; a < allowed; a++) {
            best = worth[a] > worth[best] ? a : best;
        }
        return best;
    }
}
