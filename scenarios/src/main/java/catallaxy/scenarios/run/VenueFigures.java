package catallaxy.scenarios.run;

import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.folder.VenueTotals;

/** What a summary says of a venue at the end of a run. Pure functions. */
final class VenueFigures {
    private static final double BPS = 1e4;
    private static final double PIPS_PER_BPS = 100;

    private VenueFigures() {}

    static VenueTotals of(RunNames names, int venue, long trades) {
        VenueSpec spec = names.venue(venue);
        MarketEngine engine = names.engine();
        return new VenueTotals(
                spec.id(),
                kind(spec),
                names.asset(spec.base()),
                names.asset(spec.quote()),
                trades,
                RunDecimals.rounded(engine.turnover(venue)),
                RunDecimals.rounded(engine.price(venue)),
                RunDecimals.rounded(spreadBps(engine, venue, spec)),
                RunDecimals.rounded(BPS * engine.feeRate(venue)),
                makerFeeBps(engine, spec));
    }

    private static String kind(VenueSpec venue) {
        return switch (venue) {
            case VenueSpec.Book book ->
                book.derivative().map(DerivativeSpec::kind).orElse("book");
            case VenueSpec.OnChain contract ->
                Kinds.registered().venueOf(contract).name();
        };
    }

    private static double spreadBps(MarketEngine engine, int venue, VenueSpec spec) {
        return switch (spec) {
            case VenueSpec.Book book -> BPS * (engine.bestAsk(venue) - engine.bestBid(venue)) / engine.price(venue);
            case VenueSpec.OnChain _ -> Double.NaN;
        };
    }

    private static double makerFeeBps(MarketEngine engine, VenueSpec spec) {
        return switch (spec) {
            case VenueSpec.Book book ->
                engine.spec().exchanges().get(book.exchange()).makerFeePips() / PIPS_PER_BPS;
            case VenueSpec.OnChain _ -> Double.NaN;
        };
    }
}
