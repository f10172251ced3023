package catallaxy.environment.market.search;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a searcher bids for a swap that waits; without transactions where there is nothing to gain by it.
 *
 * @param chain    on which it waits
 * @param block    that the bundle is for
 * @param id       of the bundle
 * @param target   the swap
 * @param items    the bundle's transactions
 * @param limitWei the most that it bids
 * @param wei      what it bids now
 */
record Bid(
        int chain,
        long block,
        long id,
        BundleItem.Waiting target,
        List<BundleItem> items,
        UInt256 limitWei,
        UInt256 wei) {
    Bid {
        items = List.copyOf(items);
    }

    Bid at(UInt256 other) {
        return new Bid(chain, block, id, target, items, limitWei, other);
    }

    void save(StateWriter out) {
        out.int32(chain).int64(block).int64(id);
        target.save(out);
        out.int32(items.size());
        items.forEach(each -> each.save(out));
        limitWei.save(out);
        wei.save(out);
    }

    static Bid load(StateReader in, CallReader calls) {
        int chain = in.int32();
        long block = in.int64();
        long id = in.int64();
        BundleItem.Waiting target = (BundleItem.Waiting) BundleItem.load(in, calls);
        List<BundleItem> items = new ArrayList<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            items.add(BundleItem.load(in, calls));
        }
        return new Bid(chain, block, id, target, items, UInt256.load(in), UInt256.load(in));
    }
}
