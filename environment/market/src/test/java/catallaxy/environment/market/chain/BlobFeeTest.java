package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BlobFeeTest {
    private static final long BLOB = BlobFee.BLOB_GAS;
    private static final List<BlobFork> FORKS =
            List.of(BlobFork.CANCUN, BlobFork.PRAGUE, BlobFork.OSAKA, BlobFork.BPO1, BlobFork.BPO2);

    /** e^(n/d) by its terms from the definition: each is computed anew, none from the one before it. */
    private static List<BigInteger> terms(long n, long d) {
        List<BigInteger> terms = new ArrayList<>();
        BigInteger term = BigInteger.valueOf(d);
        for (int i = 1; term.signum() != 0; i++) {
            terms.add(term);
            BigInteger product = term.multiply(BigInteger.valueOf(n));
            term = product.subtract(product.mod(BigInteger.valueOf(d).multiply(BigInteger.valueOf(i))))
                    .divide(BigInteger.valueOf(d))
                    .divide(BigInteger.valueOf(i));
        }
        Collections.reverse(terms);
        return terms;
    }

    @Test
    void sumsTheTermsOfTheExponentialInWholeNumbers() {
        for (int seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.of(seed, "blob fee");
            for (BlobFork fork : FORKS) {
                long fraction = fork.rule().orElseThrow().updateFraction();
                long excess = random.nextInt(Math.toIntExact(40 * fraction));
                BigInteger sum = terms(excess, fraction).stream().reduce(BigInteger.ZERO, BigInteger::add);
                assertThat(fork.rule().orElseThrow().baseFee(BigInteger.valueOf(excess)))
                        .as("seed %d, %s, excess %d", seed, fork, excess)
                        .isEqualTo(sum.divide(BigInteger.valueOf(fraction)));
            }
        }
    }

    @Test
    void isWithinOneWeiAndARoundingOfTheExponential() {
        for (BlobFork fork : FORKS) {
            for (int powers = 0; powers < 60; powers++) {
                BigInteger excess =
                        BigInteger.valueOf(powers * fork.rule().orElseThrow().updateFraction());
                double exact = StrictMath.exp(powers);
                assertThat(fork.rule().orElseThrow().baseFee(excess).doubleValue())
                        .as("%s, e^%d", fork, powers)
                        .isCloseTo(exact, within(1 + 1e-4 * exact));
            }
        }
    }

    @Test
    void theForksAreThoseOfTheirProposals() {
        List<Long> targets = new ArrayList<>();
        List<Long> most = new ArrayList<>();
        List<Double> fullBlock = new ArrayList<>();
        for (BlobFork fork : FORKS) {
            BlobFee rule = fork.rule().orElseThrow();
            targets.add(rule.targetBlobGas() / BLOB);
            most.add(rule.maxBlobGas() / BLOB);
            fullBlock.add(StrictMath.exp((double) (rule.maxBlobGas() - rule.targetBlobGas()) / rule.updateFraction()));
        }
        assertThat(targets).containsExactly(3L, 6L, 6L, 10L, 14L);
        assertThat(most).containsExactly(6L, 9L, 9L, 15L, 21L);
        // a full block raises the fee by an eighth at first, by a twelfth since Prague
        assertThat(fullBlock.getFirst()).isCloseTo(1.125, within(1e-4));
        assertThat(fullBlock.subList(1, 5)).allSatisfy(each -> assertThat(each).isCloseTo(1.0817, within(1e-3)));
    }

    @Test
    void excessIsWhatWasUsedAboveTheTarget() {
        BlobFee prague = BlobFork.PRAGUE.rule().orElseThrow();
        assertThat(prague.nextExcess(BigInteger.ZERO, 6 * BLOB, BigInteger.ONE)).isZero();
        assertThat(prague.nextExcess(BigInteger.ZERO, 5 * BLOB, BigInteger.ONE)).isZero();
        assertThat(prague.nextExcess(BigInteger.ZERO, 9 * BLOB, BigInteger.ONE)).isEqualTo(3 * BLOB);
        assertThat(prague.nextExcess(BigInteger.valueOf(7 * BLOB), 0, BigInteger.ONE))
                .isEqualTo(BLOB);
    }

    /** 8192 · 16 wei is exactly what a blob costs at 1 wei; the comparison is strict. */
    @Test
    void theReservePriceAppliesStrictlyBelowItAndOnlyFromTheTargetOn() {
        BlobFee osaka = BlobFork.OSAKA.rule().orElseThrow();
        BigInteger excess = BigInteger.valueOf(12 * BLOB);
        BigInteger fee = osaka.baseFee(excess);
        assertThat(fee).isOne();
        BigInteger equal = BigInteger.valueOf(16);
        assertThat(osaka.nextExcess(excess, 0, equal)).isEqualTo(6 * BLOB);
        assertThat(osaka.nextExcess(excess, 0, equal.add(BigInteger.ONE))).isEqualTo(excess);
        assertThat(osaka.nextExcess(excess, 9 * BLOB, equal.add(BigInteger.ONE)))
                .isEqualTo(15 * BLOB);
        assertThat(osaka.nextExcess(excess, 4 * BLOB, equal.add(BigInteger.ONE)))
                .isEqualTo(excess.add(BigInteger.valueOf(4 * BLOB * 3 / 9)));
        assertThat(osaka.nextExcess(BigInteger.ZERO, 5 * BLOB, BigInteger.TEN.pow(12)))
                .isZero();
        assertThat(BlobFork.PRAGUE.rule().orElseThrow().nextExcess(excess, 0, BigInteger.TEN.pow(12)))
                .isEqualTo(6 * BLOB);
    }

    @Test
    void refusesWhatHasNoAnswer() {
        BlobFee osaka = BlobFork.OSAKA.rule().orElseThrow();
        assertThatThrownBy(() -> new BlobFee(0, 1, 1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlobFee(2, 1, 1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlobFee(1, 1, 0, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> osaka.baseFee(BigInteger.valueOf(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> osaka.nextExcess(BigInteger.ZERO, -1, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> osaka.baseFee(BigInteger.TEN.pow(12))).isInstanceOf(ArithmeticException.class);
    }
}
