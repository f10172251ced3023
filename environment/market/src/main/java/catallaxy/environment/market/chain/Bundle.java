package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Transactions that come into a block one right after the other, or not at all, for which their sender bids.
 *
 * @param sequence    order of arrival over all chains, unique among bundles and transactions
 * @param participant the sender
 * @param id          the sender's number of it
 * @param items       its transactions; gas limits are numbers
 * @param terms       where it may be included, and what is paid for that
 * @param strategy    what it is meant to do, in a word
 */
public record Bundle(long sequence, int participant, long id, List<BundleItem> items, Terms terms, String strategy) {
    public Bundle {
        items = List.copyOf(items);
    }

    /**
     * Where a bundle may be included, and what is paid for that.
     *
     * @param bidWei     paid to who builds the block, besides priority fees
     * @param firstBlock the first block that may take it
     * @param lastBlock  the last one
     * @param mayRevert  whether it counts as executed where one of its transactions reverts
     * @param builder    the builder who has it, or that of all
     */
    public record Terms(UInt256 bidWei, long firstBlock, long lastBlock, boolean mayRevert, int builder) {}

    /** Whether a builder may put it into a block. */
    boolean isFor(long block, int candidate) {
        boolean seen = terms.builder() < 0 || terms.builder() == candidate;
        return seen && terms.firstBlock() <= block && block <= terms.lastBlock();
    }

    /** The transactions of others that it stands around or behind. */
    public List<BundleItem.Waiting> targets() {
        return items.stream()
                .filter(BundleItem.Waiting.class::isInstance)
                .map(BundleItem.Waiting.class::cast)
                .filter(each -> each.participant() != participant)
                .toList();
    }

    void save(StateWriter out) {
        out.int64(sequence).int32(participant).int64(id).int32(items.size());
        items.forEach(each -> each.save(out));
        terms.bidWei().save(out);
        out.int64(terms.firstBlock()).int64(terms.lastBlock()).flag(terms.mayRevert());
        out.int32(terms.builder()).text(strategy);
    }

    static Bundle load(StateReader in, CallReader calls) {
        long sequence = in.int64();
        int participant = in.int32();
        long id = in.int64();
        List<BundleItem> items = new ArrayList<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            items.add(BundleItem.load(in, calls));
        }
        Terms terms = new Terms(UInt256.load(in), in.int64(), in.int64(), in.flag(), in.int32());
        return new Bundle(sequence, participant, id, items, terms, in.text());
    }
}
