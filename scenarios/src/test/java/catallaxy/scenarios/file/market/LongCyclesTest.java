package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.run.AgentPlans;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An arbitrageur whose trades may pass more than two venues of a chain, as scenarios set it. */
final class LongCyclesTest {
    /** ETH at 3,000 everywhere but where BTC is sold for it, 3 % dear. */
    private static final String MARKET = """
            duration = 1 m
            quote = USDC
            assets { ETH { decimals = 18 }, BTC { decimals = 8 }, USDT { decimals = 6 }, USDC { decimals = 6 } }
            world.assets.ETH { kind = diffusion, initial-price = 3000, volatility-per-year = 0 }
            world.assets.BTC { kind = diffusion, initial-price = 60000, volatility-per-year = 0 }
            world.assets.USDT { kind = diffusion, initial-price = 1, volatility-per-year = 0 }
            chains.one { kind = l1, initial-base-fee-gwei = 0.1, demand.reference-base-fee-gwei = 0.1 }
            venues {
              first { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 1000, reserve-quote = 3000000 }
              btc { kind = uniswap-v2, chain = one, base = BTC, quote = USDC, reserve-base = 50, reserve-quote = 3000000 }
              cross { kind = uniswap-v2, chain = one, base = BTC, quote = ETH, reserve-base = 50, reserve-quote = 1030 }
              bank { kind = lending, chain = one, assets = [ETH, USDC], supply = [100, 3000000] }
            }
            population.noise { kind = noise, venues = [first], rate-per-hour = 0.000001 }
            agents.arb {
              role = arbitrage
              routes = []
              max-cycle = 3
              cycle-venues = [first, btc, cross]
              cadence = 12 s
              holdings.one { ETH = 10, USDC = 500000 }
              policy { kind = closed-form-arbitrage }
            }
            """;

    private static Scenario read(Map<String, String> settings) {
        return ScenarioReader.readText("a.conf", MARKET, settings);
    }

    private static List<String> components(Map<String, String> settings) {
        return new MarketEnvironment(read(settings).market())
                .actionSpec("arb").components().stream()
                        .map(ActionComponent::name)
                        .toList();
    }

    /** What is seen first, and what the dollars have become after what the closed form did about it. */
    private record Made(Observation seen, double dollars, long fills) {}

    private static Made made(Map<String, String> settings) {
        Scenario scenario = read(settings);
        MarketEnvironment market = new MarketEnvironment(scenario.market());
        Agent agent =
                AgentPlans.agents(scenario, ClassLoader.getSystemClassLoader()).agent("arb", 1);
        EnvironmentStep step = market.reset(1);
        Observation seen = step.due().getFirst().observation();
        Action action = agent.decide(seen);
        for (int i = 0; i < 4; i++) {
            market.step(Map.of("arb", i == 0 ? action : Action.HOLD));
        }
        int participant = market.market().seat(0).participant();
        return new Made(
                seen,
                market.market()
                        .view()
                        .holdings(participant)
                        .total(scenario.market().engine().quoteAsset()),
                market.market().view().dealings(participant).fills());
    }

    private static double sum(Observation seen, String quantity) {
        double sum = 0;
        for (int i = 0; i < seen.spec().size(); i++) {
            sum += seen.spec().features().get(i).name().endsWith(quantity) ? seen.value(i) : 0;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uniswap-v2 | reserve-base = 1000, reserve-quote = 3000000",
                "uniswap-v3 | reserve-base = 1000, reserve-quote = 3000000, fee-pips = 500, tick-spacing = 10",
                "uniswap-v4 | reserve-base = 1000, reserve-quote = 3000000, fee-pips = 3000, tick-spacing = 60",
            })
    void whatWasPromisedComesBackToTheUnit(String kind, String liquidity) {
        Made made = made(Map.of(
                "venues.first", "{ kind = " + kind + ", chain = one, base = ETH, quote = USDC, " + liquidity + " }"));
        assertThat(sum(made.seen(), "best_profit")).isGreaterThan(50);
        assertThat(made.dollars() - 500_000).isCloseTo(sum(made.seen(), "best_profit"), within(1e-7));
        assertThat(made.fills()).isPositive();
    }

