package catallaxy.environment.market.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;

/** What contracts share: those without state, and calls that only contracts make. */
final class SharedContractTest {
    private static final Service NOTHING = new Service() {
        @Override
        public Result call(Frame frame, Call call) {
            return Result.OK;
        }
    };

    @Test
    void aServiceIsItsOwnCopyAndWritesNothing() {
        StateWriter out = new StateWriter();
        NOTHING.save(out);
        NOTHING.restore(NOTHING);
        assertThat(out.size()).isZero();
        assertThat(NOTHING.copy()).isSameAs(NOTHING);
        assertThat(NOTHING.account()).isEqualTo(Kind.NO_ACCOUNT);
    }

    @Test
    void aKindNeedsNeitherVectorsNorAContractOfItsOwn() {
        assertThat(ToyKind.both().vectors()).isEmpty();
        assertThat(ToyKind.both().onChain(new TestSite())).isEmpty();
    }

    @Test
    void aCallBetweenContractsIsNeverSaved() {
        Call hop = new Hop(3, 0, UInt256.ONE, 1, 2);
        Call preview = new Hop.Preview(3, 0, UInt256.ONE);
        for (Call each : new Call[] {hop, preview}) {
            assertThatThrownBy(() -> each.save(new StateWriter()))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("a call between contracts is never saved");
        }
    }
}
