package catallaxy.environment.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Marks, turnover and totals of one world, and that copies and restored ones share nothing with it. */
class SettlementTest {
    private static final int ETH = 0;
    private static final int USDC = 1;
    private static final UInt256 HALF_ETHER = UInt256.of(500_000_000_000_000_000L);

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)));
    private final int issuer = ledger.openIssuer("genesis");
    private final Accounts accounts = new Accounts(List.of("mainnet"));
    private final Settlement settlement = new Settlement(ledger, accounts, 2);
    private final int alice = settlement.openParticipant("alice");
    private final int bob = settlement.openParticipant("bob");

    @Test
    void anAmountIsWorthItsWholeUnitsAtTheMark() {
        assertThat(settlement.worth(ETH, HALF_ETHER)).as("no price yet").isZero();
        settlement.mark(ETH, 2_000);
        settlement.mark(USDC, 1);
        assertThat(settlement.mark(ETH)).isEqualTo(2_000);
        assertThat(settlement.worth(ETH, HALF_ETHER)).isEqualTo(1_000);
        assertThat(settlement.worth(USDC, UInt256.of(2_500_000))).isEqualTo(2.5);
        settlement.mark(ETH, 1_000);
        assertThat(settlement.worth(ETH, HALF_ETHER)).isEqualTo(500);
    }

    @Test
    void turnoverAddsUpByVenue() {
        settlement.traded(1, 10);
        settlement.traded(1, 2.5);
        assertThat(settlement.turnover(1)).isEqualTo(12.5);
        assertThat(settlement.turnover(0)).isZero();
    }

    @Test
    void totalsCountEachForItself() {
        Totals totals = settlement.totals(alice);
        totals.fill(100, 0.5);
        totals.fill(50, 0.25);
        totals.fee(1);
        totals.gas(3);
        totals.gas(4);
        totals.revert();
        totals.reject();
        totals.reject();
        totals.cut();
        assertThat(totals.fills()).isEqualTo(2);
        assertThat(totals.tradedQuote()).isEqualTo(150);
        assertThat(totals.feesPaidQuote()).isEqualTo(1.75);
        assertThat(totals.gasPaidQuote()).isEqualTo(7);
        assertThat(totals.reverted()).isEqualTo(1);
        assertThat(totals.rejected()).isEqualTo(2);
        assertThat(totals.beyondMeans()).isEqualTo(1);
        assertThat(settlement.totals(bob)).usingRecursiveComparison().isEqualTo(new Totals());
    }

    /** Does one of everything. */
    private static void change(Settlement each, int issuer, int who) {
        each.ledger().issue(issuer, each.accounts().free(who, 0), USDC, UInt256.of(7));
        each.totals(who).fill(100, 0.5);
        each.totals(who).gas(2);
        each.totals(who).revert();
        each.totals(who).reject();
        each.totals(who).cut();
        each.mark(ETH, 1_234.5);
        each.traded(0, 9);
        each.log().emit(new MarketEvent.RegimeChanged(3, "calm"));
    }

    private static byte[] saved(Settlement each) {
        StateWriter out = new StateWriter();
        each.save(out);
        return out.toBytes();
    }

    @Test
    void aCopyKeepsItsStateWhateverItsOriginalDoes() {
        change(settlement, issuer, alice);
        Settlement copy = settlement.copy();
        byte[] before = saved(copy);
        assertThat(before).isEqualTo(saved(settlement));
        List<MarketEvent> seen = new ArrayList<>();
        copy.log().sink(seen::add);
        change(settlement, issuer, alice);
        assertThat(saved(copy)).isEqualTo(before);
        assertThat(seen).isEmpty();
        change(copy, issuer, alice);
        assertThat(seen).hasSize(1);
        assertThat(saved(copy)).isEqualTo(saved(settlement));
        assertThat(copy.accounts()).as("accounts do not change").isSameAs(accounts);
    }

    @Test
    void aRestoredSettlementIsTheSameAndGoesOnTheSame() {
        change(settlement, issuer, bob);
        StateReader in = new StateReader(saved(settlement));
        Settlement restored = Settlement.load(in, accounts);
        in.end();
        assertThat(restored.totals(bob)).usingRecursiveComparison().isEqualTo(settlement.totals(bob));
        assertThat(restored.mark(ETH)).isEqualTo(1_234.5);
        assertThat(restored.turnover(0)).isEqualTo(9);
        assertThat(restored.ledger().balance(accounts.free(bob, 0), USDC)).isEqualTo(UInt256.of(7));
        change(settlement, issuer, alice);
        change(restored, issuer, alice);
        assertThat(saved(restored)).isEqualTo(saved(settlement));
    }

    @Test
    void everyTotalIsSaved() {
        byte[] fresh = saved(settlement);
        List<Runnable> changes = List.of(
                () -> settlement.totals(bob).fill(0, 0),
                () -> settlement.totals(bob).fee(1),
                () -> settlement.totals(bob).gas(1),
                () -> settlement.totals(bob).revert(),
                () -> settlement.totals(bob).reject(),
                () -> settlement.totals(bob).cut());
        byte[] last = fresh;
        for (Runnable each : changes) {
            each.run();
            byte[] now = saved(settlement);
            assertThat(now).isNotEqualTo(last);
            StateReader in = new StateReader(now);
            assertThat(saved(Settlement.load(in, accounts))).isEqualTo(now);
            last = now;
        }
    }
}
