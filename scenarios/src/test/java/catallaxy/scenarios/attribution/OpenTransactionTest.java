package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import org.junit.jupiter.api.Test;

final class OpenTransactionTest {
    private final OpenTransaction open = new OpenTransaction();

    private static MarketEvent.PoolSwapped swap(int venue) {
        return new MarketEvent.PoolSwapped(1, venue, 0, true, UInt256.ONE, UInt256.ONE);
    }

    private static MarketEvent.LiquidityChanged change(int venue) {
        return new MarketEvent.LiquidityChanged(1, venue, 0, true, UInt256.ONE, UInt256.ONE, UInt256.ONE);
    }

    @Test
    void venuesAreToldOnceInTheOrderInWhichTheyWereTouched() {
        open.add(swap(7));
        open.add(change(2));
        open.add(swap(2));
        open.add(swap(7));
        open.add(change(5));
        assertThat(open.end().venues()).containsExactly(7, 2, 5);
    }

    @Test
    void theNextTransactionBeginsWithNothing() {
        open.add(swap(7));
        open.add(change(2));
        open.add(new MarketEvent.DataPaid(1, 0, 1, 0, 1, UInt256.of(9)));
        open.redeemed();
        Transactions.Told told = open.end();
        assertThat(told.swaps()).containsExactly(swap(7));
        assertThat(told.changes()).containsExactly(change(2));
        assertThat(told.dataWei()).isEqualTo(UInt256.of(9));
        assertThat(told.redeemed()).isTrue();
        Transactions.Told next = open.end();
        assertThat(next.swaps()).isEmpty();
        assertThat(next.changes()).isEmpty();
        assertThat(next.venues()).isEmpty();
        assertThat(next.dataWei()).isEqualTo(UInt256.ZERO);
        assertThat(next.redeemed()).isFalse();
    }
}
