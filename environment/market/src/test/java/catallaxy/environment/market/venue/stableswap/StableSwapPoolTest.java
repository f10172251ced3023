package catallaxy.environment.market.venue.stableswap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StableSwapPoolTest {
    private static final StableSwapTerms TERMS = new StableSwapTerms(List.of(18, 6), 100, 4_000_000, 5_000_000_000L);
    private static final UInt256 ZERO = UInt256.ZERO;
    private static final UInt256 ONE = UInt256.ONE;

    private final StableSwapBench bench = new StableSwapBench(TERMS);

    private static UInt256 number(String digits) {
        return UInt256.parse(digits);
    }

    private StableSwapPool full() {
        assertThat(bench.add(StableSwapBench.whole(TERMS, 1000)).ok()).isTrue();
        return bench.pool;
    }

    /** Worked out in unbounded integers. */
    @Test
    void theFirstDepositASwapAndAWithdrawal() {
        StableSwapPool pool = full();
        assertThat(bench.shares()).isEqualTo(number("2000000000000000000000"));
        UInt256 hundred = StableSwapBench.whole(18, 100);
        assertThat(pool.quote(0, 0, 1, hundred).amount()).isEqualTo(UInt256.of(99_860_150));
        assertThat(bench.swap(0, 1, hundred).amount()).isEqualTo(UInt256.of(99_860_150));
        assertThat(pool.balance(1)).isEqualTo(UInt256.of(900_119_870));
        assertThat(pool.adminBalance(bench.ledger, 1)).isEqualTo(UInt256.of(19_980));
        assertThat(pool.virtualPrice(bench.ledger, 0).amount()).isEqualTo(number("1000010001024186252"));
        Result out = pool.remove(bench.ledger, StableSwapBench.whole(18, 10), List.of(ZERO, ZERO), bench.user);
        assertThat(out.amounts()).containsExactly(number("5500000000000000000"), UInt256.of(4_500_599));
        assertThat(pool.withdrawAdminFees(bench.ledger, bench.source).amounts())
                .containsExactly(ZERO, UInt256.of(19_980));
        assertThat(pool.adminBalance(bench.ledger, 1)).isEqualTo(ZERO);
    }

    @Test
    void aSwapThatIsNotWantedReverts() {
        StableSwapPool pool = full();
        assertThat(pool.swap(bench.ledger, 0, 0, 1, ONE, ZERO, bench.user, bench.user)
                        .reason())
                .isEqualTo("Cannot swap more than you own");
        UInt256 in = StableSwapBench.whole(18, 1);
        bench.give(in);
        UInt256 most = pool.quote(0, 0, 1, in).amount();
        assertThat(pool.swap(bench.ledger, 0, 0, 1, in, most.plusExact(ONE), bench.user, bench.user)
                        .reason())
                .isEqualTo("Swap didn't result in min tokens");
        assertThat(pool.swap(bench.ledger, 0, 0, 1, in, most, bench.user, bench.user)
                        .ok())
                .isTrue();
        assertThat(pool.quote(0, 1, 1, in).reason()).isEqualTo("Can't compare token to itself");
        assertThat(pool.quote(0, 0, 2, in).reason()).isEqualTo("Token index out of range");
        assertThat(pool.quote(0, 0, 1, ZERO).reason())
                .as("the unit that rounding keeps is more than nothing gives")
                .isEqualTo("SafeMath: subtraction overflow");
    }

    @Test
    void aDepositThatIsNotWantedReverts() {
        assertThat(bench.add(StableSwapBench.whole(18, 1), ZERO).reason()).isEqualTo("Must supply all tokens in pool");
        StableSwapPool pool = full();
        assertThat(bench.add(ZERO, ZERO).reason()).isEqualTo("D should increase");
        assertThat(pool.add(bench.ledger, 0, List.of(ONE), ZERO, bench.user).reason())
                .isEqualTo("Amounts must match pooled tokens");
        assertThat(pool.add(bench.ledger, 0, List.of(ZERO, UInt256.of(5)), ZERO, bench.user)
                        .reason())
                .isEqualTo("ERC20: transfer amount exceeds balance");
        bench.give(ZERO, UInt256.of(1_000_000));
        UInt256 before = bench.ledger.balance(bench.user, 1);
        assertThat(pool.add(bench.ledger, 0, List.of(ZERO, before), UInt256.MAX, bench.user)
                        .reason())
                .isEqualTo("Couldn't mint min requested");
        assertThat(bench.ledger.balance(bench.user, 1)).isEqualTo(before);
    }

    @Test
    void aWithdrawalThatIsNotWantedReverts() {
        StableSwapPool pool = full();
        UInt256 all = bench.shares();
        UInt256 more = all.plusExact(ONE);
        List<UInt256> none = List.of(ZERO, ZERO);
        assertThat(pool.remove(bench.ledger, more, none, bench.user).reason()).isEqualTo(">LP.balanceOf");
        assertThat(pool.remove(bench.ledger, all, List.of(ZERO, UInt256.MAX), bench.user)
                        .reason())
                .isEqualTo("amounts[i] < minAmounts[i]");
        assertThat(pool.remove(bench.ledger, all, List.of(ZERO), bench.user).reason())
                .isEqualTo("minAmounts must match poolTokens");
        assertThat(pool.removeOne(bench.ledger, 0, ONE, 2, ZERO, bench.user).reason())
                .isEqualTo("Token not found");
        assertThat(pool.removeOne(bench.ledger, 0, all, 1, ZERO, bench.user).reason())
                .isEqualTo("Withdraw exceeds available");
        assertThat(pool.removeOne(bench.ledger, 0, StableSwapBench.whole(18, 1), 1, UInt256.of(1_000_000), bench.user)
                        .reason())
                .isEqualTo("dy < minAmount");
        assertThat(pool.removeImbalance(bench.ledger, 0, none, all, bench.user).reason())
                .isEqualTo("Burnt amount cannot be zero");
        assertThat(pool.removeImbalance(bench.ledger, 0, none, ZERO, bench.user).reason())
                .isEqualTo(">LP.balanceOf");
        assertThat(pool.removeImbalance(bench.ledger, 0, List.of(ONE), all, bench.user)
                        .reason())
                .isEqualTo("Amounts should match pool tokens");
        assertThat(pool.removeImbalance(bench.ledger, 0, List.of(ZERO, UInt256.of(9_000_000_000L)), all, bench.user)
                        .reason())
                .isEqualTo("Cannot withdraw more than available");
        assertThat(pool.removeImbalance(bench.ledger, 0, List.of(ZERO, UInt256.of(5_000_000)), ONE, bench.user)
                        .reason())
                .isEqualTo("tokenAmount > maxBurnAmount");
        assertThat(bench.shares()).isEqualTo(all);
    }

    @Test
    void theAmplificationMovesOnALineOfStatedBounds() {
        StableSwapPool pool = full();
        long day = StableSwapAmplification.DAY;
        assertThat(pool.rampAmplification(0, 150, 30 * day).reason()).isEqualTo("Wait 1 day before starting ramp");
        assertThat(pool.rampAmplification(day, 150, 15 * day - 1).reason()).isEqualTo("Insufficient ramp time");
        assertThat(pool.rampAmplification(day, 0, 15 * day).reason()).isEqualTo("futureA_ must be > 0 and < MAX_A");
        assertThat(pool.rampAmplification(day, 201, 15 * day).reason()).isEqualTo("futureA_ is too large");
        assertThat(pool.rampAmplification(day, 49, 15 * day).reason()).isEqualTo("futureA_ is too small");
        assertThat(pool.stopRamp(day).reason()).isEqualTo("Ramp is already stopped");
        assertThat(pool.rampAmplification(day, 200, 21 * day).ok()).isTrue();
        assertThat(pool.amplification(11 * day)).isEqualTo(15_000);
        assertThat(pool.amplification(11 * day + 1))
                .as("rounded towards the beginning")
                .isEqualTo(15_000);
        assertThat(pool.amplification(99 * day)).isEqualTo(20_000);
        assertThat(pool.stopRamp(11 * day).ok()).isTrue();
        assertThat(pool.amplification(99 * day)).isEqualTo(15_000);
        assertThat(pool.rampAmplification(12 * day, 75, 32 * day).ok()).isTrue();
        assertThat(pool.amplification(22 * day)).isEqualTo(11_250);
        assertThat(pool.amplification(22 * day + 1)).isEqualTo(11_250);
    }

    /** In a pool out of balance, a higher amplification is worth more: D is nearer to the sum. */
    @Test
    void aRampChangesQuotes() {
        StableSwapPool pool = full();
        bench.swap(0, 1, StableSwapBench.whole(18, 600));
        UInt256 before = pool.invariant(0).amount();
        long day = StableSwapAmplification.DAY;
        pool.rampAmplification(day, 200, 21 * day);
        assertThat(before.isLessThan(pool.invariant(21 * day).amount())).isTrue();
        assertThat(pool.invariant(day).amount()).isEqualTo(before);
    }

    @Test
    void aCopyAndASavedPoolAreTheSameAndTheirOwn() {
        StableSwapPool pool = full();
        pool.rampAmplification(StableSwapAmplification.DAY, 200, 20 * StableSwapAmplification.DAY);
        StableSwapPool copy = pool.copy();
        StateWriter out = new StateWriter();
        pool.save(out);
        StateReader in = new StateReader(out.toBytes());
        StableSwapPool read = StableSwapPool.load(in);
        in.end();
        assertThat(read.terms()).isEqualTo(TERMS);
        assertThat(read.accounts()).isEqualTo(pool.accounts());
        UInt256 amount = StableSwapBench.whole(18, 3);
        long later = 9 * StableSwapAmplification.DAY;
        Result expected = pool.quote(later, 0, 1, amount);
        assertThat(copy.quote(later, 0, 1, amount)).isEqualTo(expected);
        assertThat(read.quote(later, 0, 1, amount)).isEqualTo(expected);
        bench.swap(0, 1, amount);
        assertThat(copy.quote(later, 0, 1, amount)).isEqualTo(expected);
        pool.restore(copy);
        assertThat(pool.quote(later, 0, 1, amount)).isEqualTo(expected);
    }

    @Test
    void whatIsNoPoolIsRefused() {
        assertThatThrownBy(() -> new StableSwapTerms(List.of(18), 100, 0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new StableSwapTerms(List.of(18, 19), 100, 0, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new StableSwapTerms(List.of(18, 18), 1_000_000, 0, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new StableSwapTerms(List.of(18, 18), 100, 100_000_000, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new StableSwapTerms(List.of(18, 18), 100, 0, StableSwapTerms.FEE_UNITS))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new StableSwapPool(new StableSwapAccounts(0, 1, 2, List.of(3)), TERMS))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new StableSwapAccounts(0, 1, 2, List.of(3, 3)))
                .isInstanceOf(InvalidValueException.class);
        StateWriter out = new StateWriter();
        new StableSwapAccounts(0, 1, 2, List.of(3)).save(out);
        TERMS.save(out);
        assertThatThrownBy(() -> StableSwapPool.load(new StateReader(out.toBytes())))
                .isInstanceOf(CorruptStateException.class);
    }
}
