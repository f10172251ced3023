package catallaxy.scenarios.run;

import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.run.TraceEvent.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Puts the events of one market's trace into words. Amounts are exact; a pool's price is a quotient of 15 digits. */
final class TraceWords {
    private final RunNames names;
    private final BookWords books;
    private final TransportWords transport;

    TraceWords(RunNames names) {
        this.names = names;
        this.books = new BookWords(names);
        this.transport = new TransportWords(names);
    }

    /** The names of all participants, the background population's included. */
    List<String> participants() {
        List<String> all = new ArrayList<>();
        for (int each = 0; each < names.engine().accounts().participants(); each++) {
            all.add(names.participant(each));
        }
        return all;
    }

    /** An event, which is the numbered one of the trace. */
    TraceEvent event(long number, MarketEvent event) {
        EventFields fields = new EventFields(names);
        switch (event) {
            case BookEvent ofBook -> books.say(fields, ofBook);
            case TransportEvent ofFunds -> transport.say(fields, ofFunds);
            case MarketEvent.PriceMoved moved -> moved(fields, moved);
            case MarketEvent.RegimeChanged changed -> fields.put("regime", changed.regime());
            case MarketEvent.CommandRejected rejected -> rejected(fields, rejected);
            case MarketEvent.TransactionExecuted executed -> executed(fields, executed);
            case MarketEvent.TransactionDropped dropped -> dropped(fields, dropped);
            case MarketEvent.DataPaid paid -> paid(fields, paid);
            case MarketEvent.BlobsPosted posted -> posted(fields, posted);
            case MarketEvent.BlockProduced block -> produced(fields, block);
            case MarketEvent.PoolSwapped swap -> swapped(fields, swap);
            case MarketEvent.LiquidityChanged changed -> liquidity(fields, changed);
            case MarketEvent.VenueChanged changed -> changed(fields, changed);
            case MarketEvent.ChainReorganised reorganised -> reorganised(fields, reorganised);
            case MarketEvent.PlaceHalted halted -> fields.put("place", names.place(halted.place()));
            case MarketEvent.PlaceResumed resumed -> fields.put("place", names.place(resumed.place()));
            case MarketEvent.BundleIncluded included -> included(fields, included);
            case MarketEvent.BundleDropped dropped -> dropped(fields, dropped);
            case MarketEvent.BlockAuctioned auctioned -> auctioned(fields, auctioned);
            case MarketEvent.LaneSold sold -> sold(fields, sold);
            case MarketEvent.AgentDecided decided -> decided(fields, decided);
            case MarketEvent.RiskIntervened intervention -> intervened(fields, intervention);
        }
        return fields.of(number, event);
    }

    private void moved(EventFields fields, MarketEvent.PriceMoved moved) {
        int quote = names.engine().spec().quoteAsset();
        fields.put("asset", names.asset(moved.asset()))
                .put("price", new Amount(BigDecimal.valueOf(moved.price()), names.asset(quote)));
    }

    private static void rejected(EventFields fields, MarketEvent.CommandRejected rejected) {
        fields.participant(rejected.participant())
                .put("command", TraceEvent.name(rejected.command()))
                .put("reason", rejected.reason());
    }

    private static void executed(EventFields fields, MarketEvent.TransactionExecuted executed) {
        fields.chain(executed.chain())
                .put("block", executed.block())
                .participant(executed.participant())
                .put("nonce", executed.nonce())
                .put("call", TraceEvent.name(executed.call()))
                .put("gasUsed", executed.gasUsed())
                .gasPrice("gasPrice", executed.effectiveGasPriceWei())
                .put("succeeded", executed.succeeded());
        if (!executed.succeeded()) {
            fields.put("reason", executed.reason());
        }
    }

    private static void dropped(EventFields fields, MarketEvent.TransactionDropped dropped) {
        fields.chain(dropped.chain())
                .participant(dropped.participant())
                .put("nonce", dropped.nonce())
                .put("reason", dropped.reason());
    }

    private static void produced(EventFields fields, MarketEvent.BlockProduced block) {
        fields.chain(block.chain())
                .put("block", block.block())
                .gasPrice("baseFee", block.baseFeeWei())
                .put("gasUsed", block.gasUsed())
                .put("transactions", block.transactions())
                .put("reverted", block.reverted());
    }

    private static void posted(EventFields fields, MarketEvent.BlobsPosted posted) {
        fields.chain(posted.chain())
                .put("block", posted.block())
                .gasPrice("baseFee", posted.baseFeeWei())
                .put("blobGasUsed", posted.blobGasUsed());
    }

