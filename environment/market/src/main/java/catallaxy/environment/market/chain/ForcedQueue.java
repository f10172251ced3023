package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was forced on a rollup and is not executed yet, in the order in which the chain that it settles on has taken it. Owned by its
 * chain.
 */
public final class ForcedQueue {
    private final ForcedInclusion rule;
    private final Deque<ForcedTransaction> waiting;
    private long settledBlock;

    /** Nothing is forced. */
    ForcedQueue(ForcedInclusion rule) {
        this(rule, new ArrayDeque<>(), 0);
    }

    private ForcedQueue(ForcedInclusion rule, Deque<ForcedTransaction> waiting, long settledBlock) {
        this.rule = rule;
        this.waiting = waiting;
        this.settledBlock = settledBlock;
    }

    /** Takes in what a block has taken, behind all that was there. */
    public void add(ForcedTransaction forced) {
        waiting.addLast(forced);
    }

    /** Takes the latest back, of a call that reverts. */
    public void removeLatest() {
        waiting.removeLast();
    }

    /** Takes back what a block of the other chain has taken that is undone. */
    public void recall(long block) {
        waiting.removeIf(each -> each.block() == block);
    }

    /** Learns up to which block of the other chain none can be undone any more. */
    public void settle(long block) {
        settledBlock = block;
    }

    /** How many wait. */
    public int size() {
        return waiting.size();
    }

    /**
     * What the next block executes first, the oldest first, as many as it has gas for; they stay here.
     *
     * @param sequenced whether a sequencer makes the block
     */
    List<ForcedTransaction> due(long now, boolean sequenced, long gasLimit) {
        long delay = sequenced ? rule.sequencedNanos() : rule.delayNanos();
        List<ForcedTransaction> due = new ArrayList<>();
        long gas = 0;
        for (ForcedTransaction each : waiting) {
            gas += each.gasLimit();
            if (each.block() > settledBlock || now < each.sentNanos() + delay || gas > gasLimit) {
                break;
            }
            due.add(each);
        }
        return due;
    }

    /** Lets the oldest go that a block has executed. */
    void take(List<ForcedTransaction> executed) {
        executed.forEach(_ -> waiting.removeFirst());
    }

    /** Puts back, in front, what a block had executed that is undone. */
    void putBack(List<ForcedTransaction> executed) {
        executed.reversed().forEach(waiting::addFirst);
    }

    ForcedQueue copy() {
        return new ForcedQueue(rule, new ArrayDeque<>(waiting), settledBlock);
    }

    /** Writes nothing where nothing can be forced. */
    void save(StateWriter out) {
        if (rule.isPossible()) {
            out.int64(settledBlock).int32(waiting.size());
            waiting.forEach(each -> each.save(out));
        }
    }

    static ForcedQueue load(StateReader in, CallReader calls, ForcedInclusion rule) {
        ForcedQueue queue = new ForcedQueue(rule);
        if (rule.isPossible()) {
            queue.settledBlock = in.int64();
            for (int rest = in.count(1); rest > 0; rest--) {
                queue.add(ForcedTransaction.load(in, calls));
            }
        }
        return queue;
    }
}
