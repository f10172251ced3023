package catallaxy.environment.base.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Compares every operation with {@link BigInteger} over seeded operands that dwell on the edges. */
final class UInt256Test {
    private static final BigInteger TWO_256 = BigInteger.TWO.pow(256);
    private static final int SEEDS = 40;
    private static final int CASES = 2_000;

    /** All ones, powers of two and their neighbours, sparse limbs and uniform numbers of any length. */
    private static BigInteger operand(SplittableRandom random) {
        int bits = random.nextInt(257);
        return switch (random.nextInt(6)) {
            case 0 -> BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
            case 1 -> BigInteger.TWO.pow(random.nextInt(256));
            case 2 -> BigInteger.TWO.pow(random.nextInt(256)).add(BigInteger.valueOf(random.nextInt(3)));
            case 3 -> sparse(random);
            case 4 -> TWO_256.subtract(BigInteger.valueOf(random.nextInt(1, 4)));
            default -> uniform(random, bits);
        };
    }

    private static BigInteger uniform(SplittableRandom random, int bits) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes).shiftRight(256 - bits);
    }

    private static BigInteger sparse(SplittableRandom random) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 4; i++) {
            long limb = switch (random.nextInt(4)) {
                case 0 -> 0L;
                case 1 -> -1L;
                case 2 -> Long.MIN_VALUE;
                default -> random.nextLong();
            };
            value = value.shiftLeft(64).or(new BigInteger(Long.toUnsignedString(limb)));
        }
        return value;
    }

    private interface Case {
        void check(BigInteger a, BigInteger b, BigInteger c, SplittableRandom random);
    }

    private static void forAll(Case test) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < CASES; i++) {
                BigInteger a = operand(random);
                BigInteger b = operand(random);
                BigInteger c = operand(random);
                try {
                    test.check(a, b, c, random);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + " a=" + a + " b=" + b + " c=" + c, e);
                }
            }
        }
    }

    private static void same(UInt256 actual, BigInteger expected) {
        if (!actual.toBigInteger().equals(expected)) {
            throw new AssertionError("expected " + expected + ", found " + actual);
        }
    }

    private static boolean inRange(BigInteger value) {
        return value.signum() >= 0 && value.bitLength() <= 256;
    }

    private static void checked(
            BigInteger a, BigInteger b, BinaryOperator<UInt256> operation, BinaryOperator<BigInteger> model) {
        BigInteger expected = model.apply(a, b);
        if (inRange(expected)) {
            same(operation.apply(UInt256.of(a), UInt256.of(b)), expected);
        } else {
            assertThatThrownBy(() -> operation.apply(UInt256.of(a), UInt256.of(b)))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining(a.toString());
        }
    }

    @Test
    void exactArithmeticThrowsWhereTheResultDoesNotFit() {
        forAll((a, b, c, random) -> {
            checked(a, b, UInt256::plusExact, BigInteger::add);
            checked(a, b, UInt256::minusExact, BigInteger::subtract);
            checked(a, b, UInt256::timesExact, BigInteger::multiply);
            assertThat(UInt256.of(a).timesOverflows(UInt256.of(b))).isEqualTo(!inRange(a.multiply(b)));
            assertThat(UInt256.of(a).plusOverflows(UInt256.of(b))).isEqualTo(!inRange(a.add(b)));
        });
    }

    @Test
    void wrappingArithmeticIsModulo() {
        forAll((a, b, c, random) -> {
            same(UInt256.of(a).plusWrapping(UInt256.of(b)), a.add(b).mod(TWO_256));
            same(UInt256.of(a).minusWrapping(UInt256.of(b)), a.subtract(b).mod(TWO_256));
            same(UInt256.of(a).timesWrapping(UInt256.of(b)), a.multiply(b).mod(TWO_256));
        });
    }

    @Test
    void divisionRoundsDown() {
        forAll((a, b, c, random) -> {
            if (b.signum() == 0) {
                assertThatThrownBy(() -> UInt256.of(a).dividedBy(UInt256.ZERO)).isInstanceOf(ArithmeticException.class);
            } else {
                same(UInt256.of(a).dividedBy(UInt256.of(b)), a.divide(b));
                same(UInt256.of(a).remainder(UInt256.of(b)), a.mod(b));
            }
        });
    }

    /** Built from the quotient: just below and at a multiple of a divisor of three limbs, where an estimate is one too high. */
    @Test
    void theNextMultipleOfADivisorOfThreeLimbsIsTheNextQuotient() {
        forAll((a, b, c, random) -> {
            BigInteger divisor = a.shiftRight(64).setBit(128 + random.nextInt(64));
            BigInteger quotient = b.shiftRight(divisor.bitLength());
            BigInteger multiple = quotient.multiply(divisor);
            same(UInt256.of(multiple).dividedBy(UInt256.of(divisor)), quotient);
            if (quotient.signum() > 0) {
                UInt256 below = UInt256.of(multiple.subtract(BigInteger.ONE));
                same(below.dividedBy(UInt256.of(divisor)), quotient.subtract(BigInteger.ONE));
                same(below.mulDivCeil(UInt256.ONE, UInt256.of(divisor)), quotient);
            }
        });
    }

    @Test
    void mulDivKeepsTheWholeProduct() {
        forAll((a, b, c, random) -> {
            if (c.signum() == 0) {
                return;
            }
            BigInteger[] expected = a.multiply(b).divideAndRemainder(c);
            BigInteger ceiling = expected[0].add(BigInteger.valueOf(expected[1].signum()));
            mulDiv(expected[0], x -> x.mulDivFloor(UInt256.of(b), UInt256.of(c)), a);
            mulDiv(ceiling, x -> x.mulDivCeil(UInt256.of(b), UInt256.of(c)), a);
        });
    }

    private static void mulDiv(BigInteger expected, UnaryOperator<UInt256> operation, BigInteger a) {
        if (inRange(expected)) {
            same(operation.apply(UInt256.of(a)), expected);
        } else {
            assertThatThrownBy(() -> operation.apply(UInt256.of(a))).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void rootsAreFloors() {
        forAll((a, b, c, random) -> {
            same(UInt256.of(a).sqrt(), a.sqrt());
            BigInteger root = a.shiftRight(128);
            BigInteger square = root.multiply(root);
            same(UInt256.of(square).sqrt(), root);
            if (square.signum() > 0) {
                same(UInt256.of(square.subtract(BigInteger.ONE)).sqrt(), root.subtract(BigInteger.ONE));
            }
        });
    }

    @Test
    void shiftsDropWhatLeaves() {
        forAll((a, b, c, random) -> {
            int bits = random.nextInt(300);
            same(UInt256.of(a).shiftLeft(bits), a.shiftLeft(bits).mod(TWO_256));
            same(UInt256.of(a).shiftRight(bits), a.shiftRight(bits));
            assertThat(UInt256.of(a).bitLength()).isEqualTo(a.bitLength());
        });
    }

    @Test
    void orderEqualityAndTextAreThoseOfTheNumber() {
        forAll((a, b, c, random) -> {
            UInt256 x = UInt256.of(a);
            UInt256 y = UInt256.of(b);
            assertThat(x.compareTo(y)).isEqualTo(a.compareTo(b));
            assertThat(x.equals(y)).isEqualTo(a.equals(b));
            same(x.min(y), a.min(b));
            same(x.max(y), a.max(b));
            assertThat(x.toString()).isEqualTo(a.toString());
            assertThat(UInt256.parse(a.toString())).isEqualTo(x).hasSameHashCodeAs(x);
            assertThat(UInt256.ofLimbs(x.limb(3), x.limb(2), x.limb(1), x.limb(0)))
                    .isEqualTo(x);
        });
    }

    @Test
    void doublesAreWithinOneUnitInTheLastPlace() {
        forAll((a, b, c, random) -> {
            double expected = a.doubleValue();
            assertThat(Math.abs(UInt256.of(a).doubleValue() - expected)).isLessThanOrEqualTo(Math.ulp(expected));
        });
    }

    @Test
    void longsThatFitAreExact() {
        assertThat(UInt256.of(Long.MAX_VALUE).longValueExact()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> UInt256.powerOfTwo(63).longValueExact()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> UInt256.powerOfTwo(64).longValueExact()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesWhatIsNoNumberOfTheRange() {
        for (String text :
                new String[] {"", "-1", "+1", " 1", "1e3", "0x10", "\u0661", TWO_256.toString(), "9".repeat(200)}) {
            assertThatThrownBy(() -> UInt256.parse(text)).isInstanceOf(NumberFormatException.class);
        }
        assertThatThrownBy(() -> UInt256.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UInt256.of(TWO_256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UInt256.ONE.shiftLeft(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UInt256.powerOfTwo(256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UInt256.ONE.limb(4)).isInstanceOf(IllegalArgumentException.class);
    }
}
