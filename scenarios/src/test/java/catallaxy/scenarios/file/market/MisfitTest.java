package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.file.text.ScenarioException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sound by itself and does not fit the market around it: one message, at the key that says it. */
final class MisfitTest {
    private static final String MARKET = """
            duration = 1 h
            quote = USDC
            assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
            world.assets.ETH { kind = diffusion, initial-price = 3000 }
            chains {
              one { kind = l1, building { bundles = true, builders = 3 } }
              two { kind = rollup }
            }
            exchanges.ex {}
            bridges {
              mint { home = one, remote = two, assets = [ETH, USDC] }
              pools { home = one, remote = two, assets = [ETH, USDC], custody = liquidity, liquidity { home = [9, 9000], remote = [9, 9000] } }
            }
            venues {
              v2 { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
              v3 { kind = uniswap-v3, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
              v4 { kind = uniswap-v4, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000, hook { kind = volatility-fee } }
              vault { kind = balancer-weighted, chain = one, assets = [ETH, USDC], balances = [100, 300000], weights = [1, 1] }
              feed { kind = price-feed, chain = one, assets = [ETH, USDC], reporters = [noise] }
              options { kind = options, chain = one, base = ETH, quote = USDC, strikes = [2900, 3000], vault-base = 9, vault-quote = 30000 }
              bank { kind = lending, chain = one, assets = [ETH, USDC], supply = [10, 30000] }
              away { kind = uniswap-v2, chain = two, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
              spot { kind = book, exchange = ex, base = ETH, quote = USDC }
              perp { kind = perpetual, exchange = ex, base = ETH, quote = USDC }
            }
            population {
              noise { kind = noise, venues = [v2] }
              sandwicher { kind = searchers, venues = [v2], builder = 2 }
              provider { kind = searchers, strategy = just-in-time, venues = [v3, v4] }
              raider { kind = oracle-attacker, venues = [bank], pool = v2 }
              carry { kind = basis, venues = [perp, spot] }
              bettors { kind = option-traders, venues = [options], hedge-venues = [v2] }
              ranges { kind = range-provider, venues = [v3, v4] }
            }
            """;

    private static Scenario read(String key, String value) {
        return ScenarioReader.readText("a.conf", MARKET, Map.of(key, value));
    }

    private static String told(String key, String value) {
        ScenarioException refused = catchThrowableOfType(ScenarioException.class, () -> read(key, value));
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).as(refused.getMessage()).hasSize(1);
        Problem problem = refused.problems().getFirst();
        return problem.key() + ": " + problem.message();
    }

    @Test
    void whatFitsIsRead() {
        assertThat(read("seed", "7").file().warnings()).isEmpty();
        read("venues.bank.oracle", "median");
        read("population.sandwicher.builder", "-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "population.sandwicher.builder   | 3          | population.sandwicher.builder: expected -1 to 2, as one has so many builders, found '3'",
                "population.sandwicher.venues    | [away]     | population.sandwicher.venues: expected on chains with building.bundles = true, found",
                "population.provider.venues      | [v3, v2]   | population.provider.venues: expected pools with liquidity in ranges for just-in-time, found",
                "population.raider.pool          | bank       | population.raider.pool: expected a pool, whose price a trade moves, found 'bank'",
                "population.raider.pool          | spot       | population.raider.pool: expected a pool, whose price a trade moves, found 'spot'",
                "population.carry.venues         | [spot]     | population.carry.venues: expected a perpetual or a future among them, found",
                "population.bettors.hedge-venues | [away]     | population.bettors.hedge-venues: expected venues of the options' chain with the same base, found",
                "population.ranges.venues        | [v3, v2]   | population.ranges.venues: expected pools with liquidity in ranges only, found 'v2'; did you mean 'v3'?",
            })
    void aGroupSaysWhereItDoesNotFit(String key, String value, String expected) {
        assertThat(told(key, value)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ oracle = median, oracle-venues = [v2] }        | price feeds only, for median",
                "{ oracle = twap, oracle-venues = [v2, vault] }   | pools that sum their prices only, for twap",
                "{ oracle = spot, oracle-venues = [feed] }        | pools only, for spot",
            })
    void anOracleLooksWhereItIsTold(String setting, String expected) {
        for (String market : new String[] {"bank", "options"}) {
            assertThat(told("venues." + market, setting))
                    .startsWith("venues." + market + ".oracle-venues: expected " + expected + ", found");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "venues.v4.hook.multiple         | -1            | venues.v4.hook.multiple: expected 0 to 1000, found '-1'",
                "venues.v4.hook.low-pips         | 30000         | venues.v4.hook.high-pips: expected at least the lowest fee, 30000, found '10000'",
                "venues.v4.hook                  | { kind = inventory-fee, centre-pips = 50 } | venues.v4.hook.centre-pips: expected 100 to 10000, found '50'",
                "venues.v4.protocol-fee-pips     | 1001          | venues.v4.protocol-fee-pips: expected 0 to 1000, found '1001'",
                "venues.options.skew             | 2             | venues.options.skew: expected -0.999 to 0.999, found '2'",
                "venues.options.strikes          | [3000, 3000]  | venues.options.strikes: expected each number once, found '[3000,3000]'",
                "venues.options.expiry-hours     | [4, 4.0]      | venues.options.expiry-hours: expected each number once, found",
                "venues.vault.weights            | [0, 1]        | venues.vault.weights: expected each 0.01 to 99, found '[0,1]'",
                "bridges.mint.rate-limit.amounts | [1]           | bridges.mint.rate-limit.amounts: expected nothing, or an amount of each of the 2 assets, found '[1]'",
                "bridges.pools.liquidity.home    | [1]           | bridges.pools.liquidity.home: expected nothing, or an amount of each of the 2 assets, found '[1]'",
            })
    void aWrongValueIsToldOnceAndAtItsKey(String key, String value, String expected) {
        assertThat(told(key, value)).startsWith(expected);
    }

    @Test
    void whatHasNoEffectIsWarnedOf() {
        assertThat(read("bridges.mint.liquidity.home", "[1, 1]").file().warnings())
                .extracting(Problem::key)
                .containsExactly("bridges.mint.liquidity");
        assertThat(read("bridges.pools.mint-limits", "[1, 1]").file().warnings())
                .extracting(Problem::key)
                .containsExactly("bridges.pools.mint-limits");
    }
}
