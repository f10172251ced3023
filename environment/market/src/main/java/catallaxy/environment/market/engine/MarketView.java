package catallaxy.environment.market.engine;

import catallaxy.environment.api.OpenOrder;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.account.Totals;
import catallaxy.environment.market.book.OrderBook;
import catallaxy.environment.market.chain.GasSchedule;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.EventLog;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.World;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a market at its present time. Prices and quantities are {@code double} in whole units, for
 * observation; balances in base units are exact. Venues, places, assets and participants are indices.
 */
public sealed class MarketView permits MarketEngine {
    private static final double PIPS = 1e6;
    private static final double WEI = 1e18;

    final MarketState state;
    /** {@code [venues]}: what contracts that are venues offer; null elsewhere. */
    private final @Nullable Quoting[] quoting;

    private final @Nullable Liquidity[] liquidity;
    private final long[] levelPrices = new long[16];
    private final long[] levelLots = new long[16];

    MarketView(MarketState state) {
        this.state = state;
        int venues = state.layout.spec().venues().size();
        quoting = new Quoting[venues];
        liquidity = new Liquidity[venues];
        for (int venue : state.layout.chainVenues()) {
            quoting[venue] = venue(venue, Quoting.class).orElse(null);
            liquidity[venue] = venue(venue, Liquidity.class).orElse(null);
        }
    }

    /** What a venue on a chain offers of a capability, looking at this market; empty where it does not, and for books. */
    public final <T> Optional<T> venue(int venue, Class<T> capability) {
        return isBook(venue)
                ? Optional.empty()
                : state.layout.contracts().as(capability, venue, state.contract(venue), ledger());
    }

    /**
     * The quotes of a venue on a chain.
     *
     * @throws IllegalArgumentException if it gives none
     */
    public final Quoting quoting(int venue) {
        return offered(quoting[venue], venue, "quotes");
    }

    /** Whether a venue on a chain gives quotes. */
    public final boolean isQuoting(int venue) {
        return quoting[venue] != null;
    }

    /**
     * The liquidity of a venue on a chain.
     *
     * @throws IllegalArgumentException if nobody can provide any
     */
    public final Liquidity liquidity(int venue) {
        return offered(liquidity[venue], venue, "liquidity");
    }

    private <T> T offered(@Nullable T capability, int venue, String what) {
        if (capability == null) {
            throw new IllegalArgumentException(
                    "venue " + spec().venues().get(venue).id() + ": offers no " + what);
        }
        return capability;
    }

    final @Nullable Liquidity liquidityOf(int venue) {
        return liquidity[venue];
    }

    public final EngineSpec spec() {
        return state.layout.spec();
    }

    public final long timeNanos() {
        return state.timeNanos;
    }

    /** Events handled so far. */
    public final long events() {
        return state.handled;
    }

    public final World world() {
        return state.world;
    }

    public final Accounts accounts() {
        return state.layout.accounts();
    }

    public final EventLog log() {
        return state.settlement.log();
    }

    public final Ledger ledger() {
        return state.settlement.ledger();
    }

    /** Free base units of a participant at a place. */
    public final UInt256 balance(int participant, int place, int asset) {
        return ledger().balance(accounts().free(participant, place), asset);
    }

    /** Free whole units of a participant at a place. */
    public final double holding(int participant, int place, int asset) {
        return ledger().balanceAsDouble(accounts().free(participant, place), asset);
    }

    /** Whole units of a participant everywhere: free, held by open orders, and under way. */
    public final double totalHolding(int participant, int asset) {
        int first = accounts().free(participant, 0);
        double total = 0;
        for (int i = 0; i < accounts().accountsEach(); i++) {
            total += ledger().balanceAsDouble(first + i, asset);
        }
        return total + InTransit.onBridges(state, participant, asset);
    }

    /** Whether a bridge transfer, deposit or withdrawal of the asset is under way. */
    public final boolean inTransit(int participant, int asset) {
        return InTransit.any(state, participant, asset);
    }

    /** Liquidity shares of a participant in a pool, base units. */
    public final UInt256 shares(int participant, int pool) {
        return liquidity(pool).shares(accounts().free(participant, spec().placeOfVenue(pool)));
    }

