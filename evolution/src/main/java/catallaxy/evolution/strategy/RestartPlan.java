package catallaxy.evolution.strategy;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Which runs follow each other. The first has the usual population. IPOP doubles it each time. BIPOP does so, too, as long as its
 * large runs have used no more trials than its small ones, and else makes a small one:
 *
 * <pre>
 *   λ = ⌊λ_0 (λ_large / (2 λ_0))^(U²)⌋,   σ = σ_0 · 10^(−2 U'),   trials ≤ half of those of the last large run
 * </pre>
 *
 * <p>with U and U' uniform. Hansen 2009, https://doi.org/10.1145/1570256.1570333. Owned by one thread.
 */
final class RestartPlan {
    /** A run: its population, its first step size, and how many trials it may use. */
    record Run(int population, double sigma, long most) {}

    private static final int LARGEST = 500_000;

    private final Restarts restarts;
    private final int first;
    private final double sigma;
    private int large;
    private boolean small;
    private long largeUsed;
    private long smallUsed;
    private long lastLarge;

    RestartPlan(Restarts restarts, int population, double sigma) {
        this.restarts = restarts;
        this.sigma = sigma;
        first = population;
        large = population;
    }

    Run begin() {
        return new Run(first, sigma, Long.MAX_VALUE);
    }

    /**
     * The run after one that has used so many trials.
     *
     * @param random two words
     */
    Run next(long used, RandomStream random) {
        double u = random.nextDouble();
        double smaller = random.nextDouble();
        if (small) {
            smallUsed += used;
        } else {
            largeUsed += used;
            lastLarge = used;
        }
        small = restarts == Restarts.BIPOP && smallUsed < largeUsed && large > first;
        if (small) {
            int population = (int) (first * StrictMath.pow(large / (2.0 * first), u * u));
            return new Run(Math.max(2, population), sigma * StrictMath.pow(10, -2 * smaller), lastLarge / 2);
        }
        large = Math.min(LARGEST, 2 * large);
        return new Run(large, sigma, Long.MAX_VALUE);
    }

    void save(StateWriter out) {
        out.int32(large).flag(small).int64(largeUsed).int64(smallUsed).int64(lastLarge);
    }

    void load(StateReader in) {
        large = in.int32();
        small = in.flag();
        largeUsed = in.int64();
        smallUsed = in.int64();
        lastLarge = in.int64();
    }
}
