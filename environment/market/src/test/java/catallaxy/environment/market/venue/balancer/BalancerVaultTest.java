package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.BalancerBench.STABLE;
import static catallaxy.environment.market.venue.balancer.BalancerBench.WEIGHTED;
import static catallaxy.environment.market.venue.balancer.BalancerBench.percent;
import static catallaxy.environment.market.venue.balancer.BalancerBench.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BalancerVaultTest {
    private static final long FEE = 3_000_000_000_000_000L;
    private static final UInt256 ZERO = UInt256.ZERO;
    private static final UInt256 ONE = UInt256.ONE;

    private final BalancerBench bench = BalancerBench.full(PowerVersion.LOGARITHMIC, FEE);
    private final BalancerVault vault = bench.vault;

    private Result swap(boolean givenIn, BalancerSwap swap, UInt256 limit) {
        return vault.swap(bench.ledger, givenIn, swap, limit, bench.user, bench.user);
    }

    private Result join(BalancerJoin join) {
        return vault.join(bench.ledger, WEIGHTED, join, bench.user);
    }

    private Result exit(BalancerExit exit) {
        return vault.exit(bench.ledger, WEIGHTED, exit, bench.user);
    }

    @Test
    void aMillionthOfAMillionSharesBelongsToNobody() {
        BalancerShares shares = vault.pool(STABLE).shares();
        assertThat(shares.total(bench.ledger)).isEqualTo(whole(0, 2_000_000));
        assertThat(bench.shares(STABLE)).isEqualTo(whole(0, 2_000_000).minusExact(UInt256.of(1_000_000)));
        assertThat(bench.ledger.balance(shares.nobody(), shares.asset())).isEqualTo(UInt256.of(1_000_000));
    }

    @Test
    void swapsOfGivenInAndOut() {
        UInt256 in = whole(1, 100);
        UInt256 quote = vault.quote(true, new BalancerSwap(STABLE, 1, 0, in)).amount();
        assertThat(quote.doubleValue() / 1e18).isBetween(99.699, 99.7);
        assertThat(bench.swapIn(STABLE, 1, 0, in).amounts()).containsExactly(in, quote);
        assertThat(vault.pool(STABLE).balance(1)).isEqualTo(whole(1, 1_000_100));
        bench.give(ZERO, whole(1, 200));
        Result bought = swap(false, new BalancerSwap(WEIGHTED, 1, 2, whole(2, 100)), whole(1, 200));
        assertThat(bought.amounts().getLast()).isEqualTo(whole(2, 100));
        assertThat(bought.amount().doubleValue() / 1e6).isBetween(100.31, 100.32);
    }

    @Test
    void aSwapThatIsNotWantedReverts() {
        bench.give(whole(0, 100), whole(1, 100));
        assertThat(swap(true, new BalancerSwap(STABLE, 1, 0, ZERO), ZERO).reason())
                .isEqualTo("BAL#510");
        assertThat(swap(true, new BalancerSwap(STABLE, 1, 1, ONE), ZERO).reason())
                .isEqualTo("BAL#509");
        assertThat(swap(true, new BalancerSwap(STABLE, 1, 2, ONE), ZERO).reason())
                .isEqualTo("BAL#521");
        assertThat(swap(true, new BalancerSwap(7, 1, 0, ONE), ZERO).reason()).isEqualTo("BAL#500");
        assertThat(swap(true, new BalancerSwap(STABLE, 1, 0, whole(1, 1)), whole(0, 1))
                        .reason())
                .isEqualTo("BAL#507");
        assertThat(swap(false, new BalancerSwap(STABLE, 1, 0, whole(0, 1)), whole(1, 1))
                        .reason())
                .isEqualTo("BAL#507");
        assertThat(swap(true, new BalancerSwap(STABLE, 1, 0, whole(1, 101)), ZERO)
                        .reason())
                .isEqualTo("ERC20: transfer amount exceeds balance");
        assertThat(swap(true, new BalancerSwap(WEIGHTED, 0, 1, whole(0, 300_001)), ZERO)
                        .reason())
                .as("more than 30 % less the fee")
                .isEqualTo("ERC20: transfer amount exceeds balance");
        assertThat(swap(true, new BalancerSwap(WEIGHTED, 0, 1, whole(0, 301_000)), ZERO)
                        .reason())
                .isEqualTo("BAL#304");
        assertThat(bench.owned(1)).isEqualTo(whole(1, 100));
    }

    @Test
    void joinsAndExitsOfEveryForm() {
        UInt256 supply = vault.pool(WEIGHTED).shares().total(bench.ledger);
        Result in = bench.joinExact(WEIGHTED, whole(0, 1000), ZERO, whole(2, 5));
        assertThat(in.amounts().subList(1, 4)).containsExactly(whole(0, 1000), ZERO, whole(2, 5));
        bench.give(ZERO, whole(1, 1000));
        Result exact = join(new BalancerJoin.ForShares(whole(0, 100), 1, whole(1, 1000)));
        assertThat(exact.amount()).isEqualTo(whole(0, 100));
        assertThat(vault.pool(WEIGHTED).shares().total(bench.ledger))
                .isEqualTo(supply.plusExact(in.amount()).plusExact(exact.amount()));
        Result single = exit(new BalancerExit.Single(whole(0, 100), 1, ZERO));
        assertThat(single.amounts().get(2).isLessThan(exact.amounts().get(2))).isTrue();
        Result all = exit(new BalancerExit.Proportional(whole(0, 10), List.of(ZERO, ZERO, ZERO)));
        assertThat(all.amounts()).hasSize(4).doesNotContain(ZERO);
        UInt256 before = bench.shares(WEIGHTED);
        Result out = exit(new BalancerExit.ExactOut(List.of(whole(0, 5), ZERO, ZERO), before));
        assertThat(bench.shares(WEIGHTED)).isEqualTo(before.minusExact(out.amount()));
        assertThat(bench.ledger.check().violations()).isEmpty();
    }

    @Test
    void joinsAndExitsThatAreNotWantedRevert() {
        List<UInt256> none = List.of(ZERO, ZERO, ZERO);
        List<UInt256> one = List.of(whole(0, 1), ZERO, ZERO);
        assertThat(join(new BalancerJoin.ExactIn(one, ZERO)).reason())
                .isEqualTo("ERC20: transfer amount exceeds balance");
        assertThat(join(new BalancerJoin.ExactIn(one, UInt256.MAX)).reason()).isEqualTo("BAL#208");
        assertThat(join(new BalancerJoin.ExactIn(List.of(ZERO), ZERO)).reason()).isEqualTo("BAL#103");
        assertThat(join(new BalancerJoin.ForShares(whole(0, 1), 3, ZERO)).reason())
                .isEqualTo("BAL#100");
        assertThat(join(new BalancerJoin.ForShares(whole(0, 1), 1, ZERO)).reason())
                .isEqualTo("BAL#506");
        assertThat(join(new BalancerJoin.First(one)).reason()).isEqualTo("BAL#206");
        assertThat(exit(new BalancerExit.Single(whole(0, 1), 1, UInt256.MAX)).reason())
                .isEqualTo("BAL#505");
        assertThat(exit(new BalancerExit.Proportional(whole(0, 1), List.of(UInt256.MAX, ZERO, ZERO)))
                        .reason())
                .isEqualTo("BAL#505");
        assertThat(exit(new BalancerExit.ExactOut(one, ZERO)).reason()).isEqualTo("BAL#207");
        UInt256 more = bench.shares(WEIGHTED).plusExact(ONE);
        assertThat(exit(new BalancerExit.Proportional(more, none)).reason()).isEqualTo("BAL#406");
        BalancerBench empty = new BalancerBench(PowerVersion.EXACT, FEE);
        assertThat(empty.joinExact(WEIGHTED, whole(0, 1), ZERO, ZERO).reason()).isEqualTo("BAL#206");
        assertThat(empty.first(STABLE, UInt256.of(1000), ZERO).reason()).isEqualTo("BAL#004");
        assertThat(empty.first(WEIGHTED, ONE, ONE, ONE).reason()).isEqualTo("BAL#204");
        assertThat(empty.first(WEIGHTED, UInt256.powerOfTwo(112), whole(1, 1), ONE)
                        .reason())
                .isEqualTo("BAL#526");
    }

    @Test
    void aBatchMovesOnlyWhatIsLeftOver() {
        BalancerBench alone = BalancerBench.full(PowerVersion.LOGARITHMIC, FEE);
        UInt256 in = whole(1, 1000);
        UInt256 middle = alone.swapIn(STABLE, 1, 0, in).amounts().getLast();
        UInt256 out = alone.swapIn(WEIGHTED, 0, 2, middle).amounts().getLast();
        bench.give(ZERO, in);
        List<BalancerSwap> swaps = List.of(new BalancerSwap(STABLE, 1, 0, in), new BalancerSwap(WEIGHTED, 0, 2, ZERO));
        BalancerLimits limits = new BalancerLimits(List.of(0, 1, 2), List.of(ZERO, in, ZERO), List.of(ZERO, ZERO, out));
        long moved = bench.ledger.operations();
        Result result = vault.batchSwap(bench.ledger, true, swaps, limits, bench.user, bench.user);
        assertThat(result.amounts()).containsExactly(ZERO, ZERO, in, ZERO, ZERO, out);
        assertThat(bench.ledger.operations() - moved).as("two for each asset").isEqualTo(6);
        for (int pool = 0; pool < vault.pools(); pool++) {
            assertThat(vault.pool(pool).balances())
                    .isEqualTo(alone.vault.pool(pool).balances());
        }
        assertThat(bench.owned(2)).isEqualTo(out);
    }

    @Test
    void aBatchOfGivenOutsRunsBackwards() {
        UInt256 out = whole(2, 10);
        List<BalancerSwap> swaps = List.of(new BalancerSwap(WEIGHTED, 0, 2, out), new BalancerSwap(STABLE, 1, 0, ZERO));
        bench.give(ZERO, whole(1, 100));
        BalancerLimits limits =
                new BalancerLimits(List.of(2, 0, 1), List.of(ZERO, ZERO, whole(1, 100)), List.of(out, ZERO, ZERO));
        Result result = vault.batchSwap(bench.ledger, false, swaps, limits, bench.user, bench.user);
        assertThat(result.amounts().get(1)).isEqualTo(out);
        assertThat(result.amounts().subList(2, 4)).containsExactly(ZERO, ZERO);
        assertThat(result.amounts().get(4).doubleValue() / 1e6).isBetween(5.0, 5.2);
    }

    @Test
    void aBatchThatIsNotWantedLeavesNothingBehind() {
        UInt256 in = whole(1, 1000);
        bench.give(ZERO, in);
        List<UInt256> none = List.of(ZERO, ZERO, ZERO);
        List<UInt256> most = List.of(ZERO, in, ZERO);
        List<Integer> assets = List.of(0, 1, 2);
        BalancerSwap first = new BalancerSwap(STABLE, 1, 0, in);
        UInt256[] before = vault.pool(STABLE).balances();
        List<List<BalancerSwap>> wrong = List.of(
                List.of(new BalancerSwap(STABLE, 1, 0, ZERO)),
                List.of(first, new BalancerSwap(WEIGHTED, 2, 0, ZERO)),
                List.of(first, new BalancerSwap(WEIGHTED, 0, 0, ZERO)),
                List.of(first, new BalancerSwap(9, 0, 1, ZERO)));
        List<String> reasons = new ArrayList<>();
        for (List<BalancerSwap> swaps : wrong) {
            reasons.add(vault.batchSwap(
                            bench.ledger, true, swaps, new BalancerLimits(assets, most, none), bench.user, bench.user)
                    .reason());
        }
        assertThat(reasons).containsExactly("BAL#510", "BAL#511", "BAL#509", "BAL#500");
        BalancerLimits greedy = new BalancerLimits(assets, most, List.of(whole(0, 1000), ZERO, ZERO));
        assertThat(vault.batchSwap(bench.ledger, true, List.of(first), greedy, bench.user, bench.user)
                        .reason())
                .isEqualTo("BAL#507");
        BalancerLimits narrow = new BalancerLimits(List.of(1), List.of(in), List.of(ZERO));
        assertThat(vault.batchSwap(bench.ledger, true, List.of(first), narrow, bench.user, bench.user)
                        .reason())
                .isEqualTo("BAL#100");
        assertThat(vault.pool(STABLE).balances()).isEqualTo(before);
        assertThat(bench.owned(1)).isEqualTo(in);
    }

    private Result flash(List<Integer> assets, List<UInt256> amounts, UInt256 more) {
        return vault.flashLoan(bench.ledger, assets, amounts, bench.user, fees -> {
            for (int i = 0; i < assets.size(); i++) {
                UInt256 back = amounts.get(i).plusExact(fees.get(i)).plusExact(more);
                bench.ledger.transfer(bench.user, vault.account(), assets.get(i), back);
            }
            return Result.OK;
        });
    }

    @Test
    void aFlashLoanPaysItsFeeAndWhateverElseCameBackToTheCollector() {
        vault.setFlashLoanFee(1_000_000_000_000_000L);
        bench.give(whole(0, 1), whole(1, 1));
        UInt256 held = bench.held(1);
        Result result = flash(List.of(0, 1), List.of(UInt256.of(1999), UInt256.of(1)), UInt256.of(7));
        assertThat(result.amounts()).containsExactly(UInt256.of(9), UInt256.of(8));
        assertThat(bench.ledger.balance(vault.feeCollector(), 0)).isEqualTo(UInt256.of(9));
        assertThat(bench.held(1)).isEqualTo(held);
    }

    @Test
    void aFlashLoanThatIsNotRepaidReverts() {
        vault.setFlashLoanFee(1_000_000_000_000_000L);
        List<UInt256> one = List.of(UInt256.of(1000));
        assertThat(flash(List.of(0), one, ZERO).reason()).as("no fee at hand").isEqualTo("BAL#515");
        bench.give(UInt256.of(1));
        assertThat(vault.flashLoan(bench.ledger, List.of(0), one, bench.user, fees -> {
                            bench.ledger.transfer(bench.user, vault.account(), 0, UInt256.of(1000));
                            return Result.OK;
                        })
                        .reason())
                .isEqualTo("BAL#602");
        assertThat(flash(List.of(1, 0), List.of(ONE, ONE), ZERO).reason()).isEqualTo("BAL#102");
        assertThat(flash(List.of(0, 0), List.of(ONE, ONE), ZERO).reason()).isEqualTo("BAL#102");
        assertThat(flash(List.of(BalancerVault.NO_ASSET), one, ZERO).reason()).isEqualTo("BAL#104");
        assertThat(flash(List.of(0), List.of(UInt256.powerOfTwo(150)), ZERO).reason())
                .isEqualTo("BAL#528");
        assertThat(flash(List.of(0), List.of(), ZERO).reason()).isEqualTo("BAL#103");
        assertThat(vault.flashLoan(bench.ledger, List.of(0), one, bench.user, _ -> Result.reverted("mine"))
                        .reason())
                .isEqualTo("mine");
        assertThat(bench.owned(0)).isEqualTo(UInt256.of(1));
        assertThat(bench.ledger.check().violations()).isEmpty();
    }

    @Test
    void theVaultIsLockedWhileALoanIsOut() {
        List<String> reasons = new ArrayList<>();
        Result result = vault.flashLoan(bench.ledger, List.of(0), List.of(ONE), bench.user, _ -> {
            reasons.add(bench.swapIn(STABLE, 1, 0, whole(1, 1)).reason());
            reasons.add(flash(List.of(0), List.of(ONE), ZERO).reason());
            reasons.add(exit(new BalancerExit.Single(ONE, 0, ZERO)).reason());
            bench.ledger.transfer(bench.user, vault.account(), 0, ONE);
            return Result.OK;
        });
        assertThat(result.ok()).isTrue();
        assertThat(reasons).containsOnly("BAL#400").hasSize(3);
        assertThat(bench.swapIn(STABLE, 1, 0, whole(1, 1)).ok()).isTrue();
    }

    @Test
    void aCopyIsTheSameAndItsOwn() {
        BalancerVault copy = vault.copy();
        BalancerSwap swap = new BalancerSwap(STABLE, 1, 0, whole(1, 10));
        Result expected = vault.quote(true, swap);
        assertThat(copy.quote(true, swap)).isEqualTo(expected);
        bench.swapIn(STABLE, 1, 0, whole(1, 1000));
        assertThat(vault.quote(true, swap)).isNotEqualTo(expected);
        assertThat(copy.quote(true, swap)).isEqualTo(expected);
        vault.restore(copy);
        assertThat(vault.quote(true, swap)).isEqualTo(expected);
    }

    @Test
    void whatIsNoPoolIsRefused() {
        assertThatThrownBy(() -> new WeightedCurve(List.of(percent(50), percent(49)), PowerVersion.EXACT))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new WeightedCurve(List.of(percent(100), ZERO), PowerVersion.EXACT))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new StableCurve(5001)).isInstanceOf(InvalidValueException.class);
        StableCurve curve = new StableCurve(100);
        assertThatThrownBy(() -> new BalancerTerms(List.of(18, 18, 18, 18, 18, 18), curve, FEE))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new BalancerTerms(List.of(18, 18), curve, 1))
                .isInstanceOf(InvalidValueException.class);
        WeightedCurve two = new WeightedCurve(List.of(percent(50), percent(50)), PowerVersion.EXACT);
        assertThatThrownBy(() -> new BalancerTerms(List.of(18, 18, 18), two, FEE))
                .isInstanceOf(InvalidValueException.class);
        BalancerTerms terms = new BalancerTerms(List.of(18, 18), curve, FEE);
        assertThatThrownBy(() -> vault.register(bench.ledger, "x", terms, List.of(0, 0)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new BalancerLimits(List.of(0), List.of(), List.of(ZERO)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> vault.setFlashLoanFee(-1)).isInstanceOf(InvalidValueException.class);
    }
}
