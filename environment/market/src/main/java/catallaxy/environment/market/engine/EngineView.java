package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.api.venue.OwnOrders;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.api.view.Dealings;
import catallaxy.environment.api.view.Holdings;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.api.view.Prices;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.account.Totals;
import catallaxy.environment.market.book.OrderBook;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.EventLog;
import catallaxy.environment.market.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What can be seen of a simulated market: what every market shows, and what only this one can, such as the ledger and the world.
 * Prices and quantities are {@code double} in whole units, for observation; balances in base units are exact.
 */
public abstract sealed class EngineView implements MarketView permits MarketEngine {
    final MarketState state;
    private final SeenPrices prices = new SeenPrices(this);
    private final SeenChain[] chains;
    private final List<BridgeView> bridges;
    private final SeenVenues venues;
    private final SeenClaims claims;
    /** By participant. */
    private final List<SeenHoldings> holdings = new ArrayList<>();

    EngineView(MarketState state) {
        this.state = state;
        int count = state.layout.spec().venues().size();
        chains = new SeenChain[state.chains.length];
        for (int chain = 0; chain < chains.length; chain++) {
            chains[chain] = new SeenChain(this, chain, new long[count]);
        }
        bridges = IntStream.range(0, state.bridges.length)
                .<BridgeView>mapToObj(bridge -> new SeenBridge(state, bridge))
                .toList();
        venues = new SeenVenues(this);
        claims = venues.claims();
    }

    @Override
    public final long timeNanos() {
        return state.timeNanos;
    }

    @Override
    public final MarketMap map() {
        return state.layout.units().map();
    }

    @Override
    public final ChainView chain(int chain) {
        return chains[chain];
    }

    /** A chain with what only this market can show of it. */
    final SeenChain seen(int chain) {
        return chains[chain];
    }

    /** What executes the transactions of a chain. */
    abstract Calls calls(int chain);

    @Override
    public final List<BridgeView> bridges() {
        return bridges;
    }

    @Override
    public final boolean isHalted(int place) {
        return state.outages[place].isDown();
    }

    @Override
    public final Holdings holdings(int participant) {
        return seenHoldings(participant);
    }

    private SeenHoldings seenHoldings(int participant) {
        while (holdings.size() <= participant) {
            holdings.add(new SeenHoldings(this, holdings.size()));
        }
        return holdings.get(participant);
    }

    @Override
    public final Dealings dealings(int participant) {
        return new SeenDealings(state, participant);
    }

    @Override
    public final Prices prices() {
        return prices;
    }

    @Override
    public final <T> Optional<T> venue(int venue, Class<T> capability) {
        return venues.offers(venue, capability);
    }

    /** What participants may claim from venues, less what they owe. */
    public final SeenClaims claims() {
        return claims;
    }

    @Override
    public final <T> T offered(int venue, Class<T> capability) {
        T kept = venues.kept(venue, capability);
        return kept != null ? kept : MarketView.super.offered(venue, capability);
    }

    /**
     * The quotes of a venue on a chain.
     *
     * @throws IllegalArgumentException if it gives none
     */
    public final Quoting quoting(int venue) {
        return offered(venue, Quoting.class);
    }

    /**
     * The liquidity of a venue on a chain.
     *
     * @throws IllegalArgumentException if nobody can provide any
     */
    public final Liquidity liquidity(int venue) {
        return offered(venue, Liquidity.class);
    }

    /** What the venues offer, with null where one offers nothing. */
    final SeenVenues seenVenues() {
        return venues;
    }

    /**
     * A book.
     *
     * @throws IllegalArgumentException if the venue is none
     */
    public final LimitOrderBook limitOrders(int venue) {
        return offered(venue, LimitOrderBook.class);
    }

    /** The scenario's market, whose lists say what the indices mean. */
    public final EngineSpec spec() {
        return state.layout.spec();
    }

    /** Events handled so far. */
    public final long events() {
        return state.handled;
    }

    /** The exogenous prices and the regime at the present time; to look at, never to advance. */
    public final World world() {
        return state.world;
    }

    /** Which accounts of the ledger are whose. */
    public final Accounts accounts() {
        return state.layout.accounts();
    }

    /** Where the market reports what happens, with the digest of its trace. */
    public final EventLog log() {
        return state.settlement.log();
    }

    /** Who owns what, in exact base units; to look at, never to move. */
    public final Ledger ledger() {
        return state.settlement.ledger();
    }

    /** Free base units of a participant at a place. */
    public final UInt256 balance(int participant, int place, int asset) {
        return holdings(participant).balance(place, asset);
    }

    /** Free whole units of a participant at a place. */
    public final double holding(int participant, int place, int asset) {
        return holdings(participant).free(place, asset);
    }

    /** Whole units of a participant everywhere: free, held by open orders, and under way. */
    public final double totalHolding(int participant, int asset) {
        return holdings(participant).total(asset);
    }

    /** The same in base units, exact. */
    public final UInt256 totalUnits(int participant, int asset) {
        return seenHoldings(participant).totalUnits(asset);
    }