    private static void paid(EventFields fields, MarketEvent.DataPaid paid) {
        fields.chain(paid.chain())
                .put("block", paid.block())
                .participant(paid.participant())
                .put("nonce", paid.nonce())
                .paid("fee", paid.chain(), paid.feeWei());
    }

    private static void reorganised(EventFields fields, MarketEvent.ChainReorganised reorganised) {
        fields.chain(reorganised.chain()).put("depth", reorganised.depth()).put("block", reorganised.block());
    }

    private void included(EventFields fields, MarketEvent.BundleIncluded included) {
        fields.chain(included.chain())
                .put("block", included.block())
                .participant(included.participant())
                .put("bundle", included.bundleId())
                .put("strategy", included.strategy())
                .put("transactions", included.transactions())
                .paid("gas", included.chain(), included.gasWei())
                .paid("bid", included.chain(), included.bidWei());
        putChanges(fields, included, "gained");
        putChanges(fields, included, "lost");
    }

    private void putChanges(EventFields fields, MarketEvent.BundleIncluded included, String direction) {
        List<String> amounts = included.changes().stream()
                .filter(each -> each.name().equals(direction))
                .map(each -> names.amount(each.asset(), each.units()).toString())
                .toList();
        if (!amounts.isEmpty()) {
            fields.put(direction, String.join(", ", amounts));
        }
    }

    private static void dropped(EventFields fields, MarketEvent.BundleDropped dropped) {
        fields.chain(dropped.chain())
                .participant(dropped.participant())
                .put("bundle", dropped.bundleId())
                .put("strategy", dropped.strategy())
                .put("reason", dropped.reason());
    }

    private static void auctioned(EventFields fields, MarketEvent.BlockAuctioned auctioned) {
        fields.chain(auctioned.chain())
                .put("block", auctioned.block())
                .put("builder", auctioned.builder())
                .put("builders", auctioned.builders())
                .paid("value", auctioned.chain(), auctioned.valueWei())
                .paid("bid", auctioned.chain(), auctioned.bidWei());
    }

    private static void sold(EventFields fields, MarketEvent.LaneSold sold) {
        fields.chain(sold.chain())
                .put("round", sold.round())
                .participant(sold.participant())
                .put("bids", sold.bids())
                .paid("price", sold.chain(), sold.priceWei());
    }

    private void swapped(EventFields fields, MarketEvent.PoolSwapped swap) {
        VenueSpec venue = names.venue(swap.venue());
        boolean sells = swap.zeroForOne();
        Amount in = names.amount(sells ? venue.base() : venue.quote(), swap.amountIn());
        Amount out = names.amount(sells ? venue.quote() : venue.base(), swap.amountOut());
        BigDecimal price =
                sells ? RunDecimals.ratio(out.value(), in.value()) : RunDecimals.ratio(in.value(), out.value());
        fields.venue(swap.venue())
                .participant(swap.participant())
                .put("amountIn", in)
                .put("amountOut", out)
                .put("price", new Amount(price, names.asset(venue.quote())));
    }

    private void liquidity(EventFields fields, MarketEvent.LiquidityChanged changed) {
        VenueSpec venue = names.venue(changed.venue());
        fields.venue(changed.venue())
                .participant(changed.participant())
                .put("change", changed.added() ? "added" : "removed")
                .put("amount0", venue.base(), changed.amount0())
                .put("amount1", venue.quote(), changed.amount1())
                .put("shares", changed.shares().toBigInteger());
    }

    private static void changed(EventFields fields, MarketEvent.VenueChanged changed) {
        fields.venue(changed.venue());
        if (changed.participant() != MarketEvent.NOBODY) {
            fields.participant(changed.participant());
        }
        fields.put("change", changed.change());
        for (MarketEvent.Detail each : changed.details()) {
            if (each.asset() == MarketEvent.Detail.A_NUMBER) {
                fields.put(each.name(), each.units().toBigInteger());
            } else {
                fields.put(each.name(), each.asset(), each.units());
            }
        }
    }

    private static void decided(EventFields fields, MarketEvent.AgentDecided decided) {
        fields.agent("agent", decided.agent())
                .put("epoch", decided.epoch())
                .put("fingerprint", "%016x".formatted(decided.fingerprint()));
    }

    private static void intervened(EventFields fields, MarketEvent.RiskIntervened intervention) {
        fields.agent("by", intervention.riskAgent())
                .agent("agent", intervention.agent())
                .put("fromScale", intervention.fromScale())
                .put("toScale", intervention.toScale())
                .put("reason", intervention.reason());
    }
}
