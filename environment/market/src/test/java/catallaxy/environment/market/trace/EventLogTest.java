package catallaxy.environment.market.trace;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log of a market: its digest, its receiver, its copies. */
final class EventLogTest {
    private final EventLog log = new EventLog();
    private final List<MarketEvent> received = new ArrayList<>();

    private static void emit(RandomEvents events, int count, EventLog... logs) {
        for (int i = 0; i < count; i++) {
            MarketEvent event = events.next();
            for (EventLog each : logs) {
                each.emit(event);
            }
        }
    }

    private static EventLog restored(EventLog saved) {
        StateWriter out = new StateWriter();
        saved.save(out);
        StateReader in = new StateReader(out.toBytes());
        EventLog loaded = EventLog.load(in);
        in.end();
        return loaded;
    }

    @Test
    void theReceiverIsGivenEachEventWhenItIsInTheDigest() {
        List<Long> counts = new ArrayList<>();
        log.sink(event -> {
            received.add(event);
            counts.add(log.digest().events());
        });
        RandomEvents events = new RandomEvents(1);
        List<MarketEvent> emitted = List.of(events.next(), events.next(), events.next());
        emitted.forEach(log::emit);
        assertThat(received).isEqualTo(emitted);
        assertThat(counts).containsExactly(1L, 2L, 3L);
    }

    @Test
    void thereIsOneReceiverTheLatest() {
        log.sink(received::add);
        log.sink(EventSink.NONE);
        emit(new RandomEvents(1), 1, log);
        assertThat(received).isEmpty();
    }

    /** Else two events could be taken for one. */
    @Test
    void theDigestIsOfEventsThatEnd() {
        TraceDigest naive = new TraceDigest();
        RandomEvents events = new RandomEvents(4);
        for (int i = 0; i < 10; i++) {
            MarketEvent event = events.next();
            log.emit(event);
            event.into(naive);
            naive.endEvent();
        }
        assertThat(log.digest().hex()).isEqualTo(naive.hex());
        assertThat(log.digest().hex()).isNotEqualTo(new EventLog().digest().hex());
    }

    @Test
    void theOrderOfEventsCounts() {
        RandomEvents events = new RandomEvents(1);
        MarketEvent first = events.next();
        MarketEvent second = events.next();
        EventLog turned = new EventLog();
        log.emit(first);
        log.emit(second);
        turned.emit(second);
        turned.emit(first);
        assertThat(turned.digest().hex()).isNotEqualTo(log.digest().hex());
    }

    @Test
    void aCopyAndARestoredLogGoOnTheSameWithoutAReceiver() {
        for (long seed = 0; seed < 20; seed++) {
            EventLog original = new EventLog();
            RandomEvents events = new RandomEvents(seed);
            emit(events, 20, original);
            original.sink(received::add);
            EventLog copy = original.copy();
            EventLog loaded = restored(original);
            emit(events, 20, copy, loaded);
            assertThat(received)
                    .as("seed %d: nobody receives from the copies", seed)
                    .isEmpty();
            assertThat(original.digest().events()).as("seed %d", seed).isEqualTo(20);
            assertThat(loaded.digest().hex())
                    .as("seed %d", seed)
                    .isEqualTo(copy.digest().hex());
            emit(new RandomEvents(seed + 1_000), 20, original);
            assertThat(original.digest().hex())
                    .as("seed %d", seed)
                    .isNotEqualTo(copy.digest().hex());
            received.clear();
        }
    }
}
