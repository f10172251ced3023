package catallaxy.agents.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.PendingTransaction;
import catallaxy.environment.api.PriceLevel;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.base.number.UInt256;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** An account has what it was told, each thing at its own place, and nothing else. */
class TestAccountTest {
    private static final Call PAY = new Call.Transfer(1, 2, UInt256.ONE);

    @Test
    void hasNothingThatItWasNotTold() {
        Account account = new TestAccount();
        assertThat(account.balance(0, 0)).isEqualTo(UInt256.ZERO);
        assertThat(account.shares(0)).isEqualTo(UInt256.ZERO);
        assertThat(account.orders(0)).isEmpty();
        assertThat(account.lotsAhead(0, 1)).isEmpty();
        assertThat(account.levels(0, Side.BUY, 5)).isEmpty();
        assertThat(account.quoting(0)).isEmpty();
        assertThat(account.transactions(0)).isEmpty();
        assertThat(account.pending(0) + account.refusals() + account.fills() + account.nonce(0))
                .isZero();
    }

    @Test
    void balancesAreOfAPlaceAndAnAsset() {
        Account account = new TestAccount()
                .withBalance(0, 1, UInt256.of(7))
                .withBalance(1, 0, UInt256.of(8))
                .withShares(3, UInt256.of(9));
        assertThat(account.balance(0, 1)).isEqualTo(UInt256.of(7));
        assertThat(account.balance(1, 0)).isEqualTo(UInt256.of(8));
        assertThat(account.balance(0, 0)).isEqualTo(UInt256.ZERO);
        assertThat(account.shares(3)).isEqualTo(UInt256.of(9));
    }

    @Test
    void aVenueOffersWhatItWasTold() {
        Claims claims = new Claims() {
            @Override
            public double worth(int account, IntToDoubleFunction prices) {
                return 5;
            }

            @Override
            public double quantity(int account, int asset, IntToDoubleFunction prices) {
                return 0;
            }
        };
        Account account = new TestAccount().withVenue(2, claims);
        assertThat(account.venue(2, Claims.class)).containsSame(claims);
        assertThat(account.venue(1, Claims.class)).isEmpty();
        assertThat(account.quoting(2)).isEmpty();
        assertThat(account.number(3)).isEqualTo(3);
    }

    @Test
    void ordersAndLevelsAreOfAVenue() {
        OpenOrder order = new OpenOrder(5, Side.BUY, 100, 3);
        Account account = new TestAccount()
                .withOrder(2, order, 40)
                .withLevel(2, Side.BUY, new PriceLevel(101, 9))
                .withLevel(2, Side.BUY, new PriceLevel(100, 8))
                .withLevel(2, Side.SELL, new PriceLevel(103, 7))
                .withCounts(1, 2);
        assertThat(account.orders(2)).containsExactly(order);
        assertThat(account.lotsAhead(2, 5)).hasValue(40);
        assertThat(account.lotsAhead(1, 5)).isEmpty();
        assertThat(account.levels(2, Side.BUY, 1)).containsExactly(new PriceLevel(101, 9));
        assertThat(account.levels(2, Side.SELL, 9)).containsExactly(new PriceLevel(103, 7));
        assertThat(account.refusals()).isEqualTo(1);
        assertThat(account.fills()).isEqualTo(2);
    }

    @Test
    void transactionsWaitOnTheirChainAndCanBePaid() {
        TestAccount account =
                new TestAccount().withBaseFee(1, 30).withNonce(1, 6).withPending(1, 2);
        MarketCommand.SubmitTransaction sent = account.transaction(1, PAY);
        assertThat(sent.maxFeePerGasWei()).isEqualTo(63);
        assertThat(sent.maxPriorityFeePerGasWei()).isEqualTo(3);
        account.withTransaction(new PendingTransaction(sent, true));
        assertThat(account.transactions(1)).containsExactly(new PendingTransaction(sent, true));
        assertThat(account.transactions(0)).isEmpty();
        assertThat(account.pending(1)).isEqualTo(3);
        assertThat(account.nonce(1)).isEqualTo(6);
        assertThat(account.gasEstimate(1, PAY)).isPositive();
    }
}
