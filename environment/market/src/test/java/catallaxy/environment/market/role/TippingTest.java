package catallaxy.environment.market.role;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions that tip other than they say. */
class TippingTest {
    private final List<MarketCommand> sent = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private final Gateway plain = new Gateway() {
        @Override
        public int participant() {
            return 7;
        }

        @Override
        public void submit(MarketCommand command) {
            sent.add(command);
        }

        @Override
        public void notSent(MarketCommand command, String reason) {
            notes.add(reason);
        }

        @Override
        public void cut() {
            notes.add("cut");
        }
    };

    private static MarketCommand.SubmitTransaction transaction(long maxFee, long tip) {
        Call swap = new Call.Swap(List.of(0, 1), 1, UInt256.ONE, UInt256.ZERO);
        return new MarketCommand.SubmitTransaction(2, swap, 3, 200_000, maxFee, tip, 99);
    }

    @Test
    void whatIsTippedChangesAndWhatIsPaidBesideItStays() {
        new Tipping(plain, 4).submit(transaction(210, 10));
        new Tipping(plain, 0).submit(transaction(210, 10));
        new Tipping(plain, 1).submit(transaction(210, 10));
        new Tipping(plain, 0.25).submit(transaction(210, 10));
        assertThat(sent)
                .containsExactly(transaction(240, 40), transaction(200, 0), transaction(210, 10), transaction(203, 3));
    }

    @Test
    void everythingElsePasses() {
        Gateway tipping = new Tipping(plain, 5);
        MarketCommand order = new MarketCommand.PlaceOrder(0, Side.BUY, TimeInForce.IOC, 1, 2, 3);
        tipping.submit(order);
        tipping.notSent(order, "WHY");
        tipping.cut();
        assertThat(sent).containsExactly(order);
        assertThat(notes).containsExactly("WHY", "cut");
        assertThat(tipping.participant()).isEqualTo(7);
    }
}
