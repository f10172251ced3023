package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An entry of the population may be many participants. */
final class GroupCountTest {
    private static final String MARKET = """
            duration = 1 h
            quote = USDC
            assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
            world.assets.ETH { kind = diffusion, initial-price = 3000 }
            chains.one { kind = l1 }
            venues.pool { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
            population {
              noise { kind = noise, venues = [pool], capital = 1000 }
              informed { kind = fundamental, venues = [pool] }
            }
            """;

    private static MarketSpec read(Map<String, String> overrides) {
        return ScenarioReader.readText("a.conf", MARKET, overrides).market();
    }

    @Test
    void eachIsAParticipantOfItsOwn() {
        MarketSpec market = read(Map.of("population.noise.count", "3"));
        assertThat(market.population())
                .extracting(GroupSpec::id)
                .containsExactly("informed", "noise-1", "noise-2", "noise-3");
        assertThat(market.population().getLast().group().capitalQuote()).isEqualTo(1000);
        assertThat(Market.of(market, 1).engine().accounts().participants()).isEqualTo(4);
    }

    @Test
    void oneKeepsItsName() {
        assertThat(read(Map.of("population.noise.count", "1")).population())
                .extracting(GroupSpec::id)
                .containsExactly("informed", "noise");
    }

    @Test
    void whatNamesParticipantsNamesMembers() {
        String feed = "venues.feed { kind = price-feed, chain = one, assets = [ETH, USDC], reporters = [%s] }%n"
                + "population.ann { kind = reporter, venues = [feed], count = 2 }%n";
        MarketSpec market = ScenarioReader.readText("a.conf", MARKET + feed.formatted("ann-1, ann-2"), Map.of())
                .market();
        assertThat(market.population()).extracting(GroupSpec::id).contains("ann-1", "ann-2");
        assertThatThrownBy(() -> ScenarioReader.readText("a.conf", MARKET + feed.formatted("ann"), Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("reporters")
                .hasMessageContaining("ann-1");
    }

    @Test
    void aMistakeIsToldOnce() {
        assertThatThrownBy(() -> read(Map.of("population.noise.count", "50", "population.noise.rate-per-hour", "-1")))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        refused -> assertThat(refused.problems()).hasSize(1));
    }

    @Test
    void noneAndTooManyAreRefused() {
        for (String count : new String[] {"0", "10001"}) {
            assertThatThrownBy(() -> read(Map.of("population.noise.count", count)))
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageContaining("population.noise.count: expected")
                    .hasMessageContaining(count);
        }
    }

    @Test
    void aNameThatAMemberHasIsTaken() {
        assertThatThrownBy(() -> read(Map.of(
                        "population.noise.count", "2", "population.noise-2", "{ kind = noise, venues = [pool] }")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("noise-2 twice");
    }
}
