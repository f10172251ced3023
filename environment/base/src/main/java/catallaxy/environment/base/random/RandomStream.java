package catallaxy.environment.base.random;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * The random numbers of one component: a counter-based stream keyed by (seed, component path).
 * Philox2x64-10 of Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3",
 * https://doi.org/10.1145/2063384.2063405. The seed is the cipher's key, a 64-bit hash of the path is the high word
 * of its counter and the block number the low word: streams of different paths run over disjoint counters, so
 * adding a component never changes the numbers of another.
 *
 * <p>The whole state is (seed, path hash, {@link #counter}); nothing else is remembered between draws. Every
 * method says how many 64-bit words it takes; where it is a fixed number, the n-th variate is a function of n alone.
 * The same on every machine: integer arithmetic, IEEE doubles and {@link StrictMath}.
 *
 * <p>Mutable, one owner, not thread safe. No draw allocates.
 */
public final class RandomStream {
    static final long MULTIPLIER = 0xD2B7_4407_B1CE_6E93L;
    static final long WEYL = 0x9E37_79B9_7F4A_7C15L;
    static final int ROUNDS = 10;
    /** Takes the place of a path in the block that makes a seed of a seed and a luck. */
    private static final long DIVERTED = hash("diverted");

    private static final double UNIT_53 = 0x1p-53;
    private static final double UNIT_63 = 0x1p-63;

    private long seed;
    private final long pathHash;
    /** Words drawn so far. */
    private long position;
    /** The second word of the current block: derived, meaningful only where {@code position} is odd. */
    private long second;

    RandomStream(long seed, long pathHash, long position) {
        this.seed = seed;
        this.pathHash = pathHash;
        seek(position);
    }

    /**
     * The stream of component {@code path} in the run of {@code seed}, at its beginning.
     *
     * @param path names the component, for example {@code world/jumps/ETH}
     * @throws IllegalArgumentException if {@code path} is empty
     */
    public static RandomStream of(long seed, String path) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("path: found an empty string, expected the path of a component");
        }
        return new RandomStream(seed, hash(path), 0);
    }

    /** 64 uniform bits. One word. */
    public long nextLong() {
        long word = position++;
        return (word & 1) == 0 ? block(word >>> 1) : second;
    }

    /**
     * A uniform integer in [0, bound), without bias: Lemire 2019, https://doi.org/10.1145/3230636. One word, rarely more.
     *
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    public int nextInt(int bound) {
        requirePositive(bound);
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xFFFF_FFFFL) < bound) {
            long threshold = (1L << 32) % bound;
            while ((product & 0xFFFF_FFFFL) < threshold) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * A uniform integer in [0, bound), without bias, as {@link #nextInt}. One word, rarely more.
     *
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    public long nextLong(long bound) {
        requirePositive(bound);
        long word = nextLong();
        if (Long.compareUnsigned(word * bound, bound) < 0) {
            long threshold = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(word * bound, threshold) < 0) {
                word = nextLong();
            }
        }
        return Math.unsignedMultiplyHigh(word, bound);
    }

    /** A uniform multiple of 2^−53 in [0, 1). One word. */
    public double nextDouble() {
        return uniform(nextLong());
    }

    /** The uniform multiple of 2^−53 in [0, 1) that {@link #nextDouble} makes of one word. */
    public static double uniform(long word) {
        return (word >>> 11) * UNIT_53;
    }

    /**
     * True with probability {@code p}; never for 0, always for 1. One word.
     *
     * @throws IllegalArgumentException if {@code p} is outside [0, 1]
     */
    public boolean nextBoolean(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p: found " + p + ", expected a probability in [0, 1]");
        }
        return nextDouble() < p;
    }

    /**
     * A standard normal variate by inversion of one word: a sign bit and a 63-bit tail probability, so that both tails
     * are resolved to 2^−64 (9.1 standard deviations). One word.
     */
    public double nextGaussian() {
        return gaussian(nextLong());
    }

    /** The standard normal variate that {@link #nextGaussian} makes of one word. */
    public static double gaussian(long word) {
        double tail = ((word & Long.MAX_VALUE) + 0.5) * (0.5 * UNIT_63);
        double magnitude = NormalQuantile.ofUpperTail(tail);
        return word < 0 ? -magnitude : magnitude;
    }

    /** A variate of the exponential distribution with mean 1, by inversion. One word. */
    public double nextExponential() {
        return -StrictMath.log(((nextLong() >>> 1) + 0.5) * UNIT_63);
    }

    /**
     * A variate of the Poisson distribution. One word for a mean below 10, a varying number from there on.
     *
     * @throws IllegalArgumentException if {@code mean} is outside [0, 10⁹]
     */
    public int nextPoisson(double mean) {
        return Poisson.draw(this, mean);
    }

    /** The number of 64-bit words drawn so far. */
    public long counter() {
        return position;
    }

    /** An independent stream with the same state: both go on with the same numbers. */
    public RandomStream copy() {
        return new RandomStream(seed, pathHash, position);
    }

    /** Writes the whole state, 24 bytes. */
    public void save(StateWriter out) {
        out.int64(seed).int64(pathHash).int64(position);
    }

    /** The stream that was {@link #save saved}, where it was. */
    public static RandomStream load(StateReader in) {
        return new RandomStream(in.int64(), in.int64(), in.int64());
    }

    /**
     * Goes on with other numbers, independent of what would have come: those of the seed that this one and {@code luck} make, from the
     * same position on. Streams of one seed that are diverted by one luck are streams of one other seed.
     */
    public void divert(long luck) {
        seed = encrypt(luck, DIVERTED);
        seek(position);
    }

    /** Goes to the word after the first {@code target}: the next draw gives what it gives in a stream that has drawn so many. */
    public void seek(long target) {
        position = target;
        if ((target & 1) != 0) {
            block(target >>> 1);
        }
    }

    /** Encrypts counter (low, path hash); returns the first word and keeps the second. */
    private long block(long low) {
        return encrypt(low, pathHash);
    }

    long encrypt(long low, long high) {
        long key = seed;
        long left = low;
        long right = high;
        for (int round = 0; round < ROUNDS; round++) {
            long product = MULTIPLIER * left;
            left = Math.unsignedMultiplyHigh(MULTIPLIER, left) ^ key ^ right;
            right = product;
            key += WEYL;
        }
        second = right;
        return left;
    }

    long second() {
        return second;
    }

    /** FNV-1a over the UTF-16 units of the path: distinct paths of a run meet with probability about 2^−64 a pair. */
    static long hash(String path) {
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (int i = 0; i < path.length(); i++) {
            hash = (hash ^ path.charAt(i)) * 0x0000_0100_0000_01B3L;
        }
        return hash;
    }

    private static void requirePositive(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound: found " + bound + ", expected a positive integer");
        }
    }
}
