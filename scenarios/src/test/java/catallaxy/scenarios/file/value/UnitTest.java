package catallaxy.scenarios.file.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "latencyNanos, latency",
        "horizonSeconds, horizon",
        "makerFeePips, maker-fee-bps",
        "initialBaseFeeWei, initial-base-fee-gwei",
        "maxTradeQuote, max-trade",
        "maxOffsetBps, max-offset-bps",
        "volatilityPerYear, volatility-per-year",
        "perBlobGas, per-blob-gas",
        "level2Depth, level2-depth",
        "uniswapV3Pool, uniswap-v3-pool",
        "ABTest, abtest"
    })
    void componentsHaveTheirUnitInTheKeysWay(String component, String key) {
        assertThat(Unit.key(component, "b"::equals)).isEqualTo(key);
    }

    @Test
    void aKeyMayBeTheComponentsOwnName() {
        assertThat(Unit.key("maxInventory", "maxInventory"::equals)).isEqualTo("maxInventory");
        assertThat(Unit.key("A", "A"::equals)).isEqualTo("A");
        assertThat(Unit.key("highPips", "high-pips"::equals)).isEqualTo("high-pips");
    }

    @Test
    void numbersAreWrittenAsScenarioFilesDo() {
        assertThat(List.of(
                        Unit.NANOS.render(90_000_000_000L),
                        Unit.SECONDS.render(0.5),
                        Unit.PIPS.render(1L),
                        Unit.WEI.render(1_000_000_000L),
                        Unit.OWN.render(1e-12),
                        Unit.OWN.render(Double.POSITIVE_INFINITY)))
                .containsExactly("90 s", "500 ms", "0.01", "1", "0.000000000001", "Infinity");
    }
}
