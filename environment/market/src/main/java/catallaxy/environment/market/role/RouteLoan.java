package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.FlashCredit;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/**
 * The flash loans that pay for trades along a route of two venues of one chain: of the quote asset, from a venue that leaves both usable.
 *
 * @param chain index
 * @param quote the asset that is borrowed
 * @param path  the two venues, in either order
 */
record RouteLoan(int chain, int quote, List<Integer> path) {
    /** Those for a route; empty where it is not between two venues of one chain, or no venue lends there. */
    static Optional<RouteLoan> of(EngineSpec engine, RoleSpec.Route route) {
        return isThere(engine.venues(), route)
                ? Optional.of(new RouteLoan(
                        engine.placeOfVenue(route.venueA()),
                        engine.venues().get(route.venueA()).quote(),
                        List.of(route.venueA(), route.venueB())))
                : Optional.empty();
    }

    /** Whether a market has a lender for a route. */
    static boolean isThere(List<VenueSpec> venues, RoleSpec.Route route) {
        return venues.get(route.venueA()) instanceof VenueSpec.OnChain a
                && venues.get(route.venueB()) instanceof VenueSpec.OnChain b
                && a.chain() == b.chain()
                && FlashCredit.isThere(venues, a, b, a.quote());
    }

    /** Who lends for a trade of so many base units, or as much of it as there is: whoever asks the least part. */
    Optional<FlashLender> lender(MarketView market, UInt256 wanted) {
        return wanted.isZero() ? Optional.empty() : FlashCredit.best(market, chain, quote, wanted, path);
    }

    /**
     * What a loan costs and gives.
     *
     * @param fee      part of the amount
     * @param most     quote units
     * @param gasQuote what it adds to the gas of a trade, quote units
     */
    record Terms(double fee, double most, double gasQuote) {
        static final Terms NONE = new Terms(0, 0, 0);
    }

    /** The terms of a loan of at most so many quote units now; nothing where nobody lends. */
    Terms terms(MarketView market, double wanted) {
        UInt256 units = market.map().units(quote, wanted);
        return lender(market, units).map(lender -> terms(market, lender, units)).orElse(Terms.NONE);
    }

    private Terms terms(MarketView market, FlashLender lender, UInt256 wanted) {
        UInt256 amount = FlashCredit.lendable(lender, quote, wanted);
        Call swap = new Call.Swap(path, quote, amount, UInt256.ZERO);
        double gas = Gas.costQuote(market, chain, lender.flashLoan(quote, amount, swap))
                - Gas.costQuote(market, chain, swap);
        double fee = lender.flashFee(quote, amount).doubleValue() / amount.doubleValue();
        return new Terms(fee, market.map().whole(quote, lender.flashMost(quote)), gas);
    }
}
