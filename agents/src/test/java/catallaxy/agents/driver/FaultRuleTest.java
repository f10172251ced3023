package catallaxy.agents.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.Agent;
import catallaxy.agents.testkit.DriftMarket;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.environment.api.Action;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of agents that do not deliver valid decisions. */
class FaultRuleTest {
    private static final FaultRule RULE = new FaultRule(1_000_000_000L, 2);
    private static final Action BUY = Action.of(0.5);

    private final RunProbe probe = new RunProbe();

    private DriverResult run(Supplier<Agent> first, Supplier<Agent> second) {
        DriftMarket market = new DriftMarket(2, 8);
        List<AgentPlan> plans = List.of(Plans.of("agent-1", second), Plans.of("agent-0", first));
        return new BatchDriver().run(market, 1, plans, RULE, probe);
    }

    private static Agent buys() {
        return _ -> BUY;
    }

    @Test
    void holdsForTheEpochInWhichAnAgentThrowsAndMakesItAnew() {
        AtomicInteger made = new AtomicInteger();
        DriverResult result = run(
                () -> {
                    made.incrementAndGet();
                    return observation -> {
                        if (observation.epoch() == 3) {
                            throw new IllegalStateException("planted");
                        }
                        return BUY;
                    };
                },
                FaultRuleTest::buys);
        probe.expectFaults("agent-0", AgentFault.Kind.THREW).expectHold("agent-0", 3);
        probe.expectAction("agent-0", 2, 0, 0.5).expectAction("agent-0", 4, 0, 0.5);
        assertThat(probe.faults())
                .first()
                .satisfies(fault -> assertThat(fault.thrown())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("planted"))
                .extracting(
                        AgentFault::agent,
                        AgentFault::epoch,
                        AgentFault::timeNanos,
                        AgentFault::kind,
                        AgentFault::message)
                .containsExactly("agent-0", 3L, 3_000_000L, AgentFault.Kind.THREW, "IllegalStateException: planted");
        assertThat(made).hasValue(2);
        assertThat(result)
                .extracting(DriverResult::faults, DriverResult::decisions)
                .containsExactly(1L, 12L);
    }

    @Test
    void holdsForTheEpochOfAnInvalidAction() {
        for (Action invalid : List.of(
                Action.of(),
                Action.of(0, 0),
                Action.of(1.5),
                Action.of(Double.NaN),
                Action.of(Double.NEGATIVE_INFINITY))) {
            RunProbe own = new RunProbe();
            DriftMarket market = new DriftMarket(1, 4);
            List<AgentPlan> plans = Plans.all(market, _ -> () -> o -> o.epoch() == 2 ? invalid : BUY);
            new BatchDriver().run(market, 1, plans, RULE, own);
            own.expectFaults("agent-0", AgentFault.Kind.INVALID_ACTION).expectHold("agent-0", 2);
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void takesNoActionForAFault() {
        run(() -> o -> o.epoch() == 2 ? null : BUY, FaultRuleTest::buys);
        probe.expectFaults("agent-0", AgentFault.Kind.INVALID_ACTION).expectHold("agent-0", 2);
    }

    @Test
    void retiresAnAgentAfterTooManyFaultsInARow() {
        AtomicInteger asked = new AtomicInteger();
        run(
                () -> _ -> {
                    asked.incrementAndGet();
                    throw new StackOverflowError();
                },
                FaultRuleTest::buys);
        probe.expectFaults(
                "agent-0",
                AgentFault.Kind.THREW,
                AgentFault.Kind.THREW,
                AgentFault.Kind.THREW,
                AgentFault.Kind.RETIRED);
        probe.expectHold("agent-0", 7).expectAction("agent-1", 3, 0, 0.5);
        assertThat(asked).hasValue(3);
    }

    @Test
    void forgivesFaultsAfterAValidDecision() {
        run(() -> o -> o.epoch() % 3 == 2 ? BUY : Action.of(9), FaultRuleTest::buys);
        assertThat(probe.faults()).hasSize(6).extracting(AgentFault::kind).containsOnly(AgentFault.Kind.INVALID_ACTION);
    }

    @Test
    void stopsWhereAnAgentCannotBeMadeAtTheStart() {
        Supplier<Agent> never = () -> {
            throw new IllegalArgumentException("cannot be made");
        };
        assertThatThrownBy(() -> run(never, FaultRuleTest::buys)).hasMessage("cannot be made");
        assertThat(probe.steps()).isEmpty();
    }

    @Test
    void countsAnAgentThatCannotBeMadeAgainAsFaulty() {
        AtomicInteger made = new AtomicInteger();
        Supplier<Agent> once = () -> {
            if (made.getAndIncrement() > 0) {
                throw new IllegalStateException("only once");
            }
            return _ -> {
                throw new IllegalStateException("planted");
            };
        };
        run(once, FaultRuleTest::buys);
        assertThat(probe.faults())
                .extracting(AgentFault::message)
                .containsExactly(
                        "IllegalStateException: planted",
                        "IllegalStateException: only once",
                        "IllegalStateException: only once",
                        "3 faults in a row; it holds for the rest of the run");
    }

    @Test
    void endsTheRunWhenTheMachineFails() {
        Supplier<Agent> exhausted = () -> _ -> {
            throw new OutOfMemoryError("planted");
        };
        assertThatThrownBy(() -> run(exhausted, FaultRuleTest::buys)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void requiresExactlyOnePlanForEachAgent() {
        DriftMarket market = new DriftMarket(2, 8);
        AgentPlan plan = Plans.of("agent-0", FaultRuleTest::buys);
        for (List<AgentPlan> wrong :
                List.of(List.of(plan), List.of(plan, plan), List.of(plan, Plans.of("agent-2", FaultRuleTest::buys)))) {
            assertThatThrownBy(() -> new BatchDriver().run(market, 1, wrong, RULE, probe))
                    .hasMessageContaining("plans: expected one for each of [agent-0, agent-1]");
        }
    }

    @Test
    void reportsFaultsDecisionsAndStepsInTheirOrder() {
        StringBuilder heard = new StringBuilder();
        DriverListener listener = new DriverListener() {
            @Override
            public void step(catallaxy.environment.api.EnvironmentStep step) {
                heard.append("step ").append(step.timeNanos() / 1_000_000).append("; ");
            }

            @Override
            public void decided(long timeNanos, String agent, long epoch, Action action) {
                heard.append(agent).append('/').append(epoch).append("; ");
            }

            @Override
            public void fault(AgentFault fault) {
                heard.append(fault.kind()).append(' ').append(fault.agent()).append("; ");
            }
        };
        DriftMarket market = new DriftMarket(2, 2);
        List<AgentPlan> plans = Plans.all(market, _ -> () -> o -> Action.of(o.epoch() == 0 ? 7 : 0));
        new BatchDriver().run(market, 1, plans, RULE, listener);
        assertThat(heard.toString().strip())
                .isEqualTo("step 0; INVALID_ACTION agent-0; agent-0/0; INVALID_ACTION agent-1; agent-1/0; step 1; "
                        + "agent-0/1; step 2;");
    }
}
