package catallaxy.evolution.fitness;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * What is known of a candidate: the mean over its trials, as costs, and how sure that is. One invalid trial makes it invalid for
 * good: whoever was ruined once neither wins nor reproduces. Immutable; arrays are not to be written to.
 *
 * <p>Means and squared deviations are those of Welford 1962, https://doi.org/10.1080/00401706.1962.10490022, joined as Chan, Golub
 * and LeVeque 1983 do.
 */
public final class Fitness {
    private static final double[] NONE = {};
    private static final Fitness INVALID = new Fitness(0, NONE, NONE, NONE);

    private final int samples;
    private final double[] costs;
    /** {@code [M]}: sums of squared deviations; empty for one sample. */
    private final double[] squares;

    private final double[] behaviour;

    private Fitness(int samples, double[] costs, double[] squares, double[] behaviour) {
        this.samples = samples;
        this.costs = costs;
        this.squares = squares;
        this.behaviour = behaviour;
    }

    /** What one trial says. */
    public static Fitness of(Objectives objectives, FitnessSample sample) {
        return sample.valid() ? new Fitness(1, objectives.turned(sample.values()), NONE, sample.behaviour()) : INVALID;
    }

    /** One of these costs, from a single trial without behaviour. */
    public static Fitness ofCosts(double... costs) {
        return new Fitness(1, costs.clone(), NONE, NONE);
    }

    /** Of a candidate that failed. */
    public static Fitness invalid() {
        return INVALID;
    }

    /** What this and other trials of the same candidate say together. */
    public Fitness plus(Fitness other) {
        if (!valid() || !other.valid()) {
            return INVALID;
        }
        int both = samples + other.samples;
        double[] mean = new double[costs.length];
        double[] spread = new double[costs.length];
        double weight = (double) other.samples / both;
        for (int i = 0; i < costs.length; i++) {
            double apart = other.costs[i] - costs[i];
            mean[i] = costs[i] + apart * weight;
            spread[i] = square(i) + other.square(i) + apart * apart * samples * weight;
        }
        double[] shown = new double[behaviour.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = behaviour[i] + (other.behaviour[i] - behaviour[i]) * weight;
        }
        return new Fitness(both, mean, spread, shown);
    }

    private double square(int i) {
        return squares.length == 0 ? 0 : squares[i];
    }

    /** Whether no trial failed, and there was one. */
    public boolean valid() {
        return samples > 0;
    }

    /** How many trials; 0 of an invalid one. */
    public int samples() {
        return samples;
    }

    /** {@code [M]}: mean costs, of which less is better; empty of an invalid one. */
    public double[] costs() {
        return costs;
    }

    /** The mean cost by the first objective; infinite of an invalid one. */
    public double cost() {
        return valid() ? costs[0] : Double.POSITIVE_INFINITY;
    }

    /** Standard error of a mean cost: unknown (NaN) from fewer than two trials. */
    public double standardError(int objective) {
        return samples < 2 ? Double.NaN : Math.sqrt(square(objective) / (samples - 1.0) / samples);
    }

    /** {@code [D]}: mean behaviour; empty where the task describes none. */
    public double[] behaviour() {
        return behaviour;
    }

    /** Whether no cost is higher than the other's and one is lower. The valid dominate all invalid. */
    public boolean dominates(Fitness other) {
        if (!valid() || !other.valid()) {
            return valid();
        }
        boolean lower = false;
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] > other.costs[i]) {
                return false;
            }
            lower |= costs[i] < other.costs[i];
        }
        return lower;
    }

    /** Writes all of it. */
    public void save(StateWriter out) {
        out.int32(samples).doubles(costs).doubles(squares).doubles(behaviour);
    }

    /** What was {@link #save saved}. */
    public static Fitness load(StateReader in) {
        return new Fitness(in.int32(), in.doubles(), in.doubles(), in.doubles());
    }
}
