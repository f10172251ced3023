package catallaxy.scenarios.file.value;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.file.text.ScenarioException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetAmountTest {
    private static final String MARKET = """
            duration = 1 h
            quote = USDC
            assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
            world.assets.ETH { kind = diffusion, initial-price = 3000.5 }
            chains.one { kind = l1 }
            exchanges.spot { maker-fee-bps = 0.01, taker-fee-bps = 5.25 }
            venues.pool { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 1, reserve-quote = 1 }
            venues.book { kind = book, exchange = spot, base = ETH, quote = USDC, tick = 0.01, lot = 0.0001 }
            """;

    @ParameterizedTest
    @CsvSource({
        "1,                        1000000000000000000",
        "0.1,                      100000000000000000",
        "1234567.890123456789012345, 1234567890123456789012345",
        "5192296858534827.628530496329220095, 5192296858534827628530496329220095",
        "1e3,                      1000000000000000000000",
        "worth 6001,               2000000000000000000",
        "worth 1,                  333277787035494"
    })
    void amountsAreExactToTheBaseUnit(String amount, String units) {
        Scenario scenario = ScenarioReader.readText("a.conf", MARKET, Map.of("venues.pool.reserve-base", amount));
        UniswapV2Spec pool = (UniswapV2Spec) scenario.market().engine().venues().getLast();
        assertThat(pool.reserve0()).isEqualTo(UInt256.parse(units));
    }

    @Test
    void feesAndGasPricesAreExact() {
        Scenario scenario =
                ScenarioReader.readText("a.conf", MARKET, Map.of("chains.one.initial-base-fee-gwei", "0.123456789"));
        assertThat(scenario.market().engine().exchanges().getFirst().makerFeePips())
                .isEqualTo(1);
        assertThat(scenario.market().engine().exchanges().getFirst().takerFeePips())
                .isEqualTo(525);
        assertThat(scenario.market().engine().chains().getFirst().gas().initialBaseFeeWei())
                .isEqualTo(123_456_789);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "venues.pool.reserve-quote | 1.0000001 | expected at most the 6 decimals of USDC",
                "venues.pool.reserve-base | 5192296858534827.628530496329220096 | expected less than 2^112 base units of ETH",
                "venues.pool.reserve-base | 0.000000000000001 | expected more than 1000 base units of ETH",
                "venues.pool.reserve-base | -1 | expected a decimal number of whole units",
                "venues.pool.reserve-base | worth lots | expected a decimal number of whole units",
                "venues.book.tick | 0.001 | expected a tick whose product with the lot is a whole number",
                "venues.book.lot | 1e-19 | expected at most the 18 decimals of ETH",
                "venues.book.lot | 10 | expected at most the 18 decimals of ETH and less than 2^63",
                "venues.book.tick | 4000 | expected less than the first price",
                "exchanges.spot.maker-fee-bps | 0.001 | expected basis points in steps of 0.01",
                "chains.one.initial-base-fee-gwei | 1e-10 | expected gwei with at most 9 decimals",
                "chains.one.gas-asset | USDC | expected an asset with 18 decimals",
                "chains.one.block-time | 1e-12 s | expected a duration"
            })
    void valuesThatCannotBeExactAreRefused(String key, String value, String message) {
        Problem problem = problem(key, value);
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.message()).startsWith(message).endsWith("found '" + value + "'");
    }

    @Test
    void durationsHaveOneWriting() {
        assertThat(Durations.parse("1.5 h")).contains(5_400_000_000_000L);
        assertThat(Durations.render(5_400_000_000_000L)).isEqualTo("90 m");
        assertThat(Durations.parse(Durations.render(1_234_567L))).contains(1_234_567L);
        assertThat(Durations.parse("12")).isEmpty();
        assertThat(Decimals.render(new BigDecimal("1.500"))).isEqualTo("1.5");
        assertThat(Decimals.parse("1e999999999")).isEqualTo(Optional.empty());
    }

    private static Problem problem(String key, String value) {
        try {
            ScenarioReader.readText("a.conf", MARKET, Map.of(key, value));
        } catch (ScenarioException refused) {
            return refused.problems().getFirst();
        }
        throw new AssertionError("read: " + key + " = " + value);
    }
}
