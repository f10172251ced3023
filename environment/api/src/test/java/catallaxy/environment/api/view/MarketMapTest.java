package catallaxy.environment.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What indices stand for, and quantities as base units. */
final class MarketMapTest {
    private static final MarketMap MAP = new MarketMap(
            List.of(new MarketMap.Asset("ETH", 18), new MarketMap.Asset("USDC", 6)),
            1,
            List.of("mainnet", "spot"),
            1,
            List.of(new MarketMap.Venue("pool", 0, 0, 1), new MarketMap.Venue("book", 1, 0, 1)));

    @Test
    void chainsComeBeforeExchanges() {
        assertThat(MAP.isChain(0)).isTrue();
        assertThat(MAP.isChain(1)).isFalse();
        assertThat(MAP.isOnChain(0)).isTrue();
        assertThat(MAP.isOnChain(1)).isFalse();
    }

    @Test
    void quantitiesAreRoundedDownToBaseUnits() {
        assertThat(MAP.units(1, 1.2345678)).isEqualTo(UInt256.of(1_234_567));
        assertThat(MAP.units(0, 0.5)).isEqualTo(UInt256.of(500_000_000_000_000_000L));
    }

    @Test
    void whatIsNoQuantityIsNothing() {
        for (double none : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e31}) {
            assertThat(MAP.units(1, none)).as("%s", none).isEqualTo(UInt256.ZERO);
        }
    }
}
