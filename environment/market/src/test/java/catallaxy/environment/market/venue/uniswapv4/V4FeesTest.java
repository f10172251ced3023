package catallaxy.environment.market.venue.uniswapv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees of liquidity and protocol, and what may be returned by which hook. */
final class V4FeesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 3000, 3000",
        "333, 3000, 3333",
        "1, 500, 501",
        "1000, 3000, 3997",
        "1, 999999, 1000000",
        "1000, 1000000, 1000000",
        "1000, 0, 1000"
    })
    void bothFeesRoundUp(int protocol, int lp, int both) {
        assertThat(V4Fees.ofSwap(protocol, lp)).isEqualTo(both);
    }

    /** What is left after both is what is left of what is left, rounded down. */
    @Test
    void theLiquiditysFeeIsTakenOfWhatTheProtocolLeaves() {
        BigInteger all = BigInteger.valueOf(1_000_000);
        for (int protocol = 0; protocol <= 1_000; protocol += 37) {
            for (int lp = 0; lp <= 1_000_000; lp += 1_777) {
                BigInteger left = all.subtract(BigInteger.valueOf(protocol))
                        .multiply(all.subtract(BigInteger.valueOf(lp)))
                        .divide(all);
                BigInteger fee = all.subtract(BigInteger.valueOf(V4Fees.ofSwap(protocol, lp)));
                assertThat(fee).isEqualTo(left);
            }
        }
    }

    @Test
    void theProtocolsFeesArePacked() {
        int packed = V4Fees.packed(250, 999);
        assertThat(packed).isEqualTo(250 + 4_096 * 999);
        assertThat(V4Fees.ofProtocol(packed, true)).isEqualTo(250);
        assertThat(V4Fees.ofProtocol(packed, false)).isEqualTo(999);
        assertThat(V4Fees.isOfProtocol(V4Fees.packed(1_000, 1_000))).isTrue();
        assertThat(V4Fees.isOfProtocol(V4Fees.packed(1_001, 0))).isFalse();
        assertThat(V4Fees.isOfProtocol(V4Fees.packed(0, 1_001))).isFalse();
    }

    @Test
    void aDynamicFeeStartsAtNothingAndOthersAreAtMostAll() {
        assertThat(V4Fees.initial(V4Fees.DYNAMIC)).isZero();
        assertThat(V4Fees.initial(1_000_000)).isEqualTo(1_000_000);
        assertThatThrownBy(() -> V4Fees.initial(1_000_001))
                .isInstanceOf(V4Revert.class)
                .hasMessage("LPFeeTooLarge");
        assertThatThrownBy(() -> V4Fees.initial(V4Fees.DYNAMIC + 1)).hasMessage("LPFeeTooLarge");
    }

    /** By all 16,384 sets of permissions: four are answers to calls, which a hook cannot give that is not called. */
    @Test
    void whatIsReturnedMustBeCalled() {
        int[] returns = {8, 4, 2, 1};
        int[] calls = {1 << 7, 1 << 6, 1 << 10, 1 << 8};
        for (int bits = 0; bits < 1 << 14; bits++) {
            boolean sound = true;
            for (int i = 0; i < 4; i++) {
                sound &= (bits & returns[i]) == 0 || (bits & calls[i]) != 0;
            }
            assertThat(V4Permissions.isValid(bits, true)).as("%x", bits).isEqualTo(sound);
            assertThat(V4Permissions.isValid(bits, false)).as("%x", bits).isEqualTo(sound && bits != 0);
        }
    }

    /** The lowest tick is rounded towards −∞: with spacing 60, 14,788 below zero and 14,787 above. */
    @Test
    void thereIsATickMoreBelowThanAbove() {
        BigInteger most = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);
        assertThat(V4Pool.maxLiquidityPerTick(60).toBigInteger())
                .isEqualTo(most.divide(BigInteger.valueOf(14_788 + 14_787 + 1)));
        assertThat(V4Pool.maxLiquidityPerTick(1).toBigInteger())
                .isEqualTo(most.divide(BigInteger.valueOf(2 * 887_272 + 1)));
    }
}
