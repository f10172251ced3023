package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.driver.RecordedDecision;
import catallaxy.environment.api.Action;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
    private static final List<String> AGENTS = List.of("arb", "fund", "maker", "risk");

    @TempDir
    Path out;

    private ShortRun run;

    @BeforeEach
    void record() {
        run = ShortRun.of(ShortRun.twoChains("20 m"), 5, out);
        run.forgetChecksums();
    }

    @Test
    void aRecordedRunComesOutTheSame() throws IOException {
        Replay.Result result = Replay.of(run.folder());
        assertThat(result.identical()).isTrue();
        assertThat(result.found()).isEqualTo(run.digest()).isEqualTo(result.recorded());
        assertThat(result.decisions()).isEqualTo(run.summary().getLong("decisions"));
        assertThat(result.checkpoints())
                .isEqualTo(TraceCheckpoints.read(run.files().checkpoints()).size())
                .isPositive();
        assertThat(result.differsAfter()).isEqualTo(-1);
        assertThat(result.note()).isEmpty();
    }

    @Test
    void anAlteredDecisionIsFoundWithinACheckpointOfItsEvent() throws IOException {
        List<RecordedDecision> decisions = DecisionJournal.read(run.files().decisions(), AGENTS, true);
        int index = lastOf("maker", decisions, decisions.size() / 2);
        RecordedDecision altered = decisions.get(index);
        long event = eventOf(altered);
        List<RecordedDecision> others = new ArrayList<>(decisions);
        others.set(
                index,
                new RecordedDecision(
                        altered.timeNanos(), altered.agent(), altered.epoch(), Action.of(12.5, 12.5, 0.5, 0.5)));
        write(others);
        Replay.Result result = Replay.of(run.folder());
        assertThat(result.identical()).isFalse();
        assertThat(result.found()).isNotEqualTo(run.digest());
        assertThat(event - result.differsAfter()).isBetween(1L, (long) TraceCheckpoints.INTERVAL);
    }

    private static int lastOf(String agent, List<RecordedDecision> decisions, int from) {
        int index = from;
        while (!decisions.get(index).agent().equals(agent)) {
            index--;
        }
        return index;
    }

    /** Number of the event by which the trace tells of a decision. */
    private long eventOf(RecordedDecision decision) {
        List<MarketEvent> events = Replay.events(StoredRun.read(run.folder()), 0, Long.MAX_VALUE).stream()
                .map(Replay.Seen::event)
                .toList();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof MarketEvent.AgentDecided decided
                    && decided.agent() == 2
                    && decided.epoch() == decision.epoch()) {
                return i + 1L;
            }
        }
        throw new AssertionError("no event of " + decision);
    }

    private void write(List<RecordedDecision> decisions) throws IOException {
        try (DecisionJournal journal = new DecisionJournal(run.files().decisions(), AGENTS)) {
            for (RecordedDecision each : decisions) {
                journal.decided(each.timeNanos(), each.agent(), each.epoch(), each.action());
            }
        }
    }

    @Test
    void anAlteredCheckpointIsDamageOfItsFile() throws IOException {
        byte[] bytes = Files.readAllBytes(run.files().checkpoints());
        bytes[3 * Long.BYTES + 5] ^= 1;
        Files.write(run.files().checkpoints(), bytes);
        assertThatThrownBy(() -> Replay.of(run.folder()))
                .isInstanceOfSatisfying(UserError.class, DamagedFolderTest::isCorrupt)
                .hasMessageContaining("trace.checkpoints: damaged at byte 24: ")
                .hasMessageContaining("checkpoint 4");
    }

    @Test
    void anAlteredDigestIsNotConfirmed() throws IOException {
        Path manifest = run.files().manifest();
        Files.writeString(manifest, Files.readString(manifest).replace(run.digest(), "0".repeat(32)));
        Replay.Result result = Replay.of(run.folder());
        assertThat(result.identical()).isFalse();
        assertThat(result.found()).isEqualTo(run.digest());
    }

    @Test
    void aMissingDecisionIsSaid() throws IOException {
        List<RecordedDecision> decisions =
                new ArrayList<>(DecisionJournal.read(run.files().decisions(), AGENTS, true));
        RecordedDecision gone = decisions.remove(decisions.size() / 2);
        write(decisions);
        Replay.Result result = Replay.of(run.folder());
        assertThat(result.identical()).isFalse();
        assertThat(result.note()).contains(gone.agent() + "'s epoch " + gone.epoch());
    }

    @Test
    void anAlteredScenarioIsRefused() throws IOException {
        Path scenario = run.files().scenario();
        Files.writeString(
                scenario, Files.readString(scenario).replace("20 m", "21 m").replace("1200 s", "1260 s"));
        assertThatThrownBy(() -> Replay.of(run.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expected the configuration");
    }
}
