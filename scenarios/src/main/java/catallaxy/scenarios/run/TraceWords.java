package catallaxy.scenarios.run;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.run.TraceEvent.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the events of one market's trace into words. Amounts are exact; a pool's price is a quotient of 15 digits. */
final class TraceWords {
    private static final int GWEI_DECIMALS = 9;

    private final RunNames names;

    TraceWords(RunNames names) {
        this.names = names;
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
        Fields fields = new Fields();
        switch (event) {
            case MarketEvent.PriceMoved moved -> moved(fields, moved);
            case MarketEvent.RegimeChanged changed -> fields.put("regime", changed.regime());
            case MarketEvent.OrderRested rested -> rested(fields, rested);
            case MarketEvent.OrderFilled fill -> filled(fields, fill);
            case MarketEvent.OrderCancelled cancelled -> cancelled(fields, cancelled);
            case MarketEvent.StopPlaced placed -> stopPlaced(fields, placed);
            case MarketEvent.StopTriggered triggered -> stopTriggered(fields, triggered);
            case MarketEvent.CommandRejected rejected -> rejected(fields, rejected);
            case MarketEvent.TransactionExecuted executed -> executed(fields, executed);
            case MarketEvent.TransactionDropped dropped -> dropped(fields, dropped);
            case MarketEvent.DataPaid paid -> paid(fields, paid);
            case MarketEvent.BlobsPosted posted -> posted(fields, posted);
            case MarketEvent.BlockProduced block -> produced(fields, block);
            case MarketEvent.PoolSwapped swap -> swapped(fields, swap);
            case MarketEvent.LiquidityChanged changed -> liquidity(fields, changed);
            case MarketEvent.VenueChanged changed -> changed(fields, changed);
            case MarketEvent.FundsSent sent -> sent(fields, sent);
            case MarketEvent.FundsArrived arrived -> arrived(fields, arrived);
            case MarketEvent.ChainReorganised reorganised ->
                fields.put("chain", names.chain(reorganised.chain()))
                        .put("depth", reorganised.depth())
                        .put("block", reorganised.block());
            case MarketEvent.FundsRecalled recalled -> recalled(fields, recalled);
            case MarketEvent.TransferFailed failed -> failed(fields, failed);
            case MarketEvent.BridgeLiquidityChanged changed -> changed(fields, changed);
            case MarketEvent.PlaceHalted halted -> fields.put("place", names.place(halted.place()));
            case MarketEvent.PlaceResumed resumed -> fields.put("place", names.place(resumed.place()));
            case MarketEvent.BundleIncluded included -> included(fields, included);
            case MarketEvent.BundleDropped dropped ->
                fields.put("chain", names.chain(dropped.chain()))
                        .who("participant", names.participant(dropped.participant()))
                        .put("bundle", dropped.bundleId())
                        .put("strategy", dropped.strategy())
                        .put("reason", dropped.reason());
            case MarketEvent.BlockAuctioned auctioned -> auctioned(fields, auctioned);
            case MarketEvent.LaneSold sold -> sold(fields, sold);
            case MarketEvent.AgentDecided decided -> decided(fields, decided);
            case MarketEvent.RiskIntervened intervention -> intervened(fields, intervention);
        }
        return new TraceEvent(number, event.timeNanos(), TraceEvent.kind(event), fields.participants, fields.said);
    }

    private void moved(Fields fields, MarketEvent.PriceMoved moved) {
        int quote = names.engine().spec().quoteAsset();
        fields.put("asset", names.asset(moved.asset()))
                .put("price", new Amount(BigDecimal.valueOf(moved.price()), names.asset(quote)));
    }

    private void rested(Fields fields, MarketEvent.OrderRested rested) {
        VenueSpec.Book book = book(rested.venue());
        at(fields, rested.venue(), rested.participant())
                .put("order", rested.clientOrderId())
                .put("side", lower(rested.side()))
                .put("quantity", quantity(book, rested.lots()))
                .put("price", price(book, rested.priceTicks()));
    }

