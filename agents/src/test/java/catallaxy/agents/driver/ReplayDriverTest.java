package catallaxy.agents.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.testkit.DriftMarket;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.environment.api.Action;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recorded decisions against the run that they were recorded in. */
class ReplayDriverTest {
    private static final long SEED = 5;

    private final RunProbe probe = new RunProbe();
    private final DriverResult original = recorded();

    private DriverResult recorded() {
        DriftMarket market = new DriftMarket(3, 50);
        List<AgentPlan> plans =
                Plans.all(market, _ -> () -> o -> Action.of(o.value(0) > 100 ? -1.0 : (double) (o.epoch() % 7)));
        return new BatchDriver().run(market, SEED, plans, new FaultRule(1_000_000, 100), probe);
    }

    private static DriverResult replay(long seed, List<RecordedDecision> decisions) {
        return new ReplayDriver(decisions)
                .run(new DriftMarket(3, 50), seed, List.of(), FaultRule.DEFAULT, DriverListener.NONE);
    }

    @Test
    void givesTheSameDigestWithoutAgents() {
        assertThat(original.faults()).isPositive();
        assertThat(replay(SEED, probe.decisions()).digest()).isEqualTo(original.digest());
        assertThat(replay(SEED + 1, probe.decisions()).digest()).isNotEqualTo(original.digest());
    }

    @Test
    void givesAnotherDigestForOneOtherDecision() {
        List<RecordedDecision> changed = new ArrayList<>(probe.decisions());
        RecordedDecision old = changed.get(40);
        changed.set(40, new RecordedDecision(old.timeNanos(), old.agent(), old.epoch(), Action.of(0.123)));
        assertThat(replay(SEED, changed).digest()).isNotEqualTo(original.digest());
    }

    @Test
    void namesTheFirstDecisionThatDoesNotFit() {
        List<RecordedDecision> shifted =
                probe.decisions().subList(1, probe.decisions().size());
        assertThatThrownBy(() -> replay(SEED, shifted))
                .isInstanceOf(ReplayDivergedException.class)
                .hasMessage("expected agent-0's epoch 0 at 0 ns, the record has agent-1's epoch 0 at 0 ns");
    }

    @Test
    void saysWhenTheRecordIsTooShortOrTooLong() {
        List<RecordedDecision> all = probe.decisions();
        assertThatThrownBy(() -> replay(SEED, all.subList(0, all.size() - 1)))
                .hasMessageStartingWith("the record ends before agent-");
        List<RecordedDecision> longer = new ArrayList<>(all);
        longer.add(all.getLast());
        assertThatThrownBy(() -> replay(SEED, longer)).hasMessageStartingWith("the run is over, the record goes on");
    }
}
