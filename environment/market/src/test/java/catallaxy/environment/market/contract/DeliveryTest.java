package catallaxy.environment.market.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts on their way, whose, and as bytes. */
final class DeliveryTest {
    private static final Delivery SENT = new Delivery(Delivery.Kind.BRIDGE, 1, 2, 3, 4, 5, UInt256.of(6));

    private static final Set<Delivery.Kind> FORGED =
            EnumSet.of(Delivery.Kind.FORGED, Delivery.Kind.FORGED_QUEUED, Delivery.Kind.EVIDENCE);

    /** What was forged left no chain: it waits for the block of the forger, and nothing of it is in the bridge's custody. */
    @Test
    void whatWasForgedIsOnNoBridge() {
        Delivery forged = Delivery.forged(1, 2, 3, 4, 5, UInt256.of(6), 0b101);
        assertThat(forged.departure()).isEqualTo(5);
        assertThat(SENT.departure()).isEqualTo(4);
        assertThat(forged.isOnBridge()).isFalse();
        assertThat(forged.waitsForBlocks()).isTrue();
        assertThat(forged.queued().kind()).isEqualTo(Delivery.Kind.FORGED_QUEUED);
        assertThat(forged.queued().waitsForBlocks()).isFalse();
        assertThat(forged.isOf(2, 3)).isTrue();
        assertThat(forged.queued().evidence().isOf(2, 3)).isFalse();
        StateWriter out = new StateWriter();
        forged.queued().evidence().save(out);
        assertThat(Delivery.load(new StateReader(out.toBytes())).signers()).isEqualTo(0b101);
    }

    @Test
    void isOfItsParticipantAndItsAsset() {
        assertThat(SENT.isOf(2, 3)).isTrue();
        assertThat(SENT.isOf(3, 3)).isFalse();
        assertThat(SENT.isOf(2, 2)).isFalse();
    }

    @Test
    void whatWasRecalledIsNobodysAndElseTheSame() {
        Delivery recalled = SENT.recalled();
        assertThat(recalled.isOf(2, 3)).isFalse();
        assertThat(recalled).isEqualTo(new Delivery(Delivery.Kind.RECALLED, 1, 2, 3, 4, 5, UInt256.of(6)));
        assertThat(SENT.isOf(2, 3)).as("the delivery itself stays").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(Delivery.Kind kind) {
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = RandomStream.of(seed, "test/delivery");
            Delivery delivery = new Delivery(
                    kind,
                    (int) random.nextLong(),
                    (int) random.nextLong(),
                    (int) random.nextLong(),
                    (int) random.nextLong(),
                    (int) random.nextLong(),
                    UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()),
                    random.nextLong());
            StateWriter out = new StateWriter();
            delivery.save(out);
            assertThat(out.size()).isEqualTo(FORGED.contains(kind) ? 72 : 64);
            StateReader in = new StateReader(out.toBytes());
            assertThat(Delivery.load(in)).as("seed %d", seed).isEqualTo(delivery);
            in.end();
        }
    }

    /** The codes stand in saved states, which later programs read. */
    @ParameterizedTest
    @EnumSource
    void theCodesStayWhatTheyAre(Delivery.Kind kind) {
        StateWriter out = new StateWriter();
        new Delivery(kind, 0, 0, 0, 0, 0, UInt256.ZERO).save(out);
        int code = switch (kind) {
            case BRIDGE -> 0;
            case DEPOSIT -> 1;
            case WITHDRAWAL -> 2;
            case RECALLED -> 3;
            case QUEUED -> 4;
            case REFUND -> 5;
            case LIQUIDITY -> 6;
            case FORGED -> 7;
            case FORGED_QUEUED -> 8;
            case EVIDENCE -> 9;
        };
        assertThat(new StateReader(out.toBytes()).int32()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10, Integer.MAX_VALUE})
    void anotherKindIsCorrupt(int code) {
        StateReader in = new StateReader(new StateWriter().int32(code).toBytes());
        assertThatThrownBy(() -> Delivery.load(in))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("kind of delivery: expected 0 to 9, found " + code);
    }
}
