package catallaxy.scenarios.run;

import catallaxy.environment.market.engine.Marks;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.scenarios.folder.ChainTotals;
import java.util.ArrayList;
import java.util.List;

/** What the blocks of each chain held in a run, and what was replaced of them. One run, one thread. */
final class ChainTally {
    private static final double WEI = 1e18;

    private final RunNames names;
    private final List<Blocks> chains = new ArrayList<>();

    /** Of one chain. */
    private static final class Blocks {
        private long produced;
        private long transactions;
        private long reverted;
        private long gasUsed;
        private double feesBurned;
        private final ReplacedBlocks replaced = new ReplacedBlocks();
    }

    ChainTally(RunNames names) {
        this.names = names;
        names.engine().spec().chains().forEach(ignored -> chains.add(new Blocks()));
    }

    void produced(MarketEvent.BlockProduced event) {
        Blocks blocks = chains.get(event.chain());
        blocks.produced++;
        blocks.transactions += event.transactions();
        blocks.reverted += event.reverted();
        blocks.gasUsed += event.gasUsed();
        blocks.feesBurned += event.gasUsed() * (event.baseFeeWei() / WEI);
    }

    void reorganised(MarketEvent.ChainReorganised event) {
        chains.get(event.chain()).replaced.add(event.depth());
    }

    /** Counts funds whose departure was undone, at their present worth. */
    void recalled(TransportEvent.FundsRecalled event) {
        double whole = names.engine().ledger().toWhole(event.asset(), event.amount());
        double worth = whole * Marks.WORLD.price(names.engine(), event.asset());
        chains.get(event.fromPlace()).replaced.recall(worth, event.confirmations());
    }

    /** In the order of the scenario. */
    List<ChainTotals> totals() {
        List<ChainTotals> totals = new ArrayList<>();
        for (int chain = 0; chain < chains.size(); chain++) {
            totals.add(totals(names.chain(chain), chains.get(chain)));
        }
        return totals;
    }

    private static ChainTotals totals(String chain, Blocks blocks) {
        return new ChainTotals(
                chain,
                blocks.produced,
                blocks.transactions,
                blocks.reverted,
                blocks.gasUsed,
                blocks.feesBurned,
                blocks.replaced.times(),
                blocks.replaced.deepest(),
                RunDecimals.rounded(blocks.replaced.recalledWorth()),
                blocks.replaced.mostConfirmations());
    }
}
