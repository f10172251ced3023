package catallaxy.environment.base.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compares every operation with {@link BigInteger} over seeded operands that dwell on the edges. */
final class Int256Test {
    private static final BigInteger TWO_256 = BigInteger.TWO.pow(256);
    private static final int SEEDS = 30;
    private static final int CASES = 1_000;

    /** Ends of the range, powers of two and their neighbours of both signs, and uniform numbers of any length. */
    private static BigInteger operand(RandomStream random) {
        BigInteger power = BigInteger.TWO.pow(random.nextInt(255));
        BigInteger magnitude = switch (random.nextInt(4)) {
            case 0 -> power.add(BigInteger.valueOf(random.nextInt(3) - 1));
            case 1 -> BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(1 + random.nextInt(2)));
            default -> uniform(random).shiftRight(1 + random.nextInt(255));
        };
        BigInteger signed = random.nextBoolean(0.5) ? magnitude.negate() : magnitude;
        return random.nextInt(50) == 0 ? BigInteger.TWO.pow(255).negate() : signed;
    }

    private static BigInteger uniform(RandomStream random) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 4; i++) {
            value = value.shiftLeft(64).or(new BigInteger(Long.toUnsignedString(random.nextLong())));
        }
        return value;
    }

    private interface Case {
        void check(BigInteger a, BigInteger b, RandomStream random);
    }

    private static void forAll(Case test) {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "int256");
            for (int i = 0; i < CASES; i++) {
                BigInteger a = operand(random);
                BigInteger b = operand(random);
                try {
                    test.check(a, b, random);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + " a=" + a + " b=" + b, e);
                }
            }
        }
    }

    private static void same(Int256 actual, BigInteger expected) {
        if (!actual.toBigInteger().equals(expected)) {
            throw new AssertionError("expected " + expected + ", found " + actual);
        }
    }

    private static boolean inRange(BigInteger value) {
        return value.bitLength() <= 255;
    }

    /** The signed number of the low 256 bits. */
    private static BigInteger wrapped(BigInteger value) {
        BigInteger low = value.mod(TWO_256);
        return low.testBit(255) ? low.subtract(TWO_256) : low;
    }

    private static void checked(
            BigInteger a, BigInteger b, BinaryOperator<Int256> operation, BinaryOperator<BigInteger> model) {
        BigInteger expected = model.apply(a, b);
        if (inRange(expected)) {
            same(operation.apply(Int256.of(a), Int256.of(b)), expected);
        } else {
            assertThatThrownBy(() -> operation.apply(Int256.of(a), Int256.of(b)))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining(a.toString());
        }
    }

    @Test
    void exactArithmeticThrowsWhereTheResultDoesNotFit() {
        forAll((a, b, random) -> {
            checked(a, b, Int256::plusExact, BigInteger::add);
            checked(a, b, Int256::minusExact, BigInteger::subtract);
            checked(a, b, Int256::timesExact, BigInteger::multiply);
            checked(BigInteger.ZERO, a, (zero, x) -> x.negatedExact(), BigInteger::subtract);
        });
    }

    @Test
    void wrappingArithmeticKeepsTheLowBits() {
        forAll((a, b, random) -> {
            same(Int256.of(a).plusWrapping(Int256.of(b)), wrapped(a.add(b)));
            same(Int256.of(a).minusWrapping(Int256.of(b)), wrapped(a.subtract(b)));
            same(Int256.of(a).timesWrapping(Int256.of(b)), wrapped(a.multiply(b)));
            same(Int256.of(a).negatedWrapping(), wrapped(a.negate()));
        });
    }

    @Test
    void divisionRoundsTowardsZeroAndTheRemainderHasTheSignOfTheDividend() {
        forAll((a, b, random) -> {
            if (b.signum() == 0) {
                assertThatThrownBy(() -> Int256.of(a).dividedBy(Int256.ZERO)).isInstanceOf(ArithmeticException.class);
                assertThatThrownBy(() -> Int256.of(a).remainder(Int256.ZERO)).isInstanceOf(ArithmeticException.class);
            } else {
                checked(a, b, Int256::dividedBy, BigInteger::divide);
                checked(a, b, Int256::remainder, BigInteger::remainder);
            }
        });
    }

    @Test
    void onlyTheLeastNumberOverMinusOneDoesNotFit() {
        Int256 minusOne = Int256.of(-1);
        assertThatThrownBy(() -> Int256.MIN.dividedBy(minusOne)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Int256.MIN.timesExact(minusOne)).isInstanceOf(ArithmeticException.class);
        assertThat(Int256.MIN.remainder(minusOne)).isEqualTo(Int256.ZERO);
        assertThat(Int256.MIN.dividedBy(Int256.ONE)).isEqualTo(Int256.MIN);
        assertThat(Int256.MAX.dividedBy(minusOne)).isEqualTo(Int256.MIN.plusExact(Int256.ONE));
    }

    @Test
    void shiftsToTheRightRoundTowardsMinusInfinity() {
        forAll((a, b, random) -> {
            int count = random.nextInt(300);
            same(Int256.of(a).shiftLeft(count), wrapped(a.shiftLeft(count)));
            same(Int256.of(a).shiftRight(count), a.shiftRight(count));
        });
        assertThatThrownBy(() -> Int256.ONE.shiftRight(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void orderSignAndWidthAreThoseOfTheNumber() {
        forAll((a, b, random) -> {
            Int256 x = Int256.of(a);
            Int256 y = Int256.of(b);
            assertThat(x.compareTo(y)).isEqualTo(a.compareTo(b));
            assertThat(x.equals(y)).isEqualTo(a.equals(b));
            assertThat(x.signum()).isEqualTo(a.signum());
            assertThat(x.isZero()).isEqualTo(a.signum() == 0);
            same(x.min(y), a.min(b));
            same(x.max(y), a.max(b));
            int width = 1 + random.nextInt(256);
            assertThat(x.fits(width)).isEqualTo(a.bitLength() < width);
            assertThat(x.doubleValue()).isCloseTo(a.doubleValue(), within(a.doubleValue()));
        });
        assertThatThrownBy(() -> Int256.ONE.fits(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Int256.ONE.fits(257)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(Math.ulp(value));
    }

    @Test
    void bitsAreTheTwosComplement() {
        forAll((a, b, random) -> {
            Int256 x = Int256.of(a);
            assertThat(x.bits().toBigInteger()).isEqualTo(a.mod(TWO_256));
            assertThat(Int256.ofBits(x.bits())).isEqualTo(x).hasSameHashCodeAs(x);
            assertThat(x.magnitude().toBigInteger()).isEqualTo(a.abs());
            same(Int256.ofMagnitude(a.signum() < 0, x.magnitude()), a);
            assertThat(Int256.parse(a.toString())).isEqualTo(x).hasToString(a.toString());
        });
    }

    @Test
    void conversionsThatDoNotFitThrow() {
        assertThat(Int256.of(UInt256.of(7)).toUnsignedExact()).isEqualTo(UInt256.of(7));
        assertThatThrownBy(() -> Int256.of(UInt256.powerOfTwo(255))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Int256.of(BigInteger.TWO.pow(255))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Int256.ofMagnitude(false, UInt256.powerOfTwo(255)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Int256.ofMagnitude(true, UInt256.MAX)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Int256.of(-1).toUnsignedExact()).isInstanceOf(ArithmeticException.class);
        assertThat(Int256.ofMagnitude(true, UInt256.powerOfTwo(255))).isEqualTo(Int256.MIN);
        assertThat(Int256.ofMagnitude(true, UInt256.ZERO)).isEqualTo(Int256.ZERO);
    }

    @Test
    void longsKeepTheirSign() {
        for (long value : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
            assertThat(Int256.of(value).longValueExact()).isEqualTo(value);
            same(Int256.of(value), BigInteger.valueOf(value));
        }
        Int256 beyond = Int256.of(Long.MIN_VALUE).minusExact(Int256.ONE);
        assertThatThrownBy(beyond::longValueExact).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesWhatIsNoNumberOfTheRange() {
        String least = BigInteger.TWO.pow(255).negate().toString();
        assertThat(Int256.parse(least)).isEqualTo(Int256.MIN);
        for (String text : new String[] {"", "-", "--1", "+1", " 1", "1e3", least.substring(1), least + "0"}) {
            assertThatThrownBy(() -> Int256.parse(text)).isInstanceOf(NumberFormatException.class);
        }
    }

    @Test
    void whatIsSavedIsRead() {
        for (Int256 value : new Int256[] {Int256.MIN, Int256.of(-5), Int256.ZERO, Int256.MAX}) {
            StateWriter out = new StateWriter();
            value.save(out);
            assertThat(Int256.load(new StateReader(out.toBytes()))).isEqualTo(value);
        }
    }
}
