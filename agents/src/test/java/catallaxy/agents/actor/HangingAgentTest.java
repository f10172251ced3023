package catallaxy.agents.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.DriverResult;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Plans;
import catallaxy.agents.testkit.DriftMarket;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.environment.api.Action;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent that never returns ends the run, and the message names it; the same under both drivers. */
class HangingAgentTest {
    private static final FaultRule IMPATIENT = new FaultRule(300_000_000L, 2);
    private static final FaultRule PATIENT = new FaultRule(20_000_000_000L, 2);

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicBoolean spinning = new AtomicBoolean(true);

    static Stream<Driver> drivers() {
        return Stream.of(new BatchDriver(), new ActorDriver());
    }

    @AfterEach
    void release() {
        never.countDown();
        spinning.set(false);
    }

    private static DriverResult run(Driver driver, Supplier<Agent> first, FaultRule rule, RunProbe probe) {
        DriftMarket market = new DriftMarket(2, 6);
        List<AgentPlan> plans = List.of(Plans.of("agent-0", first), Plans.of("agent-1", () -> _ -> Action.of(0.5)));
        return driver.run(market, 1, plans, rule, probe);
    }

    private Agent blocking(int epoch) {
        return o -> {
            if (o.epoch() == epoch) {
                await(never);
            }
            return Action.of(0.25);
        };
    }

    private Agent looping() {
        return _ -> {
            while (spinning.get()) {
                Thread.onSpinWait();
            }
            return Action.HOLD;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void theMessageNamesAgentEpochTimeAndLimit(Driver driver) {
        RunProbe probe = new RunProbe();
        AgentFailedException hung = catchThrowableOfType(
                AgentFailedException.class, () -> run(driver, () -> blocking(2), IMPATIENT, probe));
        assertThat(hung)
                .hasMessage(
                        "agent agent-0 hangs: it did not decide at its epoch 2, 0.002 s, within 0.3 s of wall-clock time "
                                + "(faults.decision-timeout)");
        assertThat(Objects.requireNonNull(hung.getCause()).getStackTrace())
                .as("where it was")
                .anyMatch(frame -> frame.getClassName().startsWith(HangingAgentTest.class.getName()));
        probe.expectNoFaults();
        probe.expectAction("agent-0", 1, 0, 0.25);
        assertThat(probe.decisions()).as("nothing of the epoch that hung").noneMatch(decision -> decision.epoch() == 2);
    }

    @Test
    void oneThatReactsToNoInterruptIsLeftBehind() {
        assertThatThrownBy(() -> run(new BatchDriver(), this::looping, IMPATIENT, new RunProbe()))
                .isInstanceOf(AgentFailedException.class)
                .hasMessageContaining("agent agent-0 hangs")
                .hasMessageContaining("epoch 0");
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void aSlowAgentChangesNothing(Driver driver) {
        RunProbe patient = new RunProbe();
        RunProbe quick = new RunProbe();
        Agent slow = _ -> {
            pause();
            return Action.of(0.25);
        };
        DriverResult result = run(driver, () -> slow, PATIENT, patient);
        assertThat(result).isEqualTo(run(driver, () -> _ -> Action.of(0.25), PATIENT, quick));
        assertThat(patient.decisions()).isEqualTo(quick.decisions());
    }

    private static void pause() {
        LockSupport.parkNanos(5_000_000);
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void manyShortDecisionsAreNotOneLongOne(Driver driver) {
        DriftMarket market = new DriftMarket(2, 60);
        Agent slow = _ -> {
            pause();
            return Action.HOLD;
        };
        DriverResult result = driver.run(
                market, 1, Plans.all(market, _ -> () -> slow), new FaultRule(400_000_000L, 0), new RunProbe());
        assertThat(result.steps()).isEqualTo(60);
    }

    @Test
    void anInterruptedCallerGetsItsInterruptBack() {
        Agent interrupting = _ -> {
            await(never);
            return Action.HOLD;
        };
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(new BatchDriver(), () -> interrupting, PATIENT, new RunProbe()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatTheListenerThrowsComesThroughUnchanged() {
        IllegalStateException full = new IllegalStateException("disk full");
        DriverListener failing = new DriverListener() {
            @Override
            public void decided(long timeNanos, String agent, long epoch, Action action) {
                throw full;
            }
        };
        DriftMarket market = new DriftMarket(1, 6);
        List<AgentPlan> plans = Plans.all(market, _ -> () -> blocking(9));
        assertThatThrownBy(() -> new BatchDriver().run(market, 1, plans, PATIENT, failing))
                .isSameAs(full);
    }
}
