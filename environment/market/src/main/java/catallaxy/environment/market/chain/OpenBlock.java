package catallaxy.environment.market.chain;

import java.util.List;

/** The block that a chain is producing, open to what its builder puts into it. */
public interface OpenBlock {
    /** Base fee of the block, wei per gas. */
    long baseFeeWei();

    /** Gas units that the block has left: its limit less what its transactions have used so far. */
    long gasLeft();

    /** The same for one transaction: less what others that come before it use, too, such as users who tip more. */
    default long gasLeftFor(Transaction transaction) {
        return gasLeft();
    }

    /**
     * Takes a transaction out of the pool and executes it as the block's next; it stays executed. One whose sender no
     * longer owns what it may cost is dropped instead.
     *
     * @return whether it is in the block; if not, what its sender has behind it is not executable either
     * @throws IllegalArgumentException if it is not executable, its fee cap is below the base fee, or its gas limit is
     *     more than the block has left
     */
    boolean include(Transaction transaction);

    /** The bundles that wait for this block, in the order of their arrival. */
    List<Bundle> bundles();

    /** What would become of a bundle as the block's next; nothing of it stays. */
    BundleOutcome simulate(Bundle bundle);

    /** Executes a bundle as the block's next, its bid included; nothing of it stays where it cannot be in the block. */
    BundleOutcome include(Bundle bundle);
}
