package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/**
 * What becomes of a transfer's amount when it arrives, base units: {@code received = amount − fixed − share − imbalance + bonus}, or 0
 * where the fees eat it.
 *
 * @param amount    that left
 * @param fixed     for the relay
 * @param share     proportional to the amount, rounded up
 * @param imbalance for emptying a pool that is short, rounded up
 * @param bonus     for filling one that is short, rounded down
 */
public record Charge(UInt256 amount, UInt256 fixed, UInt256 share, UInt256 imbalance, UInt256 bonus) {
    private static final UInt256 PIPS = UInt256.of(1_000_000);

    /** Without imbalance. */
    static Charge of(BridgeSpec spec, Ledger ledger, int asset, UInt256 amount) {
        UInt256 fixed = of(spec, spec.fees().fixedFees(), ledger, asset);
        UInt256 share = amount.mulDivCeil(UInt256.of(spec.fees().feePips()), PIPS);
        return new Charge(amount, fixed, share, UInt256.ZERO, UInt256.ZERO);
    }

    /** Of a list with amounts of each asset, that of one in base units; 0 where it is empty. */
    static UInt256 of(BridgeSpec spec, List<Double> amounts, Ledger ledger, int asset) {
        return amounts.isEmpty()
                ? UInt256.ZERO
                : BaseUnits.floor(
                        amounts.get(spec.assets().indexOf(asset)),
                        ledger.assetSpec(asset).decimals());
    }

    /** The same with an imbalance's fee and bonus. */
    Charge with(UInt256 imbalanceFee, UInt256 imbalanceBonus) {
        return new Charge(amount, fixed, share, imbalanceFee, imbalanceBonus);
    }

    /** All fees. */
    public UInt256 fees() {
        return fixed.plusExact(share).plusExact(imbalance);
    }

    /** Whether anything is left to arrive. */
    public boolean leavesSomething() {
        return amount.plusExact(bonus).compareTo(fees()) > 0;
    }

    /** What arrives; 0 if the fees are more. */
    public UInt256 received() {
        return leavesSomething() ? amount.plusExact(bonus).minusExact(fees()) : UInt256.ZERO;
    }
}
