package catallaxy.environment.api;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * What a bundle that waits bids for standing around or behind transactions of others, where bids are open.
 *
 * @param participant its sender
 * @param bundleId    the sender's number of it
 * @param targets     the transactions of others in it
 * @param bidWei      what it pays, besides gas, to who builds the block
 */
public record BundleBid(int participant, long bundleId, List<BundleItem.Waiting> targets, UInt256 bidWei) {
    public BundleBid {
        targets = Checks.elements("targets", "a transaction", targets);
        Checks.present("bidWei", "an amount", bidWei);
    }
}