    /** Worth of everything that a participant owns at {@link Marks#WORLD the world's prices}; quote units. */
    public final double equity(int participant) {
        return Marks.WORLD.equity(this, participant);
    }

    /** Worth of everything that a participant owns at {@link Marks#VENUES the prices that venues show}; quote units. */
    public final double equityAtVenues(int participant) {
        return Marks.VENUES.equity(this, participant);
    }

    /** Quote units per whole unit of an asset: the mid-price of its book, else a contract's price, else the last known. */
    public final double priceAtVenues(int asset) {
        if (asset == spec().quoteAsset()) {
            return 1;
        }
        int venue = state.layout.markVenue(asset);
        return venue < 0 ? state.settlement.mark(asset) : price(venue);
    }

    /** Whole quote units per whole base unit: a book's mid-price, what a contract quotes; the last mark where there is none. */
    public final double price(int venue) {
        VenueSpec spec = spec().venues().get(venue);
        double price = switch (spec) {
            case VenueSpec.Book book -> (bestBid(venue) + bestAsk(venue)) / 2;
            case VenueSpec.OnChain _ -> quotedPrice(venue);
        };
        return Double.isFinite(price) && price > 0
                ? price
                : state.settlement.mark(spec.base()) / state.settlement.mark(spec.quote());
    }

    private double quotedPrice(int venue) {
        Quoting quotes = quoting[venue];
        return quotes == null ? Double.NaN : quotes.price();
    }

    /** The world's price of an asset, quote units per whole unit; 1 for the quote asset, 0 for one the world does not know. */
    public final double worldPrice(int asset) {
        return state.settlement.mark(asset);
    }

    /** Price at which a unit could be sold now: NaN on an empty book; on a chain the price less the fee. */
    public final double bestBid(int venue) {
        return isBook(venue) ? bookPrice(venue, Side.BUY, 0) : price(venue) * (1 - feeRate(venue));
    }

    /** Price at which a unit could be bought now: NaN on an empty book; on a chain the price plus the fee. */
    public final double bestAsk(int venue) {
        return isBook(venue) ? bookPrice(venue, Side.SELL, 0) : price(venue) / (1 - feeRate(venue));
    }

    /** Price of a level of a book, 0 the best; NaN where there is none. At most 16 levels are seen. */
    public final double bookPrice(int venue, Side side, int level) {
        if (level == 0) {
            OrderBook book = book(venue);
            return book.restingOrders(side) > 0 ? book.bestPriceTicks(side) * tickSize(venue) : Double.NaN;
        }
        return level < levels(venue, side, level + 1) ? levelPrices[level] * tickSize(venue) : Double.NaN;
    }

    /** Quantity of a level of a book in base units; 0 where there is none. */
    public final double bookSize(int venue, Side side, int level) {
        return level < levels(venue, side, level + 1) ? levelLots[level] * lotSize(venue) : 0;
    }

    /**
     * Writes the best levels of a book: prices from {@code pricesAt} on, quantities in base units from {@code sizesAt} on, 0
     * where there are none.
     *
     * @param count of levels, at most 16
     */
    public final void bookLevels(int venue, Side side, int count, double[] into, int pricesAt, int sizesAt) {
        writeLevels(venue, levels(venue, side, count), count, into, pricesAt, sizesAt);
    }

    /** As {@link #bookLevels}, of what a participant could trade with: without its own orders. */
    public final void takeableLevels(
            int participant, int venue, Side side, int count, double[] into, int pricesAt, int sizesAt) {
        int seen = book(venue).takeableDepth(participant, side, count, levelPrices, levelLots);
        writeLevels(venue, seen, count, into, pricesAt, sizesAt);
    }

    private void writeLevels(int venue, int seen, int count, double[] into, int pricesAt, int sizesAt) {
        double tick = tickSize(venue);
        double lot = lotSize(venue);
        for (int level = 0; level < count; level++) {
            into[pricesAt + level] = level < seen ? levelPrices[level] * tick : 0;
            into[sizesAt + level] = level < seen ? levelLots[level] * lot : 0;
        }
    }

