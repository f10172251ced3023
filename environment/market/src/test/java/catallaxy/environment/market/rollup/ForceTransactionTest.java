package catallaxy.environment.market.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.TestSite;
import catallaxy.environment.market.engine.TestMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The call that forces another, as bytes and in gas. */
final class ForceTransactionTest {
    private static final Call PAY = new Call.Transfer(1, 2, UInt256.ONE);

    @Test
    void isReadAsItWasWritten() {
        Call force = new ForceTransaction(1, 50_000, new Call.Batch(List.of(PAY, PAY)));
        StateWriter out = new StateWriter();
        force.write(out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(Kinds.registered().reader().read(in)).isEqualTo(force);
        in.end();
    }

    /** Function, two words, and the call within: offset, length and 100 bytes in four words. */
    @Test
    void paysForTheDataOfTheCallThatItForces() {
        ForceTransaction force = new ForceTransaction(1, 50_000, PAY);
        assertThat(force.dataBytes()).isEqualTo(4 + 2 * 32 + (2 + 4) * 32);
        assertThat(RollupPortal.gas(force)).isEqualTo(40_000 + 16 * 260);
        assertThat(RollupPortal.gas(new ForceTransaction(1, 50_000, force))).isGreaterThan(RollupPortal.gas(force));
    }

    @Test
    void callsStandInEachOtherAsDeepAsCanBeRead() {
        Call call = PAY;
        for (int depth = 2; depth <= Call.MAX_NESTED; depth++) {
            call = new ForceTransaction(1, 50_000, call);
        }
        Call deepest = call;
        assertThat(deepest.nested()).isEqualTo(Call.MAX_NESTED);
        assertThatThrownBy(() -> new ForceTransaction(1, 50_000, deepest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calls in each other: expected 1 to 16, found 17");
    }

    @Test
    void aChainOnWhichNoRollupSettlesHasNoPortal() {
        assertThat(new RollupPortal().onChain(new TestSite())).isEmpty();
        assertThat(new RollupPortal().onChain(new TestSite(TestMarket.spec().chains())))
                .isEmpty();
    }
}
