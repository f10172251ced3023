package catallaxy.evolution.moea;

import catallaxy.environment.base.random.RandomStream;

/** Uniform numbers of which logarithms can be taken. */
final class Uniform {
    private Uniform() {}

    /** An odd multiple of 2^−54 in (0, 1). One word. */
    static double open(RandomStream random) {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }
}
