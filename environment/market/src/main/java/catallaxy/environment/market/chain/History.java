package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The latest blocks of a chain as far as they can be undone. Owned by its chain. */
final class History {
    private final int limit;
    private final Deque<UndoableBlock> blocks;

    /** @param limit most blocks that can be undone; 0 for a chain whose blocks stand */
    History(int limit) {
        this(limit, new ArrayDeque<>());
    }

    private History(int limit, Deque<UndoableBlock> blocks) {
        this.limit = limit;
        this.blocks = blocks;
    }

    /** Whether blocks are remembered at all. */
    boolean isKept() {
        return limit > 0;
    }

    int size() {
        return blocks.size();
    }

    void add(UndoableBlock block) {
        blocks.addLast(block);
        if (blocks.size() > limit) {
            blocks.removeFirst();
        }
    }

    /** Makes a block. */
    @FunctionalInterface
    interface BlockMaking {
        /** The block, or nothing where it holds nothing of this market. */
        Optional<BlockExecution> block();
    }

    /**
     * Has a block made, and remembers how to undo it where blocks are remembered.
     *
     * @param forced what is forced into it
     */
    void make(
            FeeMarket fees,
            Settlement settlement,
            CallExecutor executor,
            List<ForcedTransaction> forced,
            BlockMaking making) {
        if (!isKept()) {
            making.block();
            return;
        }
        FeeMarket before = fees.copy();
        double[] turnover = settlement.turnover();
        settlement.ledger().record();
        executor.record();
        Optional<BlockExecution> block = making.block();
        add(new UndoableBlock(
                before,
                block.map(BlockExecution::taken).orElse(List.of()),
                forced,
                settlement.ledger().recorded(),
                block.map(BlockExecution::done).orElseGet(TreeMap::new),
                turnover,
                executor.recorded()));
    }

    /** Takes the latest block out. */
    UndoableBlock takeLatest() {
        return blocks.removeLast();
    }

    History copy() {
        return new History(limit, new ArrayDeque<>(blocks));
    }

    void save(StateWriter out) {
        out.int32(blocks.size());
        blocks.forEach(each -> each.save(out));
    }

    static History load(StateReader in, ChainSpec spec, CallReader calls, CallExecutor.EffectsReader effects) {
        int limit = spec.permanence().depth();
        History history = new History(limit);
        int size = in.count(1);
        if (size > limit) {
            throw new CorruptStateException("blocks to undo: expected at most " + limit + ", found " + size);
        }
        for (int i = 0; i < size; i++) {
            history.blocks.addLast(UndoableBlock.load(in, spec, calls, effects));
        }
        return history;
    }
}
