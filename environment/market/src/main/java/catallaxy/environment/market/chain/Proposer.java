package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has the right to a block: it builds it itself, or sells it to the builder who bids most. Each of several builders builds a
 * block from the mempool and the bundles that it has been given, which is worth to it what priority fees and bids pay, and bids in
 * an {@link EnglishAuction}. The block of the winner is executed; it keeps what the block is worth less its bid. Proposer–builder
 * separation, https://ethereum.org/roadmap/pbs.
 *
 * @param builder by whose rule every one of them fills blocks
 * @param forced  what stands first in the block, whoever builds it
 */
record Proposer(BlockBuilder builder, Pools pools, List<ForcedTransaction> forced) {
    /** Builds a block, or has it built. */
    BlockExecution propose(
            BlockExecution.Header header, Settlement settlement, CallExecutor executor, boolean undoable) {
        if (header.accounts().builders().isEmpty()) {
            return built(header, settlement, executor, undoable);
        }
        List<UInt256> values = new ArrayList<>();
        for (int each = 0; each < header.accounts().builders().size(); each++) {
            values.add(tried(header.of(each), settlement, executor));
        }
        BuildingSpec rule = header.spec().blocks().building();
        EnglishAuction.Outcome sold = new EnglishAuction(rule.leastRaiseBps(), rule.rounds()).among(values);
        BlockExecution block = built(header.of(sold.winner()), settlement, executor, undoable);
        pay(header, settlement, sold, values);
        return block;
    }

    private BlockExecution built(
            BlockExecution.Header header, Settlement settlement, CallExecutor executor, boolean undoable) {
        BlockExecution block = new BlockExecution(header, pools, settlement, executor, undoable);
        forced.forEach(block::force);
        if (pools.hasFor(header.number())) {
            builder.build(pools.mempool(), block);
        }
        return block;
    }

    /** What a block would be worth to its builder, wei. */
    private UInt256 tried(BlockExecution.Header header, Settlement settlement, CallExecutor executor) {
        int account = header.accounts().proposers();
        int asset = header.spec().gas().gasAsset();
        UInt256 before = settlement.ledger().balance(account, asset);
        executor.beginTrial();
        BlockExecution block = built(header, settlement, executor, false);
        UInt256 value = settlement.ledger().balance(account, asset).minusExact(before);
        block.takeBack();
        executor.endTrial();
        return value;
    }

    private static void pay(
            BlockExecution.Header header, Settlement settlement, EnglishAuction.Outcome sold, List<UInt256> values) {
        int from = header.accounts().builders().get(sold.winner());
        int asset = header.spec().gas().gasAsset();
        if (!settlement.ledger().transfer(from, header.accounts().proposers(), asset, sold.bid())) {
            throw new IllegalStateException(
                    "builder " + sold.winner() + " of " + header.spec().id() + " bid " + sold.bid()
                            + " wei for a block worth " + values.get(sold.winner()) + " and has less");
        }
        settlement
                .log()
                .emit(new MarketEvent.BlockAuctioned(
                        header.timeNanos(),
                        header.chain(),
                        header.number(),
                        sold.winner(),
                        values.size(),
                        values.get(sold.winner()),
                        sold.bid()));
    }
}
