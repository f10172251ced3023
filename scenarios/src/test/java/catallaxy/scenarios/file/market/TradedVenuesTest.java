package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever trades two assets for each other is refused a venue that only deals in something about them. */
final class TradedVenuesTest {
    private static final String MARKET = """
            duration = 1 h
            quote = USDC
            assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
            world.assets.ETH { kind = diffusion, initial-price = 3000 }
            chains.one { kind = l1 }
            venues {
              first { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
              second { kind = uniswap-v3, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
              options { kind = options, chain = one, base = ETH, quote = USDC, strikes = [3000], vault-base = 9, vault-quote = 30000 }
              bank { kind = lending, chain = one, assets = [ETH, USDC], supply = [10, 30000] }
            }
            population.noise { kind = noise, venues = [first] }
            agents {
              arb { role = arbitrage, routes = [first~second], policy.kind = closed-form-arbitrage }
              fund { role = portfolio, pools = [first], policy { kind = merton-band, assets.ETH.mu = 0.1, correlations {} } }
              trader { role = trader, venues = [first], policy.kind = hold }
              provider { role = liquidity-provider, pools = [first], hedges = [second], policy.kind = hold }
            }
            """;

    private static void read(String key, String value) {
        ScenarioReader.readText("a.conf", MARKET, Map.of(key, value));
    }

    /** The bank lends dollars on the chain of both pools; without it they alone do, and are locked while they lend. */
    @Test
    void whoBorrowsForArbitrageNeedsALenderBesideItsRoute() {
        Map<String, String> borrows = Map.of("agents.arb.flash-loans", "true");
        ScenarioReader.readText("a.conf", MARKET, borrows);
        assertThatThrownBy(() -> ScenarioReader.readText(
                        "a.conf", MARKET, Map.of("agents.arb.flash-loans", "true", "venues.bank", "null")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(
                        "agents.arb.flash-loans: expected false, since no route is between two venues of a"
                                + " chain where a third lends the quote asset");
    }

    @ParameterizedTest
    @CsvSource({
        "population.noise.venues, '[first, %s]', '[first, second]', venues where two assets are traded",
        "agents.arb.routes, '[first~%s]', '[second~first]', venues where two assets are exchanged",
        "agents.fund.pools, '[%s]', '[second]', pools against the quote asset only",
        "agents.trader.venues, '[first, %s]', '[second]', venues where two assets are traded",
        "agents.provider.hedges, '[%s]', '[first]', venues against the quote asset",
    })
    void optionsAndLoansAreNotTraded(String key, String refused, String taken, String expected) {
        read(key, taken);
        for (String venue : new String[] {"options", "bank"}) {
            assertThatThrownBy(() -> read(key, refused.formatted(venue)))
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageContaining(key + ": expected " + expected);
        }
    }

    @Test
    void aFundLendsWhereItsAssetIsLent() {
        read("agents.fund.lending", "bank");
        read("agents.fund.lending", "none");
        String expected = "agents.fund.lending: expected ";
        assertThatThrownBy(() -> read("agents.fund.lending", "second"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(expected + "a lending market of an asset that it trades on that chain, or none");
        assertThatThrownBy(() -> read("agents.fund.lending", "bnak"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(expected + "a venue")
                .hasMessageContaining("or none")
                .hasMessageContaining("bank");
        assertThatThrownBy(() -> read("agents.fund.health-floor", "1"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("agents.fund.health-floor: expected 1.05 to 100");
    }
}