    private int levels(int venue, Side side, int most) {
        return book(venue).depth(side, Math.min(most, levelPrices.length), levelPrices, levelLots);
    }

    public final OrderBook book(int venue) {
        return state.book(venue).book();
    }

    public final boolean isBook(int venue) {
        return spec().venues().get(venue) instanceof VenueSpec.Book;
    }

    /** What a taker pays, as a fraction. */
    public final double feeRate(int venue) {
        return switch (spec().venues().get(venue)) {
            case VenueSpec.Book book -> spec().exchanges().get(book.exchange()).takerFeePips() / PIPS;
            case VenueSpec.OnChain _ -> quoting(venue).feeRate();
        };
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

    public final long baseFeeWei(int chain) {
        return state.chains[chain].baseFeeWei();
    }

    public final long blockNumber(int chain) {
        return state.chains[chain].blockNumber();
    }

    /** Gas units of a call that succeeds. */
    public final long gasEstimate(Call call) {
        return GasSchedule.TRANSACTION + state.layout.contracts().calls().gas(call);
    }

    /** Quote units that so much gas costs at the present base fee. */
    public final double gasCost(int chain, long gas) {
        return gas
                * (double) baseFeeWei(chain)
                / WEI
                * priceAtVenues(spec().chains().get(chain).gasAsset());
    }

    /** A transaction that can pay twice the present base fee and offers the proposer a tenth of it. */
    public final MarketCommand.SubmitTransaction transaction(int chain, Call call, long deadlineNanos) {
        long baseFee = baseFeeWei(chain);
        long tip = Math.max(1, baseFee / 10);
        return new MarketCommand.SubmitTransaction(
                chain, call, MarketCommand.NEXT_NONCE, MarketCommand.ENOUGH_GAS, 2 * baseFee + tip, tip, deadlineNanos);
    }

    /** Transactions that a participant submitted and that are neither executed nor dropped. */
    public final int pendingTransactions(int participant, int chain) {
        return state.chains[chain].waiting(participant)
                + state.network.connection(participant, chain).size();
    }

    /** Open orders of a participant on a book. */
    public final int openOrders(int participant, int venue) {
        int[] count = new int[1];
        book(venue).forEachOrder(participant, (id, owner, side, price, lots) -> count[0]++);
        return count[0];
    }

    /** Open orders of a participant on a book: bids first, best price first, oldest first. */
    public final List<OpenOrder> orders(int participant, int venue) {
        return state.book(venue).orders(participant);
    }

    /** Lots that are left of a participant's open order; 0 if it is not open. */
    public final long openLots(int participant, int venue, long clientOrderId) {
        return state.book(venue).openLots(participant, clientOrderId);
    }

    /** Whether the placement of a participant's order is on its way to a book. */
    public final boolean isUnderWay(int participant, int venue, long clientOrderId) {
        return Exposure.isUnderWay(venue, connection(participant, venue), clientOrderId);
    }

    /** Lots of a participant on their way to a side of a book: what placements and replacements ask for. */
    public final long lotsUnderWay(int participant, int venue, Side side) {
        return Exposure.lotsUnderWay(state.book(venue), connection(participant, venue), participant, side);
    }

    /** Lots of a participant that may still fill on a side of a book, at most: open, being cancelled, and on their way. */
    public final long exposedLots(int participant, int venue, Side side) {
        return Exposure.lots(state.book(venue), connection(participant, venue), participant, side);
    }

    /** Messages of a participant on their way to a place. */
    public final int messagesUnderWay(int participant, int place) {
        return state.network.connection(participant, place).size();
    }

    private Connection connection(int participant, int venue) {
        return state.network.connection(participant, spec().placeOfVenue(venue));
    }

    /** Mean time that a participant's message takes to a place. */
    public final long meanDelayNanos(int participant, int place) {
        return state.network.meanDelayNanos(participant, place);
    }

    public final Totals totals(int participant) {
        return state.settlement.totals(participant);
    }

    /** What was traded on a venue so far, each trade once, quote units at the mark of its time. */
    public final double turnover(int venue) {
        return state.settlement.turnover(venue);
    }

    final BookMarket bookMarket(int venue) {
        return state.book(venue);
    }
}
