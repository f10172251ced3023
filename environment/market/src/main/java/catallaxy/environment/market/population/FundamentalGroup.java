package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Taker;
import catallaxy.environment.market.trading.Ticks;
import catallaxy.environment.market.trading.WorldPrice;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Traders that know the world's price P and trade a venue towards it: each arrival looks at one venue and, if its price is
 * off by more than threshold and fee together, buys below or sells above.
 *
 * <p>On a pool the trade ends, at the latest, where one more unit would, fee paid, cost P; it is left out if at P it
 * would not earn its gas. On a book it is an immediate-or-cancel order with a limit at which, fee paid, P is paid.
 */
final class FundamentalGroup implements PopulationGroup {
    private static final double BPS = 1e-4;

    private final GroupSpec.Fundamental spec;
    private final int[] venues;
    private final GroupAccount account;
    private final Arrivals arrivals;

    private FundamentalGroup(GroupSpec.Fundamental spec, int[] venues, GroupAccount account, Arrivals arrivals) {
        this.spec = spec;
        this.venues = venues;
        this.account = account;
        this.arrivals = arrivals;
    }

    static FundamentalGroup open(GroupSpec.Fundamental spec, GroupAccount account, MarketEngine market) {
        return new FundamentalGroup(
                spec, GroupAccount.venues(spec), account, Arrivals.open(market, spec.ratePerHour(), account.random()));
    }

    @Override
    public int participant() {
        return account.participant();
    }

    @Override
    public long nextWakeNanos() {
        return arrivals.nextNanos();
    }

    @Override
    public void wake(MarketEngine market) {
        if (arrivals.take(market, account.random())) {
            act(market);
        }
    }

    private void act(MarketEngine market) {
        int venue = account.draw(venues);
        double quote = GroupAccount.inQuoteOf(market, venue, account.draw(spec.tradeSize()));
        double fair = WorldPrice.of(market, venue);
        double deviation = market.price(venue) / fair - 1;
        double tolerated = spec.thresholdBps() * BPS + market.feeRate(venue);
        if (StrictMath.abs(deviation) > tolerated) {
            Side side = deviation < 0 ? Side.BUY : Side.SELL;
            switch (market.spec().venues().get(venue)) {
                case VenueSpec.OnChain contract -> swap(market, venue, contract, side, quote, fair);
                case VenueSpec.Book _ -> order(market, venue, side, quote, fair);
            }
        }
    }

    private void swap(MarketEngine market, int venue, VenueSpec.OnChain pool, Side side, double quote, double fair) {
        Quoting quotes = market.quoting(venue);
        boolean buys = side == Side.BUY;
        int assetIn = buys ? pool.quote() : pool.base();
        double wanted = buys
                ? StrictMath.min(quote, quotes.inTo(assetIn, 1 / fair))
                : StrictMath.min(quote / fair, quotes.inTo(assetIn, fair));
        double in = StrictMath.min(wanted, Gas.spendable(market, participant(), pool.chain(), assetIn));
        double out = quotes.out(assetIn, in);
        double gain = (buys ? out * fair - in : out - in * fair) * market.priceAtVenues(pool.quote());
        if (gain > Gas.ofSwapQuote(market, venue)) {
            int assetOut = buys ? pool.base() : pool.quote();
            Taker.swap(
                    market,
                    market.gateway(participant()),
                    venue,
                    assetIn,
                    in,
                    assetOut,
                    out * (1 - GroupAccount.MAX_SLIPPAGE));
        }
    }

    private void order(MarketEngine market, int venue, Side side, double quote, double fair) {
        double fee = market.feeRate(venue);
        double limit = side == Side.BUY ? fair / (1 + fee) : fair / (1 - fee);
        long lots = market.toLots(venue, quote / fair);
        account.place(
                market,
                venue,
                side,
                TimeInForce.IOC,
                StrictMath.max(1, Ticks.of(market.limitOrders(venue), side, limit)),
                lots);
    }

    @Override
    public FundamentalGroup copy() {
        return new FundamentalGroup(spec, venues, account.copy(), arrivals.copy());
    }

    @Override
    public void save(StateWriter out) {
        account.save(out);
        arrivals.save(out);
    }

    static FundamentalGroup load(StateReader in, GroupSpec.Fundamental spec, MarketEngine market) {
        return new FundamentalGroup(
                spec, GroupAccount.venues(spec), GroupAccount.load(in), Arrivals.load(in, market, spec.ratePerHour()));
    }
}
