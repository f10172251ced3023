package catallaxy.environment.market.chain;

/**
 * Decides which waiting transactions come into a block, and in which order.
 *
 * <p>It gives them to the block one by one and sees after each what is left: how much gas a transaction uses, and whether
 * its sender can still pay for it, is known only when it runs, so that a list made beforehand would have to be executed
 * twice. A builder has no state; chains and their forks share it.
 */
@FunctionalInterface
public interface BlockBuilder {
    /** Fills the block with transactions of the pool, of which at least one is executable. */
    void build(PendingPool pool, OpenBlock block);
}
