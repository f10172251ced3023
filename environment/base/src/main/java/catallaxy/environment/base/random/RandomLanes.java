package catallaxy.environment.base.random;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * The random numbers of {@code L} like components that draw together: lane {@code i} gives word for word what
 * {@code RandomStream.of(seed, path + "/" + i)} gives, whatever {@code L}. Held as arrays, so that one word for every
 * lane is one loop.
 *
 * <p>Mutable, one owner, not thread safe. No draw allocates.
 */
public final class RandomLanes {
    private final long seed;
    private final long[] hashes;
    /** {@code [L]}: words drawn so far. */
    private final long[] positions;
    /** {@code [L]}: the second word of the current block: derived, meaningful only where the position is odd. */
    private final long[] seconds;

    private RandomLanes(long seed, long[] hashes, long[] positions) {
        this.seed = seed;
        this.hashes = hashes;
        this.positions = positions;
        seconds = new long[hashes.length];
        for (int lane = 0; lane < hashes.length; lane++) {
            if ((positions[lane] & 1) != 0) {
                block(lane, positions[lane] >>> 1);
            }
        }
    }

    /**
     * The streams {@code path/0}, {@code path/1}… in the run of {@code seed}, at their beginning.
     *
     * @param lanes {@code L}
     */
    public static RandomLanes of(long seed, String path, int lanes) {
        long[] hashes = new long[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            hashes[lane] = RandomStream.hash(path + "/" + lane);
        }
        return new RandomLanes(seed, hashes, new long[lanes]);
    }

    /** {@code L}. */
    public int lanes() {
        return hashes.length;
    }

    /** 64 uniform bits of one lane. */
    public long nextLong(int lane) {
        long word = positions[lane]++;
        return (word & 1) == 0 ? block(lane, word >>> 1) : seconds[lane];
    }

    /** 64 uniform bits of every lane, into {@code words [L]}. */
    public void nextLongs(long[] words) {
        for (int lane = 0; lane < hashes.length; lane++) {
            words[lane] = nextLong(lane);
        }
    }

    /** A uniform multiple of 2^−53 in [0, 1). One word. */
    public double nextDouble(int lane) {
        return RandomStream.uniform(nextLong(lane));
    }

    /** A standard normal variate, as {@link RandomStream#nextGaussian}. One word. */
    public double nextGaussian(int lane) {
        return RandomStream.gaussian(nextLong(lane));
    }

    /** A uniform integer in [0, bound), but for a bias below 2^−33; {@code bound} is positive. Always one word. */
    public int nextInt(int lane, int bound) {
        return (int) Math.unsignedMultiplyHigh(nextLong(lane), bound);
    }

    /** Writes the whole state. */
    public void save(StateWriter out) {
        out.int64(seed).longs(hashes, hashes.length).longs(positions, positions.length);
    }

    /** The lanes that were {@link #save saved}, where they were. */
    public static RandomLanes load(StateReader in) {
        return new RandomLanes(in.int64(), in.longs(), in.longs());
    }

    /** Encrypts counter (low, hash of the lane); returns the first word and keeps the second. */
    private long block(int lane, long low) {
        long key = seed;
        long left = low;
        long right = hashes[lane];
        for (int round = 0; round < RandomStream.ROUNDS; round++) {
            long product = RandomStream.MULTIPLIER * left;
            left = Math.unsignedMultiplyHigh(RandomStream.MULTIPLIER, left) ^ key ^ right;
            right = product;
            key += RandomStream.WEYL;
        }
        seconds[lane] = right;
        return left;
    }
}
