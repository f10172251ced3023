package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;

/** Random numbers of every size: each number of bits is as likely as another, and what is at an edge comes often. */
final class Draw {
    private static final int BITS = 256;

    private final RandomStream random;

    Draw(RandomStream random) {
        this.random = random;
    }

    Draw copy() {
        return new Draw(random.copy());
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    double uniform() {
        return random.nextDouble();
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number of exactly so many bits, or zero of none. */
    UInt256 ofBits(int bits) {
        if (bits == 0) {
            return UInt256.ZERO;
        }
        UInt256 all = bits <= 64
                ? UInt256.of(random.nextLong() >>> 1)
                : UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        int width = bits <= 64 ? 63 : BITS;
        UInt256 fit = bits > width ? all : all.shiftRight(width - bits);
        UInt256 top = UInt256.powerOfTwo(bits - 1);
        return fit.bitLength() == bits ? fit : fit.isAtLeast(top) ? top : top.plusExact(fit);
    }

    /** Anything that 256 bits hold. */
    UInt256 any() {
        return switch (random.nextInt(16)) {
            case 0 -> UInt256.MAX;
            case 1 -> UInt256.powerOfTwo(random.nextInt(BITS));
            case 2 -> UInt256.powerOfTwo(1 + random.nextInt(BITS - 1)).minusExact(UInt256.ONE);
            default -> ofBits(random.nextInt(BITS + 1));
        };
    }

    /** Mostly at most {@code most}, of any number of bits; seldom one more, or anything. */
    UInt256 upTo(UInt256 most) {
        int kind = random.nextInt(32);
        if (kind == 0) {
            return most;
        } else if (kind == 1) {
            return most.plusWrapping(UInt256.ONE);
        } else if (kind == 2) {
            return any();
        }
        UInt256 drawn = ofBits(random.nextInt(most.bitLength() + 1));
        return drawn.isLessThan(most) ? drawn : most.shiftRight(1);
    }

    /** The same as an amount of a call. */
    Amount amount(UInt256 most) {
        return random.nextInt(64) == 0 ? Amount.all() : Amount.of(upTo(most));
    }
}
