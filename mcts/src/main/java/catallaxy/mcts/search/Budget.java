package catallaxy.mcts.search;

import java.util.function.LongSupplier;

/** How long a search goes on. */
public interface Budget {
    /** Simulations that rules which plan ahead should count on. */
    int planned();

    /** Whether it is spent after {@code simulations}; asked between batches of leaves. */
    boolean spent(int simulations);

    /**
     * A number of simulations.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    static Budget simulations(int simulations) {
        positive("simulations", simulations);
        return new Budget() {
            @Override
            public int planned() {
                return simulations;
            }

            @Override
            public boolean spent(int done) {
                return done >= simulations;
            }
        };
    }

    /**
     * A length of time, and at least one simulation. What a search finds then depends on the machine.
     *
     * @param nanos   how long, from now
     * @param planned simulations that are expected in that time
     * @param clock   rising nanoseconds
     * @throws IllegalArgumentException if one of the numbers is not positive
     */
    static Budget time(long nanos, int planned, LongSupplier clock) {
        positive("nanos", nanos);
        positive("planned", planned);
        long begin = clock.getAsLong();
        return new Budget() {
            @Override
            public int planned() {
                return planned;
            }

            @Override
            public boolean spent(int done) {
                return done > 0 && clock.getAsLong() - begin >= nanos;
            }
        };
    }

    private static void positive(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + ": found " + value + ", expected a positive integer");
        }
    }
}
