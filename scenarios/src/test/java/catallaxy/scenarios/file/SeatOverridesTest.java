package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.model.ModelUse;
import catallaxy.agents.policy.ClosedFormArbitrage;
import catallaxy.agents.policy.ExecutionLearner;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.execution.ExecutionSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.scenarios.file.text.ScenarioException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of one word that mean agents. */
final class SeatOverridesTest {
    private static final String MARKET = """
            duration = 1 h
            quote = USDC
            assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
            world.assets.ETH { kind = diffusion, initial-price = 3000 }
            chains.one { kind = l1 }
            venues {
              here { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
              there { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 100, reserve-quote = 300000 }
            }
            agents {
              executor { role = execution, routes = [here~there], policy.kind = execution-learner }
              second { role = execution, routes = [there~here], policy.kind = hold }
              trader { role = trader, venues = [here], policy.kind = hold }
            }
            """;

    private static MarketSpec read(Map<String, String> overrides) {
        return ScenarioReader.readText("a.conf", MARKET, overrides).market();
    }

    private static ExecutionSpec executor(MarketSpec market, int agent) {
        return (ExecutionSpec) market.agents().get(agent).role();
    }

    @Test
    void aWordMeansThatKeyOfEveryAgentThatHasIt() {
        MarketSpec market = read(Map.of("methods", "l2+flash, base"));
        assertThat(executor(market, 0).methods()).containsExactly("l2+flash", "base");
        assertThat(executor(market, 1).methods()).containsExactly("l2+flash", "base");
        assertThat(executor(read(Map.of("methods", "[l2]")), 0).methods()).containsExactly("l2");
    }

    @Test
    void aWholeKeyComesFirst() {
        MarketSpec market = read(Map.of("max-trade", "7", "agents.executor.max-trade", "9"));
        assertThat(executor(market, 0).maxTradeQuote()).isEqualTo(9);
        assertThat(executor(market, 1).maxTradeQuote()).isEqualTo(7);
        assertThat(((RoleSpec.Trader) market.agents().get(2).role()).maxTradeQuote())
                .isEqualTo(7);
    }

    @Test
    void aKeyOfThePolicyIsMeantToo() {
        List<AgentPolicy> policies = ScenarioReader.readText("a.conf", MARKET, Map.of("models", "off"))
                .policies();
        assertThat(((ExecutionLearner.Config) policies.getFirst().policy()).models())
                .isEqualTo(ExecutionLearner.Models.OFF);
    }

    @Test
    void ofASectionItsUseIsMeant() {
        String text = MARKET
                + "agents.arb { role = arbitrage, routes = [here~there], policy.kind = closed-form-arbitrage }\n";
        List<AgentPolicy> policies =
                ScenarioReader.readText("a.conf", text, Map.of("models", "on")).policies();
        assertThat(((ClosedFormArbitrage.Config) policies.getFirst().policy())
                        .models()
                        .use())
                .isEqualTo(ModelUse.ON);
        assertThat(((ExecutionLearner.Config) policies.get(1).policy()).models())
                .isEqualTo(ExecutionLearner.Models.ON);
    }

    @Test
    void keysOfTheTopStayWhatTheyAre() {
        assertThat(read(Map.of("duration", "2 h")).durationNanos()).isEqualTo(7_200_000_000_000L);
        assertThat(read(Map.of("trade-limit", "5")).tradeLimit()).isEqualTo(5);
    }

    @Test
    void whatNobodyHasIsAMistakeAsBefore() {
        assertThatThrownBy(() -> read(Map.of("methodz", "l2")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("methodz: expected a key of the scenario");
        assertThatThrownBy(() -> read(Map.of("methods", "l3")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(
                        "agents.executor.methods: expected one of base, l2, flash, l2+flash, found 'l3'; did you mean 'l2'?");
    }
}
