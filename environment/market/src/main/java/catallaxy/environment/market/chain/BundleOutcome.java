package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import java.util.Comparator;

/**
 * What a block would gain by a bundle, or has gained.
 *
 * @param fault    why the bundle cannot be in the block; empty if it can
 * @param valueWei its bid and the priority fees of its own transactions: those of others would be paid without it, too
 * @param gasUsed  gas units of all its transactions
 */
public record BundleOutcome(String fault, UInt256 valueWei, long gasUsed) {
    /** The best for a block first: by value for each unit of gas. */
    public static final Comparator<BundleOutcome> BY_WORTH =
            Comparator.comparing(BundleOutcome::perGas).reversed();

    static BundleOutcome failed(String fault) {
        return new BundleOutcome(fault, UInt256.ZERO, 0);
    }

    /** Whether the bundle can be in the block. */
    public boolean ok() {
        return fault.isEmpty();
    }

    /**
     * Value for each unit of gas, rounded down: {@code (bid + Σ own gas · priority fee) / Σ gas}, by which builders order bundles.
     * https://docs.flashbots.net/flashbots-auction/advanced/bundle-pricing.
     */
    public UInt256 perGas() {
        return gasUsed == 0 ? UInt256.ZERO : valueWei.dividedBy(UInt256.of(gasUsed));
    }
}
