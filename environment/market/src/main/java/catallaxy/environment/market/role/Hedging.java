package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Taker;

/**
 * Undoes, with trades elsewhere, what pools do to a seat's holdings of their base assets: what the seat owns of one, its part of the
 * pools' reserves included, is brought back towards what it owned at the opening. What then is left of a position's gain is its fees less
 * its loss versus rebalancing. What it owned first is in the seat's memory.
 */
final class Hedging {
    private final RoleSpec.LiquidityProvider spec;
    private final int memoryAt;

    /** @param memoryAt slot of the first venue's asset */
    Hedging(RoleSpec.LiquidityProvider spec, EngineSpec engine, int memoryAt) {
        for (int venue : spec.hedges()) {
            boolean quoted = engine.venues().get(venue).quote() == engine.quoteAsset();
            Checks.that(
                    quoted,
                    "hedge",
                    "a venue against the quote asset",
                    engine.venues().get(venue).id());
        }
        this.spec = spec;
        this.memoryAt = memoryAt;
    }

    void open(MarketView market, Seat seat) {
        for (int i = 0; i < spec.hedges().size(); i++) {
            seat.memory()[memoryAt + i] = owned(market, seat, i);
        }
    }

    /** Whole units of the venue's base asset that the seat owns beyond what it owned first. */
    double exposure(MarketView market, Seat seat, int index) {
        return owned(market, seat, index) - seat.memory()[memoryAt + index];
    }

    private double owned(MarketView market, Seat seat, int index) {
        int base = base(market, index);
        double owned = market.holdings(seat.participant()).total(base);
        for (int pool : spec.pools()) {
            if (market.map().venue(pool).base() == base) {
                owned += Depositing.share(market, seat, pool)
                        * market.offered(pool, Liquidity.class).base();
            }
        }
        return owned;
    }

    private int base(MarketView market, int index) {
        return market.map().venue(spec.hedges().get(index)).base();
    }

    /** Whether there is something to undo, and nothing on its way that may have undone it. */
    boolean canTrade(MarketView market, Seat seat, int index) {
        double worth =
                StrictMath.abs(exposure(market, seat, index)) * market.prices().atVenues(base(market, index));
        return worth > spec.minTradeQuote()
                && !UnderWay.to(market, seat, spec.hedges().get(index));
    }

    /** Undoes a share of the exposure. */
    void trade(MarketView market, Gateway gateway, Seat seat, int index, double share) {
        double base = share * seat.scale() * exposure(market, seat, index);
        int venue = spec.hedges().get(index);
        MarketMap.Venue pair = market.map().venue(venue);
        double quote = -base * market.prices().atVenues(pair.base());
        if (base > 0 && base * market.prices().atVenues(pair.base()) >= spec.minTradeQuote()) {
            Taker.sell(market, gateway, venue, base, spec.maxSlippage(), seat.nextOrderId());
        } else if (quote > 0 && quote >= spec.minTradeQuote()) {
            Taker.buy(market, gateway, venue, quote, spec.maxSlippage(), seat.nextOrderId());
        }
    }
}
