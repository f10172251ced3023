package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** What an option can cost and what it pays, against unbounded integers. */
final class OptionSeriesTest {
    private static final UInt256 ETHER = UInt256.parse("1000000000000000000");

    private final RandomStream random = RandomStream.of(3, "test/series");

    private static OptionSeries series(OptionRight right, long strike) {
        return new OptionSeries(right, UInt256.of(strike), ETHER, 1);
    }

    private UInt256 upTo(double power) {
        return UInt256.of(BigInteger.valueOf((long) StrictMath.pow(10, 18 * random.nextDouble())))
                .timesExact(UInt256.of(1 + (long) (StrictMath.pow(10, power) * random.nextDouble())));
    }

    @Test
    void aCallOnTwoPaysItsGainInTheUnderlying() {
        OptionSeries call = series(OptionRight.CALL, 2_000_000_000);
        UInt256 two = ETHER.plusExact(ETHER);
        assertThat(call.payoff(two, UInt256.of(2_500_000_000L))).isEqualTo(UInt256.parse("400000000000000000"));
        assertThat(call.payoff(two, UInt256.of(2_000_000_000))).isEqualTo(UInt256.ZERO);
        assertThat(call.collateral(two)).isEqualTo(two);
    }

    @Test
    void aPutOnTwoPaysItsGainInTheQuoteAsset() {
        OptionSeries put = series(OptionRight.PUT, 2_000_000_000);
        UInt256 two = ETHER.plusExact(ETHER);
        assertThat(put.payoff(two, UInt256.of(1_500_000_000))).isEqualTo(UInt256.of(1_000_000_000));
        assertThat(put.payoff(two, UInt256.of(2_000_000_000))).isEqualTo(UInt256.ZERO);
        assertThat(put.collateral(two)).isEqualTo(UInt256.of(4_000_000_000L));
    }

    @Test
    void collateralCoversEveryPriceAndRoundingFavoursTheVault() {
        for (int i = 0; i < 5_000; i++) {
            for (OptionRight right : OptionRight.values()) {
                OptionSeries series = new OptionSeries(right, upTo(2).plusExact(UInt256.ONE), ETHER, 1);
                UInt256 quantity = upTo(9);
                UInt256 price = upTo(3).plusExact(UInt256.ONE);
                UInt256 payoff = series.payoff(quantity, price);
                UInt256 owed = series.owed(quantity, price);
                assertThat(owed).isLessThanOrEqualTo(series.collateral(quantity));
                assertThat(owed.minusExact(payoff)).isLessThanOrEqualTo(UInt256.ONE);
                assertThat(payoff.toBigInteger()).isEqualTo(naive(series, quantity, price));
            }
        }
    }

    private static BigInteger naive(OptionSeries series, UInt256 quantity, UInt256 price) {
        BigInteger gain = price.toBigInteger().subtract(series.strike().toBigInteger());
        BigInteger each = series.isCall() ? gain : gain.negate();
        BigInteger divisor = (series.isCall() ? price : series.oneBase()).toBigInteger();
        return each.signum() <= 0
                ? BigInteger.ZERO
                : quantity.toBigInteger().multiply(each).divide(divisor);
    }

    @Test
    void whatIsNoOptionIsRefused() {
        assertThatThrownBy(() -> series(OptionRight.PUT, 0)).hasMessageContaining("strike");
        assertThatThrownBy(() -> new OptionSeries(OptionRight.PUT, ETHER, UInt256.ZERO, 1))
                .hasMessageContaining("oneBase");
        assertThatThrownBy(() -> new OptionSeries(OptionRight.PUT, ETHER, ETHER, 0))
                .hasMessageContaining("expiryNanos");
    }
}
