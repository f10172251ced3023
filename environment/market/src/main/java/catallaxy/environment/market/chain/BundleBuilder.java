package catallaxy.environment.market.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tries every bundle alone at the top of the block, takes those that would succeed by their value for each unit of gas, as far as
 * they still do behind those before them, and leaves the rest of the block to another builder. Of equal values the earliest
 * comes first. What is tried leaves nothing behind. Greedy merging, as mev-geth did it:
 * https://docs.flashbots.net/flashbots-auction/advanced/bundle-pricing.
 */
public final class BundleBuilder implements BlockBuilder {
    private static final Comparator<Tried> BEST_FIRST = Comparator.comparing(Tried::outcome, BundleOutcome.BY_WORTH)
            .thenComparingLong(tried -> tried.bundle().sequence());

    private final BlockBuilder rest;

    /** A builder that lets another fill what bundles leave. */
    public BundleBuilder(BlockBuilder rest) {
        this.rest = rest;
    }

    private record Tried(Bundle bundle, BundleOutcome outcome) {}

    @Override
    public void build(PendingPool pool, OpenBlock block) {
        List<Tried> tried = new ArrayList<>();
        for (Bundle each : block.bundles()) {
            BundleOutcome outcome = block.simulate(each);
            if (outcome.ok()) {
                tried.add(new Tried(each, outcome));
            }
        }
        tried.sort(BEST_FIRST);
        tried.forEach(each -> block.include(each.bundle()));
        if (!pool.executable().isEmpty()) {
            rest.build(pool, block);
        }
    }
}
