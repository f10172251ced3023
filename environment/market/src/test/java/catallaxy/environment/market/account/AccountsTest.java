package catallaxy.environment.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which ledger account is whose, and for what. */
class AccountsTest {
    private final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18)));
    private final Accounts accounts = new Accounts(List.of("mainnet", "rollup", "spot"));

    @Test
    void aParticipantHasOneAccountAtEachPlaceOneForOrdersAndOneForTransit() {
        ledger.openIssuer("genesis");
        assertThat(accounts.open(ledger, "alice")).isZero();
        assertThat(accounts.open(ledger, "bob")).isEqualTo(1);
        assertThat(accounts.accountsEach()).isEqualTo(5);
        assertThat(ledger.accountName(accounts.free(0, 0))).isEqualTo("alice@mainnet");
        assertThat(ledger.accountName(accounts.free(1, 2))).isEqualTo("bob@spot");
        assertThat(ledger.accountName(accounts.held(0))).isEqualTo("alice@orders");
        assertThat(ledger.accountName(accounts.transit(1))).isEqualTo("bob@transit");
        assertThat(accounts.participants()).isEqualTo(2);
        assertThat(accounts.name(1)).isEqualTo("bob");
    }

    @Test
    void theAccountsOfOneAreConsecutiveAndNobodyElses() {
        Set<Integer> all = new LinkedHashSet<>();
        for (int who = 0; who < 10; who++) {
            accounts.open(ledger, "p" + who);
            ledger.openAccount("between " + who);
            int first = accounts.free(who, 0);
            assertThat(accounts.free(who, 1)).isEqualTo(first + 1);
            assertThat(accounts.free(who, 2)).isEqualTo(first + 2);
            assertThat(accounts.held(who)).isEqualTo(first + 3);
            assertThat(accounts.transit(who)).isEqualTo(first + accounts.accountsEach() - 1);
            for (int i = 0; i < accounts.accountsEach(); i++) {
                assertThat(all.add(first + i)).as("account %d of %d", i, who).isTrue();
                assertThat(ledger.isIssuer(first + i)).isFalse();
            }
        }
    }

    @Test
    void whoWasNeverOpenedHasNoAccounts() {
        accounts.open(ledger, "alice");
        assertThatThrownBy(() -> accounts.free(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> accounts.held(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> accounts.name(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
