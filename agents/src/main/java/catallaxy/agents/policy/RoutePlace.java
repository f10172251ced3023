package catallaxy.agents.policy;

import catallaxy.agents.model.PriceImpact;
import catallaxy.environment.api.Account;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Where one leg of a route settles, and what an account has there.
 *
 * @param group     venue and pair
 * @param place     index
 * @param chain     its name; empty for an exchange
 * @param base      asset that is traded
 * @param quote     asset that it is paid with
 * @param gasIsBase whether gas there is paid in the base asset
 */
record RoutePlace(String group, int place, String chain, Asset base, Asset quote, boolean gasIsBase) {
    /** An asset and how many of its smallest units make one. */
    record Asset(int index, String symbol, double units) {
        private static Asset of(EngineSpec engine, int index) {
            AssetSpec spec = engine.assets().get(index);
            return new Asset(index, spec.symbol(), StrictMath.pow(10, spec.decimals()));
        }
    }

    static RoutePlace of(EngineSpec engine, int venue) {
        VenueSpec spec = engine.venues().get(venue);
        Asset base = Asset.of(engine, spec.base());
        Asset quote = Asset.of(engine, spec.quote());
        int place = engine.placeOfVenue(venue);
        boolean onChain = place < engine.chains().size();
        return new RoutePlace(
                PriceImpact.group(spec.id(), base.symbol() + "-" + quote.symbol()),
                place,
                onChain ? engine.placeId(place) : "",
                base,
                quote,
                onChain && engine.chains().get(place).gas().gasAsset() == spec.base());
    }

    boolean isOnChain() {
        return !chain.isEmpty();
    }

    /** Free base units at the place, whole. */
    double baseOf(Account account) {
        return account.balance(place, base.index()).doubleValue() / base.units();
    }

    /** Free quote units at the place, whole. */
    double quoteOf(Account account) {
        return account.balance(place, quote.index()).doubleValue() / quote.units();
    }
}
