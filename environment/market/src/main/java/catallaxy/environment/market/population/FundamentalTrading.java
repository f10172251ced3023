package catallaxy.environment.market.population;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.base.number.UInt256;
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
record FundamentalTrading(FundamentalSpec spec) implements Act {
    private static final double BPS = 1e-4;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        int venue = account.draw(spec.venues());
        bidForRound(market, account, market.spec().placeOfVenue(venue));
        double quote = GroupAccount.inQuoteOf(market, venue, account.draw(spec.tradeSize()));
        double fair = WorldPrice.of(market, venue);
        double deviation = market.price(venue) / fair - 1;
        double tolerated = spec.thresholdBps() * BPS + market.feeRate(venue);
        if (StrictMath.abs(deviation) > tolerated) {
            Side side = deviation < 0 ? Side.BUY : Side.SELL;
            switch (market.spec().venues().get(venue)) {
                case VenueSpec.OnChain contract ->
                    swap(market, account, contract, venue, new Wanted(side, quote, fair));
                case VenueSpec.Book _ -> order(market, account, venue, new Wanted(side, quote, fair));
            }
        }
    }

    /** A bid takes the place of the group's earlier one for the same round. */
    private void bidForRound(MarketEngine market, GroupAccount account, int place) {
        if (spec.laneBidQuote() == 0 || !market.map().isChain(place)) {
            return;
        }
        ChainView chain = market.chain(place);
        if (chain.openRound() >= 0) {
            double whole = spec.laneBidQuote() / market.prices().worth(chain.gasAsset());
            UInt256 wei = market.toUnits(chain.gasAsset(), whole);
            market.submit(account.participant(), new MarketCommand.BidForRound(place, chain.openRound(), wei));
        }
    }

    /**
     * What an arrival wants.
     *
     * @param quote size, in units of the venue's quote asset
     * @param fair  the world's price
     */
    private record Wanted(Side side, double quote, double fair) {}

    private void swap(MarketEngine market, GroupAccount account, VenueSpec.OnChain pool, int venue, Wanted wanted) {
        Quoting quotes = market.quoting(venue);
        boolean buys = wanted.side() == Side.BUY;
        double fair = wanted.fair();
        int assetIn = buys ? pool.quote() : pool.base();
        double size = buys
                ? StrictMath.min(wanted.quote(), quotes.inTo(assetIn, 1 / fair))
                : StrictMath.min(wanted.quote() / fair, quotes.inTo(assetIn, fair));
        double in = StrictMath.min(size, account.spendable(market, pool.chain(), assetIn));
        double out = quotes.out(assetIn, in);
        double gain = (buys ? out * fair - in : out - in * fair) * market.priceAtVenues(pool.quote());
        if (gain > Gas.ofSwapQuote(market, venue)) {
            int assetOut = buys ? pool.base() : pool.quote();
            Taker.swap(
                    market,
                    market.gateway(account.participant()),
                    venue,
                    assetIn,
                    in,
                    assetOut,
                    out * (1 - GroupAccount.MAX_SLIPPAGE));
        }
    }

    private void order(MarketEngine market, GroupAccount account, int venue, Wanted wanted) {
        Side side = wanted.side();
        double fair = wanted.fair();
        double fee = market.feeRate(venue);
        double limit = side == Side.BUY ? fair / (1 + fee) : fair / (1 - fee);
        long lots = market.toLots(venue, wanted.quote() / fair);
        account.place(
                market,
                venue,
                side,
                TimeInForce.IOC,
                StrictMath.max(1, Ticks.of(market.limitOrders(venue), side, limit)),
                lots);
    }
}
