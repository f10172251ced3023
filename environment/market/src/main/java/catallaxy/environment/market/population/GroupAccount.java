package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Taker;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/** What every group has: its participant, its random stream, and the count of its orders. Owned by the group. */
public final class GroupAccount {
    /** Fraction by which a swap's output may fall short of the quote that the trader saw. */
    static final double MAX_SLIPPAGE = 0.005;

    private final int participant;
    private final RandomStream random;
    private long nextOrderId;

    GroupAccount(int participant, RandomStream random) {
        this(participant, random, 0);
    }

    private GroupAccount(int participant, RandomStream random, long nextOrderId) {
        this.participant = participant;
        this.random = random;
        this.nextOrderId = nextOrderId;
    }

    /** The participant as whom the group acts. */
    public int participant() {
        return participant;
    }

    /** The group's stream, {@code population/<id>}. */
    public RandomStream random() {
        return random;
    }

    /** One of the venues, each with the same probability. One word. */
    public int draw(List<Integer> venues) {
        return venues.get(random.nextInt(venues.size()));
    }

    /** Size of a trade, quote units. One word. */
    public double draw(TradeSize size) {
        double sigma = size.logStandardDeviation();
        return size.meanQuote() * StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    /** Buys or sells at once for so many quote units: a market order on a book, a swap on a pool. */
    public void trade(MarketEngine market, int venue, Side side, double quoteUnits) {
        trade(market, venue, side, quoteUnits, MAX_SLIPPAGE);
    }

    /** The same where a swap may fall short of the present quote by a fraction. */
    public void trade(MarketEngine market, int venue, Side side, double quoteUnits, double maxSlippage) {
        double price = market.price(venue);
        double quote = inQuoteOf(market, venue, quoteUnits);
        double base = quote / price;
        if (market.spec().venues().get(venue) instanceof VenueSpec.Book) {
            place(market, venue, side, TimeInForce.IOC, MarketCommand.ANY_PRICE, market.toLots(venue, base));
        } else if (side == Side.BUY) {
            Taker.buy(market, market.gateway(participant), venue, quote, maxSlippage, nextOrderId);
        } else {
            Taker.sell(market, market.gateway(participant), venue, base, maxSlippage, nextOrderId);
        }
    }

    /** Worth in units of a venue's quote asset. */
    public static double inQuoteOf(MarketEngine market, int venue, double quoteUnits) {
        return quoteUnits
                / market.priceAtVenues(market.spec().venues().get(venue).quote());
    }

    /** Places an order of at least one lot; returns its id, or −1 for less than a lot. */
    public long place(MarketEngine market, int venue, Side side, TimeInForce timeInForce, long ticks, long lots) {
        if (lots <= 0) {
            return -1;
        }
        long id = nextOrderId++;
        market.submit(participant, new MarketCommand.PlaceOrder(venue, side, timeInForce, id, ticks, lots));
        return id;
    }

    /** Whole units of an asset that it may spend at a place; of the gas asset, less what gas may need. */
    public double spendable(MarketEngine market, int place, int asset) {
        return Gas.spendable(market, participant, place, asset);
    }

    /** Sends a transaction that is dropped if it is in no block after so many. */
    public void send(MarketEngine market, int chain, Call call, int patienceBlocks) {
        Gas.send(market, market.gateway(participant), chain, call, patienceBlocks);
    }

    void divert(long luck) {
        random.divert(luck);
    }

    GroupAccount copy() {
        return new GroupAccount(participant, random.copy(), nextOrderId);
    }

    void save(StateWriter out) {
        out.int32(participant).int64(nextOrderId);
        random.save(out);
    }

    static GroupAccount load(StateReader in) {
        int participant = in.int32();
        long nextOrderId = in.int64();
        return new GroupAccount(participant, RandomStream.load(in), nextOrderId);
    }
}