    private void filled(Fields fields, MarketEvent.OrderFilled fill) {
        VenueSpec.Book book = book(fill.venue());
        fields.put("venue", book.id())
                .who("maker", names.participant(fill.maker()))
                .who("taker", names.participant(fill.taker()))
                .put("takerSide", lower(fill.takerSide()))
                .put("quantity", quantity(book, fill.lots()))
                .put("price", price(book, fill.priceTicks()))
                .put("makerFee", amount(book.quote(), BigDecimal.valueOf(fill.makerFee())))
                .put("takerFee", amount(book.quote(), BigDecimal.valueOf(fill.takerFee())))
                .put("makerOrder", fill.makerOrderId())
                .put("takerOrder", fill.takerOrderId());
    }

    private void cancelled(Fields fields, MarketEvent.OrderCancelled cancelled) {
        at(fields, cancelled.venue(), cancelled.participant())
                .put("order", cancelled.clientOrderId())
                .put("quantity", quantity(book(cancelled.venue()), cancelled.lots()))
                .put("reason", cancelled.reason());
    }

    private void stopPlaced(Fields fields, MarketEvent.StopPlaced placed) {
        VenueSpec.Book book = book(placed.venue());
        at(fields, placed.venue(), placed.participant())
                .put("order", placed.clientOrderId())
                .put("side", lower(placed.side()))
                .put("quantity", quantity(book, placed.lots()))
                .put("trigger", price(book, placed.stopTicks()));
        if (placed.priceTicks() > 0) {
            fields.put("price", price(book, placed.priceTicks()));
        }
    }

    private void stopTriggered(Fields fields, MarketEvent.StopTriggered triggered) {
        at(fields, triggered.venue(), triggered.participant())
                .put("order", triggered.clientOrderId())
                .put("lastPrice", price(book(triggered.venue()), triggered.lastTicks()));
    }

    private void rejected(Fields fields, MarketEvent.CommandRejected rejected) {
        fields.who("participant", names.participant(rejected.participant()))
                .put("command", TraceEvent.name(rejected.command()))
                .put("reason", rejected.reason());
    }

    private void executed(Fields fields, MarketEvent.TransactionExecuted executed) {
        fields.put("chain", names.chain(executed.chain()))
                .put("block", executed.block())
                .who("participant", names.participant(executed.participant()))
                .put("nonce", executed.nonce())
                .put("call", TraceEvent.name(executed.call()))
                .put("gasUsed", executed.gasUsed())
                .put("gasPrice", gwei(executed.effectiveGasPriceWei()))
                .put("succeeded", executed.succeeded());
        if (!executed.succeeded()) {
            fields.put("reason", executed.reason());
        }
    }

    private void dropped(Fields fields, MarketEvent.TransactionDropped dropped) {
        fields.put("chain", names.chain(dropped.chain()))
                .who("participant", names.participant(dropped.participant()))
                .put("nonce", dropped.nonce())
                .put("reason", dropped.reason());
    }

    private void produced(Fields fields, MarketEvent.BlockProduced block) {
        fields.put("chain", names.chain(block.chain()))
                .put("block", block.block())
                .put("baseFee", gwei(block.baseFeeWei()))
                .put("gasUsed", block.gasUsed())
                .put("transactions", block.transactions())
                .put("reverted", block.reverted());
    }

    private void posted(Fields fields, MarketEvent.BlobsPosted posted) {
        fields.put("chain", names.chain(posted.chain()))
                .put("block", posted.block())
                .put("baseFee", gwei(posted.baseFeeWei()))
                .put("blobGasUsed", posted.blobGasUsed());
    }

