package catallaxy.environment.api;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * What would become of a bundle at the top of the next block.
 *
 * @param fault    why it could not be in the block; empty if it could
 * @param gasUsed  gas units of all its transactions
 * @param holdings {@code [transactions + 1][assets]}: its sender's free base units on the chain before the first transaction and after
 *                 each; ends before a transaction that could not be executed. The bid is not taken off
 * @param given    {@code [transactions]}: what each call gave, base units, as a swap its output; zero of those that gave nothing
 */
public record BundleTrial(String fault, long gasUsed, List<List<UInt256>> holdings, List<UInt256> given) {
    public BundleTrial {
        given = Checks.elements("given", "an amount", given);
        holdings = Checks.elements("holdings", "a list of amounts", holdings);
    }

    /** Whether it could be in the block. */
    public boolean ok() {
        return fault.isEmpty();
    }

    /** By how many base units its sender's holding of an asset would change in all; for decisions, hence rounded. */
    public double change(int asset) {
        UInt256 before = holdings.getFirst().get(asset);
        UInt256 after = holdings.getLast().get(asset);
        return after.isAtLeast(before)
                ? after.minusExact(before).doubleValue()
                : -before.minusExact(after).doubleValue();
    }
}