    /** Whether a bridge transfer, deposit or withdrawal of the asset is under way. */
    public final boolean inTransit(int participant, int asset) {
        return holdings(participant).inTransit(asset);
    }

    /** Liquidity shares of a participant in a pool, base units. */
    public final UInt256 shares(int participant, int pool) {
        return holdings(participant).shares(pool);
    }

    /** Worth of everything that a participant owns at {@link Marks#WORLD the world's prices}; quote units. */
    public final double equity(int participant) {
        return holdings(participant).equity();
    }

    /** Worth of everything that a participant owns at {@link Marks#VENUES the prices that venues show}; quote units. */
    public final double equityAtVenues(int participant) {
        return holdings(participant).equityAtVenues();
    }

    /** Quote units per whole unit of an asset, as {@link Prices#atVenues}. */
    public final double priceAtVenues(int asset) {
        return prices.atVenues(asset);
    }

    /** Whole quote units per whole base unit, as {@link Prices#of}. */
    public final double price(int venue) {
        return prices.of(venue);
    }

    /** The world's price of an asset, as {@link Prices#inWorld}. */
    public final double worldPrice(int asset) {
        return prices.inWorld(asset);
    }

    /** Price at which a unit could be sold now, as {@link Prices#bid}. */
    public final double bestBid(int venue) {
        return prices.bid(venue);
    }

    /** Price at which a unit could be bought now, as {@link Prices#ask}. */
    public final double bestAsk(int venue) {
        return prices.ask(venue);
    }

    /** The live book of a venue that {@link #isBook is one}; prices in ticks, quantities in lots. */
    public final OrderBook book(int venue) {
        return state.book(venue).book();
    }

    /** Whether a venue is a book of an exchange; else it is a contract on a chain. */
    public final boolean isBook(int venue) {
        return venues.isBook(venue);
    }

    /** What a taker pays, as a fraction. */
    public final double feeRate(int venue) {
        return prices.feeRate(venue);
    }

    /** Whole quote units per whole base unit in one tick of a book. */
    public final double tickSize(int venue) {
        return state.layout.units().tickSize(venue);
    }

    /** Whole base units in one lot of a book. */
    public final double lotSize(int venue) {
        return state.layout.units().lotSize(venue);
    }

    /** The nearest price in ticks, at least 1. */
    public final long toTicks(int venue, double price) {
        return state.layout.units().toTicks(venue, price);
    }

    /** The quantity in lots, rounded down; 0 if negative. */
    public final long toLots(int venue, double base) {
        return state.layout.units().toLots(venue, base);
    }

    /** A quantity in base units, rounded down; 0 if it is negative or no number. */
    public final UInt256 toUnits(int asset, double whole) {
        return state.layout.units().toUnits(asset, whole);
    }

    /** Base fee of a chain's next block, wei per gas. */
    public final long baseFeeWei(int chain) {
        return chain(chain).baseFeeWei();
    }

    /** Blocks that a chain has produced so far, those that were replaced not counted twice. */
    public final long blockNumber(int chain) {
        return chain(chain).blockNumber();
    }

    /** Gas units of a call that succeeds. */
    public final long gasEstimate(Call call) {
        return chain(0).gasEstimate(call);
    }

    /** Gas units that suffice for a call in nearly every case. */
    public final long gasLimit(Call call) {
        return chain(0).gasLimit(call);
    }

    /** A transaction that can pay twice the present base fee and offers the proposer a tenth of it. */
    public final MarketCommand.SubmitTransaction transaction(int chain, Call call, long deadlineNanos) {
        return chain(chain).transaction(call, deadlineNanos);
    }

    private OwnOrders own(int participant, int venue) {
        return limitOrders(venue).orders(participant);
    }

    /** Open orders of a participant on a book: bids first, best price first, oldest first. */
    public final List<OpenOrder> orders(int participant, int venue) {
        return own(participant, venue).open();
    }

    /** Lots that are left of a participant's open order; 0 if it is not open. */
    public final long openLots(int participant, int venue, long clientOrderId) {
        return own(participant, venue).lots(clientOrderId);
    }

    /** Whether the placement of a participant's order is on its way to a book. */
    public final boolean isUnderWay(int participant, int venue, long clientOrderId) {
        return own(participant, venue).isUnderWay(clientOrderId);
    }

    /** Lots of a participant on their way to a side of a book: what placements and replacements ask for. */
    public final long lotsUnderWay(int participant, int venue, Side side) {
        return own(participant, venue).lotsUnderWay(side);
    }

    /** Lots of a participant that may still fill on a side of a book, at most: open, being cancelled, and on their way. */
    public final long exposedLots(int participant, int venue, Side side) {
        return own(participant, venue).exposedLots(side);
    }

    /** What a participant did so far: the live totals, which go on counting. */
    public final Totals totals(int participant) {
        return state.settlement.totals(participant);
    }

    /** What was traded on a venue so far, each trade once, quote units at the mark of its time. */
    public final double turnover(int venue) {
        return prices.turnover(venue);
    }

    final BookMarket bookMarket(int venue) {
        return state.book(venue);
    }
}
