package catallaxy.environment.market.trace;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.number.UInt256;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of event adds to the digest. */
final class MarketEventTest {
    /** The kinds by their numbers in the digest, from 1. */
    private static final List<Class<?>> NUMBERS = List.of(
            MarketEvent.PriceMoved.class,
            MarketEvent.RegimeChanged.class,
            BookEvent.OrderRested.class,
            BookEvent.OrderFilled.class,
            BookEvent.OrderCancelled.class,
            MarketEvent.CommandRejected.class,
            MarketEvent.TransactionExecuted.class,
            MarketEvent.TransactionDropped.class,
            MarketEvent.BlockProduced.class,
            MarketEvent.PoolSwapped.class,
            MarketEvent.LiquidityChanged.class,
            TransportEvent.FundsSent.class,
            TransportEvent.FundsArrived.class,
            MarketEvent.AgentDecided.class,
            MarketEvent.RiskIntervened.class,
            MarketEvent.ChainReorganised.class,
            TransportEvent.FundsRecalled.class,
            MarketEvent.BlobsPosted.class,
            MarketEvent.DataPaid.class,
            BookEvent.StopPlaced.class,
            BookEvent.StopTriggered.class,
            MarketEvent.VenueChanged.class,
            MarketEvent.PlaceHalted.class,
            MarketEvent.PlaceResumed.class,
            TransportEvent.TransferFailed.class,
            TransportEvent.BridgeLiquidityChanged.class,
            MarketEvent.BundleIncluded.class,
            MarketEvent.BundleDropped.class,
            MarketEvent.BlockAuctioned.class,
            MarketEvent.LaneSold.class,
            TransportEvent.MessageForged.class,
            TransportEvent.ForgeryPaid.class,
            TransportEvent.ValidatorsSlashed.class);

    static List<Class<?>> kinds() {
        return MarketEvent.kinds();
    }

    private static String digest(MarketEvent event) {
        TraceDigest digest = new TraceDigest();
        event.into(digest);
        return digest.hex();
    }

    /** The number of the kind, then every component of its record in its order. */
    private static String naive(Class<?> kind, Object... fields) {
        TraceDigest digest = new TraceDigest().add(NUMBERS.indexOf(kind) + 1);
        for (Object field : fields) {
            switch (field) {
                case Long number -> digest.add(number.longValue());
                case Integer number -> digest.add(number.longValue());
                case Double number -> digest.add(number.doubleValue());
                case Boolean flag -> digest.add(flag ? 1 : 0);
                case Side side -> digest.add(side.code());
                case UInt256 units -> digest.add(units);
                case List<?> details -> naive(digest, details);
                default -> digest.add((String) field);
            }
        }
        return digest.hex();
    }

    private static void naive(TraceDigest digest, List<?> details) {
        digest.add(details.size());
        for (Object each : details) {
            MarketEvent.Detail detail = (MarketEvent.Detail) each;
            digest.add(detail.name()).add(detail.asset()).add(detail.units());
        }
    }

    /** The events of a family are kinds of their own; the family is none. */
    @Test
    void familiesOfEventsAreNoKinds() {
        assertThat(MarketEvent.kinds())
                .allMatch(Class::isRecord)
                .doesNotHaveDuplicates()
                .contains(BookEvent.class.getPermittedSubclasses())
                .contains(TransportEvent.class.getPermittedSubclasses());
    }

    @Test
    void everyKindHasANumber() {
        assertThat(NUMBERS).containsExactlyInAnyOrderElementsOf(MarketEvent.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void addsItsNumberAndThenItsFieldsInTheirOrder(Class<?> kind) {
        for (long seed = 0; seed < 20; seed++) {
            Object[] fields = new RandomEvents(seed).fields(kind);
            MarketEvent event = RandomEvents.event(kind, fields);
            assertThat(digest(event)).as("seed %d: %s", seed, event).isEqualTo(naive(kind, fields));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noFieldChangesWithoutTheDigest(Class<?> kind) {
        RandomEvents random = new RandomEvents(1);
        Object[] fields = random.fields(kind);
        String before = digest(RandomEvents.event(kind, fields));
        List<String> names =
                RandomEvents.components(kind).map(RecordComponent::getName).toList();
        for (int i = 0; i < fields.length; i++) {
            Object[] changed = fields.clone();
            changed[i] = random.other(fields[i]);
            assertThat(digest(RandomEvents.event(kind, changed)))
                    .as(names.get(i))
                    .isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void happenedAtItsFirstField(Class<?> kind) {
        Object[] fields = new RandomEvents(2).fields(kind);
        assertThat(RandomEvents.event(kind, fields).timeNanos()).isEqualTo(fields[0]);
    }

    @Test
    void aTransactionWithoutAReasonSucceeded() {
        assertThat(new MarketEvent.TransactionExecuted(1, 2, 3, 4, 5, "Swap", "", 6, 7).succeeded())
                .isTrue();
        assertThat(new MarketEvent.TransactionExecuted(1, 2, 3, 4, 5, "Swap", "K", 6, 7).succeeded())
                .isFalse();
    }
}
