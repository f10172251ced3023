package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario may say of a liquidity provider. */
class ProviderSettingsTest {
    private static final Path DESK = Path.of(System.getProperty("catallaxy.root"), "scenarios", "liquidity-desk.conf");

    private static List<SeatSpec> agents(Map<String, String> settings) {
        return ScenarioReader.read(DESK, settings).market().agents();
    }

    @Test
    void keysAreReadAndDefaultsAreTheManuals() {
        RoleSpec.LiquidityProvider role = (RoleSpec.LiquidityProvider)
                agents(Map.of("agents.rule.hedges", "[spot-ETH-USDC]", "agents.rule.half-life", "90 s"))
                        .getLast()
                        .role();
        assertThat(role.pools()).hasSize(2);
        assertThat(role.hedges()).hasSize(1);
        assertThat(role.halfLifeNanos()).isEqualTo(90_000_000_000L);
        assertThat(role.minTradeQuote()).isEqualTo(100);
        assertThat(role.maxSlippage()).isEqualTo(0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "agents.rule.pools, [spot-ETH-USDC], pools against the quote asset that take deposits",
        "agents.rule.pools, [], at least one",
        "agents.rule.pools, [mainnet-ETH-USD], mainnet-ETH-USDC",
        "agents.rule.max-slippage, 1.5, 0 to 1",
        "agents.rule.half-life, 10 ms, 1 s",
        "agents.rule.policy.margin, 1, 0 to 0.999",
        "agents.rule.policy.kind, closed-form-arbitrage, a policy for role liquidity-provider",
        "quote, ETH, quote asset"
    })
    void mistakesAreToldByKey(String key, String value, String expected) {
        assertThatThrownBy(() -> agents(Map.of(key, value)))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .anySatisfy(problem ->
                                        assertThat(problem.toString()).contains(expected)));
    }
}
