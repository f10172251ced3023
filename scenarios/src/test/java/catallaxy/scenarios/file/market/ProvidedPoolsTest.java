package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Providers of the population deposit for shares, which pools with liquidity in ranges do not have. */
final class ProvidedPoolsTest {
    private static final String MARKET = """
            duration = 1 h
            quote = USDC
            assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
            world.assets.ETH { kind = diffusion, initial-price = 3000 }
            chains.one { kind = l1 }
            venues {
              shared { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
              ranges { kind = uniswap-v3, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
            }
            population.liquidity { kind = pool-provider, venues = [shared] }
            """;

    private static void read(String key, String value) {
        ScenarioReader.readText("a.conf", MARKET, Map.of(key, value));
    }

    @Test
    void aPoolWithRangesIsRefusedToThem() {
        read("population.liquidity.venues", "[shared]");
        assertThatThrownBy(() -> read("population.liquidity.venues", "[shared, ranges]"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("population.liquidity.venues: expected pools with liquidity shares only");
    }

    @Test
    void aSettingOutOfBoundsIsToldOnce() {
        for (String key : new String[] {"tick-spacing", "fee-pips", "range-share", "protocol-fee-parts"}) {
            assertThatThrownBy(() -> read("venues.ranges." + key, "99999999"))
                    .isInstanceOfSatisfying(
                            ScenarioException.class,
                            wrong -> assertThat(String.valueOf(wrong.getMessage())
                                            .lines()
                                            .filter(line -> line.contains("expected")))
                                    .as(key)
                                    .hasSize(1));
        }
    }
}
