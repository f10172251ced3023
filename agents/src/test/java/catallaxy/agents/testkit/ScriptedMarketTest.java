package catallaxy.agents.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Plans;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.command.MarketCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scripted market keeps the rules of an environment, and the probe says what it misses. */
class ScriptedMarketTest {
    private static ScriptedMarket market() {
        return new ScriptedMarket()
                .agent("a", DriftMarket.OBSERVATIONS, DriftMarket.ACTIONS)
                .agent("b", DriftMarket.OBSERVATIONS, DriftMarket.ACTIONS)
                .epoch(5, "b", Map.of("price", 7.0))
                .epoch(9, Map.of("b", Map.of("price", 8.0), "a", Map.of("price", 9.0)));
    }

    @Test
    void playsItsScriptInTheOrderOfAgentsAndEndsWithAll() {
        ScriptedMarket market = market();
        EnvironmentStep first = market.reset(1);
        assertThat(first.due()).extracting(AgentStep::agent).containsExactly("b");
        EnvironmentStep second = market.step(Map.of("b", Action.of(0.5)));
        assertThat(second.due()).extracting(AgentStep::agent).containsExactly("a", "b");
        assertThat(second.due().getLast().observation().epoch()).isEqualTo(1);
        EnvironmentStep last = market.step(Map.of());
        assertThat(last.finished()).isTrue();
        assertThat(last.due()).hasSize(2).allMatch(AgentStep::truncated);
        assertThat(market.actions("b")).containsExactly(Action.of(0.5), Action.HOLD);
        assertThatThrownBy(() -> market.step(Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsRunsApartByTheirDigest() {
        ScriptedMarket market = market();
        String[] digests = new String[4];
        for (int i = 0; i < digests.length; i++) {
            double size = i == 3 ? 0.6 : 0.5;
            List<AgentPlan> plans = Plans.all(market, _ -> () -> _ -> Action.of(size));
            digests[i] = new BatchDriver()
                    .run(market, i == 2 ? 2 : 1, plans, FaultRule.DEFAULT, new RunProbe())
                    .digest();
        }
        assertThat(digests[1]).isEqualTo(digests[0]);
        assertThat(digests[2]).isNotEqualTo(digests[0]);
        assertThat(digests[3]).isNotEqualTo(digests[0]);
    }

    @Test
    void refusesWhatCannotBe() {
        ScriptedMarket market = market();
        assertThatThrownBy(() -> market.epoch(9, "a", Map.of()))
                .hasMessageContaining("epoch at 9 ns after one at 9 ns");
        assertThatThrownBy(() -> market.epoch(10, "c", Map.of()))
                .hasMessage("no agent 'c' among [a, b]; did you mean a?");
        assertThatThrownBy(() -> market.epoch(10, "a", Map.of("prize", 1.0)))
                .hasMessageContaining("no feature 'prize'");
        assertThatThrownBy(() -> market.step(Map.of())).isInstanceOf(IllegalStateException.class);
        market.reset(1);
        assertThatThrownBy(() -> market.step(Map.of("a", Action.HOLD))).hasMessage("agent a is not due");
    }

    @Test
    void theProbeFailsWhereARunWasOtherThanExpected() {
        RunProbe probe = new RunProbe();
        List<AgentPlan> plans = Plans.all(market(), _ -> () -> o -> Action.of(o.epoch() == 0 ? 0.5 : 7));
        new BatchDriver().run(market(), 1, plans, FaultRule.DEFAULT, probe);
        probe.expectFaults("b", AgentFault.Kind.INVALID_ACTION)
                .expectHold("b", 1)
                .expectAction("b", 0, 0.1, 0.45);
        assertThatThrownBy(probe::expectNoFaults)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("INVALID");
        assertThatThrownBy(() -> probe.expectFaults("a", AgentFault.Kind.THREW)).hasMessageContaining("found []");
        assertThatThrownBy(() -> probe.expectHold("b", 0)).hasMessageContaining("found [0.5]");
        assertThatThrownBy(() -> probe.expectAction("b", 0, 0.01, 0.45)).hasMessageContaining("found [0.5]");
        assertThatThrownBy(() -> probe.expectAction("b", 0, 1, 0.5, 0.5)).hasMessageContaining("found [0.5]");
        assertThatThrownBy(() -> probe.expectHold("b", 9)).hasMessageContaining("no decision of b at epoch 9");
    }

    @Test
    void showsTheAccountThatItWasTold() {
        ScriptedMarket market = market().account("b", new TestAccount().withPending(3, 2));
        assertThat(market.firstObservation("b").account().pending(3)).isEqualTo(2);
        assertThat(market.firstObservation("a").account().pending(3)).isZero();
        EnvironmentStep first = market.reset(1);
        assertThat(first.due().getFirst().observation().account().pending(3)).isEqualTo(2);
        ScriptedMarket fork = market.fork();
        assertThat(fork.step(Map.of()).due().getLast().observation().account().pending(3))
                .isEqualTo(2);
        assertThatThrownBy(() -> market.account("c", new TestAccount())).hasMessageStartingWith("no agent 'c'");
    }

    @Test
    void theProbeKnowsTheCommandsThatWereSent() {
        MarketCommand cancel = new MarketCommand.CancelOrder(1, 2);
        MarketCommand all = new MarketCommand.CancelAllOrders(1);
        RunProbe probe = new RunProbe();
        List<AgentPlan> plans =
                Plans.all(market(), _ -> () -> o -> o.epoch() == 0 ? Action.send(cancel, all) : Action.of(0.5));
        new BatchDriver().run(market(), 1, plans, FaultRule.DEFAULT, probe);
        probe.expectCommands("b", 0, cancel, all);
        assertThat(probe.sent("b", MarketCommand.CancelOrder.class))
                .hasSize(1)
                .first()
                .isEqualTo(cancel);
        assertThat(probe.sent("a", MarketCommand.class)).containsExactly(cancel, all);
        assertThatThrownBy(() -> probe.expectCommands("b", 0, all, cancel)).hasMessageContaining("at epoch 0, found");
        assertThatThrownBy(() -> probe.expectCommands("b", 0)).hasMessageContaining("to send []");
        assertThatThrownBy(() -> probe.expectCommands("b", 1)).hasMessageContaining("found [0.5]");
    }
}
