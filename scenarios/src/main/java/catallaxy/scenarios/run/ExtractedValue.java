package catallaxy.scenarios.run;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.Marks;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.folder.BuilderTotals;
import catallaxy.scenarios.folder.SearcherTotals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What bundles extracted in the blocks that stand, for whom, and what builders paid for those. Owned by the tally. */
final class ExtractedValue {
    private final RunNames names;
    private final TreeMap<Sender, Sums> senders =
            new TreeMap<>(Comparator.comparing(Sender::strategy).thenComparingInt(Sender::participant));
    private final TreeMap<Builder, Trade> builders =
            new TreeMap<>(Comparator.comparingInt(Builder::chain).thenComparingInt(Builder::number));

    private record Sender(int participant, String strategy) {}

    private record Builder(int chain, int number) {}

    /** Of one sender with one strategy; quote units. */
    private static final class Sums {
        private long bundles;
        private long dropped;
        private double net;
        private double gas;
        private double bids;
    }

    /** Of one builder; whole units of the chain's gas asset. */
    private static final class Trade {
        private long blocks;
        private double value;
        private double bids;
    }

    ExtractedValue(RunNames names) {
        this.names = names;
    }

    void included(MarketEvent.BundleIncluded event) {
        Sums sums = sums(event.participant(), event.strategy());
        int gas = gasAsset(event.chain());
        sums.bundles++;
        sums.gas += worth(gas, event.gasWei());
        sums.bids += worth(gas, event.bidWei());
        for (MarketEvent.Detail each : event.changes()) {
            double worth = worth(each.asset(), each.units());
            sums.net += each.name().equals("gained") ? worth : -worth;
        }
    }

    void dropped(MarketEvent.BundleDropped event) {
        sums(event.participant(), event.strategy()).dropped++;
    }

    void auctioned(MarketEvent.BlockAuctioned event) {
        Trade trade = builders.computeIfAbsent(new Builder(event.chain(), event.builder()), ignored -> new Trade());
        int gas = gasAsset(event.chain());
        trade.blocks++;
        trade.value += names.engine().ledger().toWhole(gas, event.valueWei());
        trade.bids += names.engine().ledger().toWhole(gas, event.bidWei());
    }

    private Sums sums(int participant, String strategy) {
        return senders.computeIfAbsent(new Sender(participant, strategy), ignored -> new Sums());
    }

    private int gasAsset(int chain) {
        return names.engine().spec().chains().get(chain).gas().gasAsset();
    }

    private double worth(int asset, UInt256 units) {
        return names.engine().ledger().toWhole(asset, units) * Marks.WORLD.price(names.engine(), asset);
    }

    /** By strategy, then in the order of the participants. */
    List<SearcherTotals> searchers() {
        List<SearcherTotals> totals = new ArrayList<>();
        senders.forEach((sender, sums) -> totals.add(new SearcherTotals(
                names.participant(sender.participant()),
                sender.strategy(),
                sums.bundles,
                sums.dropped,
                RunDecimals.rounded(sums.net + sums.gas + sums.bids),
                RunDecimals.rounded(sums.gas),
                RunDecimals.rounded(sums.bids),
                RunDecimals.rounded(sums.net))));
        return totals;
    }

    /** In the order of the chains, then of the builders. */
    List<BuilderTotals> builders() {
        List<BuilderTotals> totals = new ArrayList<>();
        builders.forEach((builder, trade) -> totals.add(new BuilderTotals(
                names.chain(builder.chain()), builder.number(), trade.blocks, trade.value, trade.bids)));
        return totals;
    }
}