    private void paid(Fields fields, MarketEvent.DataPaid paid) {
        int asset = gasAsset(paid.chain());
        fields.put("chain", names.chain(paid.chain()))
                .put("block", paid.block())
                .who("participant", names.participant(paid.participant()))
                .put("nonce", paid.nonce())
                .put("fee", amount(asset, paid.feeWei()));
    }

    private void included(Fields fields, MarketEvent.BundleIncluded included) {
        int gas = gasAsset(included.chain());
        fields.put("chain", names.chain(included.chain()))
                .put("block", included.block())
                .who("participant", names.participant(included.participant()))
                .put("bundle", included.bundleId())
                .put("strategy", included.strategy())
                .put("transactions", included.transactions())
                .put("gas", amount(gas, included.gasWei()))
                .put("bid", amount(gas, included.bidWei()));
        putChanges(fields, included, "gained");
        putChanges(fields, included, "lost");
    }

    private void putChanges(Fields fields, MarketEvent.BundleIncluded included, String direction) {
        List<String> amounts = included.changes().stream()
                .filter(each -> each.name().equals(direction))
                .map(each -> amount(each.asset(), each.units()).toString())
                .toList();
        if (!amounts.isEmpty()) {
            fields.put(direction, String.join(", ", amounts));
        }
    }

    private void auctioned(Fields fields, MarketEvent.BlockAuctioned auctioned) {
        int gas = gasAsset(auctioned.chain());
        fields.put("chain", names.chain(auctioned.chain()))
                .put("block", auctioned.block())
                .put("builder", auctioned.builder())
                .put("builders", auctioned.builders())
                .put("value", amount(gas, auctioned.valueWei()))
                .put("bid", amount(gas, auctioned.bidWei()));
    }

    private void sold(Fields fields, MarketEvent.LaneSold sold) {
        fields.put("chain", names.chain(sold.chain()))
                .put("round", sold.round())
                .who("participant", names.participant(sold.participant()))
                .put("bids", sold.bids())
                .put("price", amount(gasAsset(sold.chain()), sold.priceWei()));
    }

    private int gasAsset(int chain) {
        return names.engine().spec().chains().get(chain).gas().gasAsset();
    }

    private void swapped(Fields fields, MarketEvent.PoolSwapped swap) {
        VenueSpec venue = names.venue(swap.venue());
        boolean sells = swap.zeroForOne();
        Amount in = amount(sells ? venue.base() : venue.quote(), swap.amountIn());
        Amount out = amount(sells ? venue.quote() : venue.base(), swap.amountOut());
        BigDecimal price =
                sells ? RunDecimals.ratio(out.value(), in.value()) : RunDecimals.ratio(in.value(), out.value());
        at(fields, swap.venue(), swap.participant())
                .put("amountIn", in)
                .put("amountOut", out)
                .put("price", new Amount(price, names.asset(venue.quote())));
    }

    private void liquidity(Fields fields, MarketEvent.LiquidityChanged changed) {
        VenueSpec venue = names.venue(changed.venue());
        at(fields, changed.venue(), changed.participant())
                .put("change", changed.added() ? "added" : "removed")
                .put("amount0", amount(venue.base(), changed.amount0()))
                .put("amount1", amount(venue.quote(), changed.amount1()))
                .put("shares", changed.shares().toBigInteger());
    }

    private void changed(Fields fields, MarketEvent.VenueChanged changed) {
        Fields at = changed.participant() == MarketEvent.NOBODY
                ? fields.put("venue", names.venue(changed.venue()).id())
                : at(fields, changed.venue(), changed.participant());
        at.put("change", changed.change());
        for (MarketEvent.Detail each : changed.details()) {
            boolean isNumber = each.asset() == MarketEvent.Detail.A_NUMBER;
            fields.put(each.name(), isNumber ? each.units().toBigInteger() : amount(each.asset(), each.units()));
        }
    }

