package catallaxy.evolution.control;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;

/**
 * Two poles without velocities. Fitness is that of Gruau, Whitley and Pyeatt 1996 over a trial of 1,000 steps, which punishes who shakes
 * the cart to guess velocities: {@code F = 0.1 f₁ + 0.9 f₂} with {@code f₁ = t / 1000} and {@code f₂ = 0.75 / Σ (|x| + |ẋ| + |θ₁| + |θ̇₁|)}
 * over the last 100 steps, 0 where the poles fell before step 100; 999 at most.
 *
 * <p>Who balances that trial is tried for 100,000 steps and then from 625 starts, all combinations of x, ẋ, θ₁ and θ̇₁ at 5, 25, 50, 75 and
 * 95 % of ±2.16 m, ±1.35 m/s, ±3.6° and ±8.6°/s with the short pole upright and at rest. Who balances 200 of them or more for 1,000
 * steps is a solution, and its fitness is 1,000 and the number of starts. The paper puts the best of each generation alone to that test.
 */
record DampedBalance() implements ControllerTask {
    /** Fitness that only solutions reach. */
    static final double SOLVED = 1000;

    static final int STARTS = 625;

    private static final int SHORT = 1000;
    private static final int DAMPED = 100;
    private static final int ENOUGH = 200;
    private static final double[] PLACES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final double[] SIDES = {2.16, 1.35, 3.6 * Math.PI / 180, 8.6 * Math.PI / 180};

    @Override
    public int inputs() {
        return 3;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public Objectives objectives() {
        return Objectives.of(Objective.maximised("fitness"));
    }

    @Override
    public boolean noisy() {
        return false;
    }

    @Override
    public FitnessSample sample(Controller candidate, long seed) {
        PoleTrial trial = new PoleTrial(candidate, false);
        int steps = trial.balance(SHORT, PoleTrial.START);
        double damped = steps < DAMPED ? 0 : 0.75 / trial.movement();
        double fitness = Math.min(SOLVED - 1, 0.1 * steps / SHORT + 0.9 * damped);
        if (steps == SHORT && trial.balance(BalancedSteps.LONG, PoleTrial.START) == BalancedSteps.LONG) {
            int starts = starts(trial);
            return FitnessSample.of(starts < ENOUGH ? fitness : SOLVED + starts);
        }
        return FitnessSample.of(fitness);
    }

    /** From how many of the starts it balances. */
    static int starts(PoleTrial trial) {
        int balanced = 0;
        for (int start = 0; start < STARTS; start++) {
            if (trial.balance(SHORT, start(start)) == SHORT) {
                balanced++;
            }
        }
        return balanced;
    }

    /** {@code [6]}: a state to start from, counted from 0. */
    static double[] start(int number) {
        double[] state = new double[6];
        int rest = number;
        for (int i = 0; i < SIDES.length; i++) {
            state[i] = (2 * PLACES[rest % PLACES.length] - 1) * SIDES[i];
            rest /= PLACES.length;
        }
        return state;
    }
}
