package catallaxy.environment.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final DerivativeSpec SPEC = DerivativeSpec.perpetual(
            new MarginRates(MarginMode.CROSS, 100_000, 50_000, 0, 0),
            new MarkTerms(IndexSource.WORLD, SECOND, SECOND, 0, 0),
            new FundingTerms(3_600 * SECOND, 100, 500, 7_500));

    private static Positions positions() {
        Positions positions = new Positions(SPEC, 3);
        positions.open(1_000);
        return positions;
    }

    @Test
    void whatIsAddedCountsWholeAndWhatIsClosedIsTakenOutInProportion() {
        Positions positions = positions();
        positions.trade(0, 10, 1_000);
        positions.trade(0, 5, 1_100);
        assertThat(positions.entry(0)).isEqualTo(30_000 + 16_500);
        positions.trade(0, -5, 1_200);
        assertThat(positions.entry(0)).isEqualTo(31_000);
        positions.trade(0, -15, 900);
        assertThat(positions.lots(0)).isEqualTo(-5);
        assertThat(positions.entry(0)).isEqualTo(5 * 900 * 3);
        positions.trade(0, 5, 1_000);
        assertThat(positions.entry(0)).isZero();
    }

    @Test
    void profitHasTheSignOfTheSide() {
        Positions positions = positions();
        positions.trade(0, 10, 900);
        positions.trade(1, -10, 900);
        assertThat(positions.profit(0)).isEqualTo(3_000);
        assertThat(positions.profit(1)).isEqualTo(-3_000);
        assertThat(positions.gain(0, 1_100)).isEqualTo(3_000);
        assertThat(positions.gain(1, 1_100)).isEqualTo(-3_000);
    }

    @Test
    void whoOwesFundingPaysItRoundedUpAndWhoIsOwedHasItRoundedDown() {
        Positions positions = positions();
        positions.trade(0, 1, 1_000);
        positions.trade(1, -1, 1_000);
        assertThat(positions.funding(0, 1_000)).isEqualTo(1);
        assertThat(positions.funding(1, 1_000)).isZero();
        assertThat(positions.funding(0, -500_000)).isEqualTo(-1);
        assertThat(positions.funding(1, -500_000)).isEqualTo(2);
    }

    @Test
    void thereIsRoomForEveryParticipant() {
        Positions positions = positions();
        positions.trade(100, 7, 1_000);
        positions.trade(3, -7, 1_000);
        assertThat(positions.lots(100)).isEqualTo(7);
        assertThat(positions.lots(1_000)).isZero();
        assertThat(positions.openLots()).isEqualTo(7);
        assertThat(positions.sum()).isZero();
    }

    @Test
    void aCopyIsIndependentAndWhatIsSavedIsReadAgain() {
        Positions positions = positions();
        positions.trade(0, 10, 900);
        positions.trade(1, -10, 900);
        Positions copy = positions.copy();
        positions.trade(0, -10, 900);
        positions.trade(1, 10, 900);
        assertThat(copy.lots(0)).isEqualTo(10);
        StateWriter out = new StateWriter();
        copy.save(out);
        StateReader in = new StateReader(out.toBytes());
        Positions loaded = Positions.load(in, SPEC, 3);
        in.end();
        assertThat(loaded.entry(1)).isEqualTo(27_000);
        assertThat(loaded.mark().ticks()).isEqualTo(1_000);
    }

    @Test
    void aSavedStateWhosePositionsDoNotAddUpIsRefused() {
        Positions positions = positions();
        positions.trade(0, 10, 900);
        StateWriter out = new StateWriter();
        positions.save(out);
        assertThatThrownBy(() -> Positions.load(new StateReader(out.toBytes()), SPEC, 3))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("sum of zero");
    }
}