    private void sent(Fields fields, MarketEvent.FundsSent sent) {
        fields.put("via", sent.via())
                .who("participant", names.participant(sent.participant()))
                .put("amount", amount(sent.asset(), sent.amount()))
                .put("from", names.place(sent.fromPlace()))
                .put("to", names.place(sent.toPlace()));
    }

    private void arrived(Fields fields, MarketEvent.FundsArrived arrived) {
        fields.put("via", arrived.via())
                .who("participant", names.participant(arrived.participant()))
                .put("amount", amount(arrived.asset(), arrived.amount()))
                .put("at", names.place(arrived.place()))
                .put("returned", arrived.returned());
    }

    private void recalled(Fields fields, MarketEvent.FundsRecalled recalled) {
        fields.put("via", recalled.via())
                .who("participant", names.participant(recalled.participant()))
                .put("amount", amount(recalled.asset(), recalled.amount()))
                .put("from", names.place(recalled.fromPlace()))
                .put("confirmations", recalled.confirmations());
    }

    private void failed(Fields fields, MarketEvent.TransferFailed failed) {
        fields.put("via", failed.via())
                .who("participant", names.participant(failed.participant()))
                .put("amount", amount(failed.asset(), failed.amount()))
                .put("reason", failed.reason());
    }

    private void changed(Fields fields, MarketEvent.BridgeLiquidityChanged changed) {
        fields.put("via", changed.via())
                .who("participant", names.participant(changed.participant()))
                .put("change", changed.added() ? "added" : "removed")
                .put("amount", amount(changed.asset(), changed.amount()))
                .put("at", names.place(changed.chain()))
                .put("shares", changed.shares().toBigInteger());
    }

    private void decided(Fields fields, MarketEvent.AgentDecided decided) {
        fields.who("agent", names.agentId(decided.agent()))
                .put("epoch", decided.epoch())
                .put("fingerprint", "%016x".formatted(decided.fingerprint()));
    }

    private void intervened(Fields fields, MarketEvent.RiskIntervened intervention) {
        fields.who("by", names.agentId(intervention.riskAgent()))
                .who("agent", names.agentId(intervention.agent()))
                .put("fromScale", intervention.fromScale())
                .put("toScale", intervention.toScale())
                .put("reason", intervention.reason());
    }

    private Fields at(Fields fields, int venue, int participant) {
        return fields.put("venue", names.venue(venue).id()).who("participant", names.participant(participant));
    }

    private VenueSpec.Book book(int venue) {
        return (VenueSpec.Book) names.venue(venue);
    }

    private Amount quantity(VenueSpec.Book book, long lots) {
        return amount(book.base(), BigDecimal.valueOf(book.lotUnits()).multiply(BigDecimal.valueOf(lots)));
    }

    /** Of one whole unit of the base asset, as a lot's price in base units tells. */
    private Amount price(VenueSpec.Book book, long ticks) {
        BigDecimal paid = amount(book.quote(), BigDecimal.valueOf(book.quoteUnitsPerTickLot()))
                .value()
                .multiply(BigDecimal.valueOf(ticks));
        return new Amount(RunDecimals.ratio(paid, quantity(book, 1).value()), names.asset(book.quote()));
    }

    private Amount amount(int asset, UInt256 units) {
        return amount(asset, new BigDecimal(units.toBigInteger()));
    }

    private Amount amount(int asset, BigDecimal units) {
        int decimals = names.engine().spec().assets().get(asset).decimals();
        return new Amount(units.movePointLeft(decimals), names.asset(asset));
    }

    private static Amount gwei(long wei) {
        return new Amount(BigDecimal.valueOf(wei, GWEI_DECIMALS), "gwei");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What an event says, as it is gathered. */
    private static final class Fields {
        private final Map<String, Object> said = new LinkedHashMap<>();
        private final List<String> participants = new ArrayList<>();

        Fields put(String key, Object value) {
            said.put(key, value);
            return this;
        }

        Fields who(String key, String name) {
            participants.add(name);
            return put(key, name);
        }
    }
}
