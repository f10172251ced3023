package catallaxy.environment.market.venue.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flash loans as calls: what stands in them, and as bytes. */
final class FlashLoanTest {
    private static final Call PAY = new Call.Pay(0, 1, Amount.all());

    private static FlashLoan flash(Call then) {
        return new FlashLoan(3, List.of(new FlashLoan.Loan(0, UInt256.ONE), new FlashLoan.Loan(1, UInt256.MAX)), then);
    }

    /** So many flash loans in each other, each {@code period}-th of them in a batch. */
    private static Call nested(int swaps, int period) {
        Call call = PAY;
        for (int i = 1; i <= swaps; i++) {
            call = flash(i % period == 0 ? new Call.Batch(List.of(PAY, call)) : call);
        }
        return call;
    }

    private static Call readBack(Call call) {
        StateWriter out = new StateWriter();
        call.write(out);
        StateReader in = new StateReader(out.toBytes());
        Call read = Kinds.registered().reader().read(in);
        in.end();
        return read;
    }

    @Test
    void countsWhatStandsInIt() {
        assertThat(PAY.nested()).isEqualTo(1);
        assertThat(flash(PAY).nested()).isEqualTo(2);
        assertThat(new Call.Batch(List.of(flash(flash(PAY)), PAY)).nested()).isEqualTo(4);
    }

    /** Else a market that holds one could be saved, and not be read again. */
    @Test
    void whatCanBeMadeCanBeReadBack() {
        for (int period : new int[] {1, 2, 3, 100}) {
            int swaps = 1;
            while (mayBeMade(swaps + 1, period)) {
                swaps++;
            }
            Call deepest = nested(swaps, period);
            assertThat(readBack(deepest)).as("a batch in each %d", period).isEqualTo(deepest);
            assertThat(deepest.nested()).as("a batch in each %d", period).isBetween(14, Call.MAX_NESTED);
        }
    }

    private static boolean mayBeMade(int swaps, int period) {
        try {
            nested(swaps, period);
            return swaps < 100;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void tooManyInEachOtherAreRefused() {
        Call most = nested(Call.MAX_NESTED - 1, 100);
        assertThatThrownBy(() -> flash(most))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calls in each other: expected 1 to 16, found 17");
        assertThatThrownBy(() -> new Call.Batch(List.of(PAY, most)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calls in each other: expected 1 to 16, found 17");
    }
}