    /** Through a weighted pool and a stable swap: dollars, BTC, ether, other dollars, and back. */
    @Test
    void fourVenuesOfThreeProtocolsArePassed() {
        Made made = made(new TreeMap<>(Map.of(
                "venues.first",
                        "{ kind = balancer-weighted, chain = one, assets = [ETH, USDT], balances = [1000, 3000000], weights = [1, 1] }",
                "venues.dollars",
                        "{ kind = stable-swap, chain = one, assets = [USDT, USDC], balances = [2000000, 2000000], amplification = 200 }",
                "agents.arb.cycle-venues", "[first, btc, cross, dollars]",
                "agents.arb.max-cycle", "4")));
        assertThat(sum(made.seen(), "best_profit")).isGreaterThan(50);
        assertThat(made.dollars() - 500_000).isCloseTo(sum(made.seen(), "best_profit"), within(1e-7));
    }

    @Test
    void aLoanPaysForThoseWhoOwnNothing() {
        Made made = made(Map.of("agents.arb.flash-loans", "true", "agents.arb.holdings.one.USDC", "0"));
        assertThat(made.dollars()).isGreaterThan(50).isCloseTo(sum(made.seen(), "best_profit"), within(1e-7));
        assertThat(made(Map.of("agents.arb.holdings.one.USDC", "0")).dollars()).isZero();
    }

    @Test
    void aCycleIsOneActionAndItsBoundIsKept() {
        Map<String, String> longer = new TreeMap<>(
                Map.of(
                        "agents.arb.routes", "[first~second]",
                        "agents.arb.cycle-venues", "[btc, cross, more]",
                        "venues.second",
                                "{ kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = 10, reserve-quote = 30000 }",
                        "venues.more",
                                "{ kind = uniswap-v2, chain = one, base = USDT, quote = ETH, reserve-base = 30000, reserve-quote = 10 }",
                        "venues.last",
                                "{ kind = uniswap-v2, chain = one, base = BTC, quote = USDT, reserve-base = 1, reserve-quote = 60000 }"));
        assertThat(components(longer))
                .containsExactly("first~second.trade", "btc~cross~first.round", "btc~cross~second.round");
        longer.put("agents.arb.cycle-venues", "[btc, cross, more, last]");
        assertThat(components(longer)).hasSize(4).contains("cross~more~last.round");
        longer.put("agents.arb.max-cycle", "4");
        assertThat(components(longer)).hasSize(6);
        longer.put("agents.arb.max-cycle", "2");
        longer.put("agents.arb.cycle-venues", "[]");
        assertThat(components(longer)).containsExactly("first~second.trade");
    }

    /** The pairs of a pool of three assets are one contract: a cycle of them alone would meet itself. */
    @Test
    void noContractIsPassedTwice() {
        Map<String, String> basket = Map.of(
                "venues.basket",
                        "{ kind = balancer-weighted, chain = one, assets = [BTC, ETH, USDC], balances = [50, 1000, 3000000], weights = [1, 1, 1] }",
                "agents.arb.cycle-venues", "[first, btc, basket.BTC-ETH, basket.BTC-USDC, basket.ETH-USDC]");
        assertThat(components(basket)).containsExactly("btc~basket.BTC-ETH~first.round");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-cycle | 2 | routes: expected at least one",
                "max-cycle | 7 | max-cycle: expected 2 to 6",
                "cycle-venues | [first, btc] | max-cycle: expected 2, or one up to which the seat's venues have 1 to 64 cycles",
                "cycle-venues | [first, btc, nowhere] | cycle-venues: expected",
            })
    void whatDoesNotFitIsRefused(String key, String value, String message) {
        assertThatThrownBy(() -> read(Map.of("agents.arb." + key, value)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message);
    }
}
