package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/** One flash loan of a vault, from the paying out to the collecting of whatever came back beyond it. */
final class BalancerFlashLoan {
    private final Ledger ledger;
    private final int vault;
    private final int feeCollector;
    private final List<Integer> assets = new ArrayList<>();
    private final List<UInt256> before = new ArrayList<>();
    private final List<UInt256> fees = new ArrayList<>();

    BalancerFlashLoan(Ledger ledger, int vault, int feeCollector) {
        this.ledger = ledger;
        this.vault = vault;
        this.feeCollector = feeCollector;
    }

    /** Pays out. */
    void lend(List<Integer> lent, List<UInt256> amounts, UInt256 fee, int borrower) {
        BalancerRevert.unless(lent.size() == amounts.size(), BalancerError.INPUT_LENGTH_MISMATCH);
        int previous = BalancerVault.NO_ASSET;
        for (int i = 0; i < lent.size(); i++) {
            int asset = lent.get(i);
            BalancerRevert.unless(
                    asset > previous,
                    asset == BalancerVault.NO_ASSET ? BalancerError.ZERO_TOKEN : BalancerError.UNSORTED_TOKENS);
            previous = asset;
            assets.add(asset);
            before.add(ledger.balance(vault, asset));
            fees.add(FixedPoint.mulUp(amounts.get(i), fee));
            BalancerRevert.unless(
                    ledger.transfer(vault, borrower, asset, amounts.get(i)),
                    BalancerError.INSUFFICIENT_FLASH_LOAN_BALANCE);
        }
    }

    /** What must come back beside the amounts. */
    List<UInt256> fees() {
        return fees;
    }

    /** Sends what came back beyond the loan to the fee collector; gives it. */
    Result collect() {
        List<UInt256> received = new ArrayList<>();
        for (int i = 0; i < assets.size(); i++) {
            UInt256 after = ledger.balance(vault, assets.get(i));
            BalancerRevert.unless(after.isAtLeast(before.get(i)), BalancerError.INVALID_POST_LOAN_BALANCE);
            UInt256 more = after.minusExact(before.get(i));
            BalancerRevert.unless(more.isAtLeast(fees.get(i)), BalancerError.INSUFFICIENT_FLASH_LOAN_FEE_AMOUNT);
            ledger.transfer(vault, feeCollector, assets.get(i), more);
            received.add(more);
        }
        return new Result("", received);
    }
}
