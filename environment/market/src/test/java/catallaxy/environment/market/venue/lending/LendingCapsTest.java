package catallaxy.environment.market.venue.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Caps of what is supplied and owed, to the unit, and the bounds of those who set terms. */
final class LendingCapsTest {
    private static final int ETHER = 0;
    private static final int DOLLARS = 1;
    private static final UInt256 UNIT = UInt256.of(1_000_000);

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)));
    private final int mint = ledger.openIssuer("mint");
    private final int alice = ledger.openAccount("alice");
    private final LendingPool pool = new LendingPool(
            LendingAccounts.open(ledger, "pool"), List.of(config(ETHER, 18, 0, 0), config(DOLLARS, 6, 1_000, 500)));

    private static ReserveConfig config(int asset, int decimals, long supplyCap, long borrowCap) {
        UInt256 part = UInt256.parse("5" + "0".repeat(26));
        RateCurve curve = new RateCurve(part, UInt256.ZERO, part, part);
        return new ReserveConfig(asset, decimals, 7_500, 8_000, 10_500, 1_000, 0, curve, supplyCap, borrowCap);
    }

    private LendingMoment at(long seconds) {
        return new LendingMoment(ledger, seconds, asset -> UInt256.of(asset == ETHER ? 2_000_00000000L : 1_00000000L));
    }

    private Result supply(long seconds, int reserve, UInt256 units) {
        ledger.transfer(mint, alice, reserve, units);
        return pool.supply(at(seconds), alice, reserve, units);
    }

    private Result borrow(long seconds, UInt256 units) {
        return pool.borrow(at(seconds), alice, DOLLARS, units);
    }

    private static UInt256 dollars(long whole) {
        return UInt256.of(whole).timesExact(UNIT);
    }

    @Test
    void whatIsSuppliedReachesTheCapAndNoUnitMore() {
        assertThat(supply(0, DOLLARS, dollars(999)).ok()).isTrue();
        assertThat(supply(0, DOLLARS, UNIT.plusExact(UInt256.ONE)).reason()).isEqualTo("51");
        assertThat(supply(0, DOLLARS, UNIT).ok()).isTrue();
        assertThat(supply(0, DOLLARS, UInt256.ONE).reason()).isEqualTo("51");
        assertThat(supply(0, ETHER, UInt256.parse("1" + "0".repeat(27))).ok())
                .as("without a cap")
                .isTrue();
    }

    @Test
    void whatIsOwedReachesTheCapAndNoUnitMore() {
        supply(0, DOLLARS, dollars(1_000));
        supply(0, ETHER, UInt256.parse("1" + "0".repeat(21)));
        assertThat(borrow(0, dollars(500).plusExact(UInt256.ONE)).reason()).isEqualTo("50");
        assertThat(borrow(0, dollars(500)).ok()).isTrue();
        assertThat(borrow(0, UInt256.ONE).reason()).isEqualTo("50");
    }

    /** Interest fills a cap: after a year there is no room where there was none, and a repayment makes some. */
    @Test
    void interestCounts() {
        supply(0, DOLLARS, dollars(1_000));
        supply(0, ETHER, UInt256.parse("1" + "0".repeat(21)));
        borrow(0, dollars(499));
        long year = 31_536_000;
        assertThat(borrow(year, UInt256.ONE).reason()).isEqualTo("50");
        pool.repay(at(year), alice, DOLLARS, dollars(400));
        assertThat(borrow(year, dollars(1)).ok()).isTrue();
        assertThat(supply(year, DOLLARS, UInt256.ONE).reason()).isEqualTo("51");
    }

    @Test
    void capsHaveThirtySixBits() {
        assertThat(config(DOLLARS, 6, 68_719_476_735L, 0).supplyCap()).isEqualTo(68_719_476_735L);
        assertThatThrownBy(() -> config(DOLLARS, 6, 68_719_476_736L, 0))
                .hasMessageStartingWith("supplyCap: expected 0");
        assertThatThrownBy(() -> config(DOLLARS, 6, 0, -1)).hasMessageStartingWith("borrowCap: expected 0");
    }

    @Test
    void termsMoveWithinBoundsAndAreAsOldAsTheirLastChange() {
        RiskBounds bounds = new RiskBounds(100, 60, 5_000, 8_200);
        assertThat(pool.setTerms(at(10), ETHER, 7_400, 8_100, bounds).ok()).isTrue();
        assertThat(pool.setTerms(at(69), ETHER, 7_400, 8_200, bounds).reason()).contains("DEBOUNCE");
        assertThat(pool.setTerms(at(69), DOLLARS, 7_400, 8_100, bounds).ok())
                .as("each reserve has a time of its own")
                .isTrue();
        for (long[] terms : new long[][] {{7_400, 8_201}, {7_501, 8_200}, {7_299, 8_200}, {7_400, 7_999}}) {
            assertThat(pool.setTerms(at(70), ETHER, terms[0], terms[1], bounds).reason())
                    .as("%d, %d", terms[0], terms[1])
                    .contains("RANGE");
        }
        assertThat(pool.setTerms(at(70), ETHER, 7_500, 8_200, bounds).ok()).isTrue();
        assertThat(pool.configs().get(ETHER).thresholdBps()).isEqualTo(8_200);
        assertThat(pool.copy().configs()).isEqualTo(pool.configs());
    }

    /** A threshold at which a liquidator's bonus would not be covered is never one, whatever the bounds say. */
    @Test
    void aLiquidationStaysCovered() {
        RiskBounds bounds = new RiskBounds(10_000, 0, 1, 10_000);
        assertThat(pool.setTerms(at(0), ETHER, 0, 9_525, bounds).reason()).contains("RANGE");
        assertThat(pool.setTerms(at(0), ETHER, 0, 9_524, bounds).ok()).isTrue();
        assertThatThrownBy(() -> new RiskBounds(1, 0, 2, 1)).hasMessageStartingWith("leastBps: expected 0 to 1");
    }

    /** Lower terms bite at once: what was sound can be liquidated, and nothing more can be borrowed. */
    @Test
    void lowerTermsHoldForPositionsThatAreThere() {
        supply(0, DOLLARS, dollars(1_000));
        ledger.transfer(mint, alice, ETHER, UInt256.parse("3" + "0".repeat(17)));
        int bob = ledger.openAccount("bob");
        ledger.transfer(alice, bob, ETHER, UInt256.parse("3" + "0".repeat(17)));
        pool.supply(at(0), bob, ETHER, UInt256.parse("3" + "0".repeat(17)));
        assertThat(pool.borrow(at(0), bob, DOLLARS, dollars(440)).ok()).isTrue();
        assertThat(pool.health(bob, 0, at(0).prices()).atRisk()).isFalse();
        pool.setTerms(at(0), ETHER, 6_000, 7_000, new RiskBounds(1_500, 0, 1, 10_000));
        assertThat(pool.health(bob, 0, at(0).prices()).atRisk()).isTrue();
        assertThat(pool.borrow(at(0), bob, DOLLARS, UInt256.ONE).reason()).isEqualTo("35");
    }
}
