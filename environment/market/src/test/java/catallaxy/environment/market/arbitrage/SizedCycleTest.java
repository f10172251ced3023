package catallaxy.environment.market.arbitrage;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Exact sizes against the closed form of two pools, and against all sizes where these are few. */
final class SizedCycleTest {
    private static final double KEPT = 0.997;

    private static ProductPool pool(String name, double base, double quote) {
        return new ProductPool(name, 0, 1, UInt256.of((long) base), UInt256.of((long) quote), 3_000);
    }

    private static Cycle round(ProductPool buy, ProductPool sell) {
        return new Cycle(List.of(buy.conversions().get(1), sell.conversions().get(0)));
    }

    /** Of buying base with quote y at A and selling it at B: {@code y* = (g √(X_A Y_B X_B Y_A) − Y_A X_B) / (g X_B + g² X_A)}. */
    private static double best(ProductPool a, ProductPool b) {
        double xa = a.reserve0().doubleValue();
        double ya = a.reserve1().doubleValue();
        double xb = b.reserve0().doubleValue();
        double yb = b.reserve1().doubleValue();
        return (KEPT * Math.sqrt(xa * yb) * Math.sqrt(xb * ya) - ya * xb) / (KEPT * xb + KEPT * KEPT * xa);
    }

    private static double gain(ProductPool a, ProductPool b, double in) {
        double bought = KEPT * in * a.reserve0().doubleValue() / (a.reserve1().doubleValue() + KEPT * in);
        return KEPT * bought * b.reserve1().doubleValue() / (b.reserve0().doubleValue() + KEPT * bought) - in;
    }

    @Test
    void itAttainsTheClosedFormInTenThousandRandomPairs() {
        RandomStream random = RandomStream.of(7, "pairs");
        double least = 1;
        int gaining = 0;
        for (int i = 0; i < 10_000; i++) {
            double depth = 1e12 * Math.exp(6 * random.nextDouble());
            ProductPool a = pool("a", depth, depth * 2);
            double scale = Math.exp(4 * random.nextDouble() - 2);
            ProductPool b = pool("b", depth * scale, depth * scale * 2 * (0.95 + 0.2 * random.nextDouble()));
            double best = best(a, b);
            Optional<SizedCycle> sized = SizedCycle.of(round(a, b), RoundTerms.free(0));
            double known = best > 0 ? gain(a, b, best) : 0;
            if (known > 1e4) {
                gaining++;
                assertThat(sized).as("case %d", i).isPresent();
                least = Math.min(least, sized.orElseThrow().gain().doubleValue() / known);
            } else if (best <= 0) {
                assertThat(sized).as("case %d", i).isEmpty();
            }
        }
        assertThat(gaining).isGreaterThan(4_000);
        assertThat(least).as("worst of all").isBetween(0.999, 1.000001);
    }

    @Test
    void noSizeOfSmallPoolsGainsMoreThanARoundingLess() {
        for (long seed = 0; seed < 30; seed++) {
            RandomStream random = RandomStream.of(seed, "small");
            ProductPool a = pool("a", 4_000 + random.nextInt(4_000), 8_000);
            ProductPool b = pool("b", 6_000, 9_000 + random.nextInt(9_000));
            RoundTerms terms = RoundTerms.free(0);
            BigInteger most = BigInteger.ZERO;
            for (int in = 1; in < 9_000; in++) {
                most = most.max(
                        SizedCycle.at(round(a, b), terms, UInt256.of(in)).gain());
            }
            BigInteger found =
                    SizedCycle.of(round(a, b), terms).map(SizedCycle::gain).orElse(BigInteger.ZERO);
            assertThat(most.subtract(found)).as("seed %d", seed).isLessThanOrEqualTo(BigInteger.ONE);
        }
    }

    @Test
    void gasAndTheFeeOfALoanComeOff() {
        ProductPool a = pool("a", 1e12, 2e12);
        ProductPool b = pool("b", 1e12, 2.1e12);
        SizedCycle free = SizedCycle.of(round(a, b), RoundTerms.free(0)).orElseThrow();
        LoanFee fee = amount -> amount.mulDivCeil(UInt256.of(9), UInt256.of(10_000));
        UInt256 gas = UInt256.of(1_000_000);
        SizedCycle paid = SizedCycle.of(round(a, b), new RoundTerms(0, UInt256.MAX, gas, fee))
                .orElseThrow();
        assertThat(paid.in()).isLessThan(free.in());
        assertThat(paid.gain()).isPositive().isLessThan(free.gain());
        assertThat(paid.least()).isEqualTo(paid.in().plusExact(paid.fee()).plusExact(gas));
        UInt256 dear = UInt256.of(free.gain());
        assertThat(SizedCycle.of(round(a, b), new RoundTerms(0, UInt256.MAX, dear, LoanFee.NONE)))
                .as("gas as much as there is to gain")
                .isEmpty();
    }

    @Test
    void noMoreIsPutInThanMay() {
        ProductPool a = pool("a", 1e12, 2e12);
        ProductPool b = pool("b", 1e12, 2.1e12);
        UInt256 most = UInt256.of(5_000_000);
        SizedCycle sized = SizedCycle.of(round(a, b), new RoundTerms(0, most, UInt256.ZERO, LoanFee.NONE))
                .orElseThrow();
        assertThat(sized.in()).isBetween(UInt256.of(4_999_980), most);
    }
}
