package com.example.saver;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.role.AgentSpec;
import catallaxy.scenarios.file.ScenarioReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A market of the house in which somebody saves. */
final class SaverTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final long MINUTE = 60_000_000_000L;

    /** Two hours of a shipped scenario, with nobody but a saver and the population. */
    private static MarketSpec market() {
        MarketSpec shipped = ScenarioReader.read(ROOT.resolve("scenarios/two-chains.conf"), Map.of())
                .market();
        EngineSpec engine = shipped.engine();
        int chain = engine.chain("rollup");
        SaverSpec role = new SaverSpec(engine.venue("rollup-ETH-USDC"), 0.01);
        List<Endowment> owns = List.of(
                new Endowment(chain, engine.asset("USDC"), UInt256.of(10_000_000_000L)),
                new Endowment(chain, engine.asset("ETH"), UInt256.of(1_000_000_000_000_000_000L)));
        AgentSpec saver = new AgentSpec("saver", role, 5 * MINUTE, MINUTE, 0, owns);
        return new MarketSpec("saving", 120 * MINUTE, engine, shipped.population(), List.of(saver));
    }

    /** Spends a tenth of its cash whenever it may. */
    private static Action decide(Observation seen) {
        return seen.mask()[0] ? Action.of(0.1) : Action.HOLD;
    }

    private static EnvironmentStep next(MarketEnvironment environment, EnvironmentStep step) {
        Map<String, Action> actions = new LinkedHashMap<>();
        for (AgentStep each : step.due()) {
            actions.put(each.agent(), decide(each.observation()));
        }
        return environment.step(actions);
    }

    private static EnvironmentStep finish(MarketEnvironment environment, EnvironmentStep from) {
        EnvironmentStep step = from;
        while (!step.finished()) {
            step = next(environment, step);
        }
        return step;
    }

    @Test
    void itSavesWhatItSpends() {
        MarketEnvironment environment = new MarketEnvironment(market());
        Observation first = environment.reset(1).due().getFirst().observation();
        EnvironmentStep last = finish(environment, environment.reset(1));
        Observation end = last.due().getFirst().observation();
        assertThat(first.spec().features().stream().map(each -> each.name()))
                .containsExactly("price.rollup-ETH-USDC", "cash", "holding.rollup.ETH");
        assertThat(first.value("cash")).isEqualTo(10_000);
        assertThat(end.value(Saver.CASH.ofSeat())).isBetween(10_000 * Math.pow(0.9, 25), 10_000 * Math.pow(0.9, 15));
        assertThat(end.value("holding.rollup.ETH")).isGreaterThan(2.5);
        assertThat(environment.market().checkConservation().violations()).isEmpty();
    }

    @Test
    void aForkHasTheOriginalsFuture() {
        MarketEnvironment original = new MarketEnvironment(market());
        EnvironmentStep step = original.reset(2);
        for (int epoch = 0; epoch < 10; epoch++) {
            step = next(original, step);
        }
        MarketEnvironment fork = original.fork();
        finish(fork, step);
        finish(original, step);
        assertThat(fork.digest()).isEqualTo(original.digest());
    }
}
