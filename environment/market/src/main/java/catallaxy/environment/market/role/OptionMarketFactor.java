package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.view.Factor;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What markets of options say of the risk that others see. */
public final class OptionMarketFactor implements FactorKind {
    private static final Quantity NEAR = new Quantity("implied_volatility_near");
    private static final Quantity FAR = new Quantity("implied_volatility_far");
    private static final Quantity RATIO = new Quantity("put_call_ratio");
    private static final Quantity EXPOSURE = new Quantity("gamma_exposure");

    @Override
    public String name() {
        return "option-market";
    }

    @Override
    public String summary() {
        return "Implied volatilities, put/call ratio and gamma exposure of each market of options";
    }

    @Override
    public String detail() {
        return "Volatility at the money, per square root of a year, of the nearest and of the farthest expiry that is dealt in, 0 where none is;"
                + " open puts over open calls, 0 without calls; what the vault would sell of the underlying for each hundredth by which it"
                + " rises to stay as hedged as it is, in the quote asset.";
    }

    @Override
    public List<Factor<FactorSight>> in(RoleSite site, SeatSpec agent) {
        EngineSpec engine = site.engine();
        List<Factor<FactorSight>> factors = IntStream.range(0, engine.venues().size())
                .filter(venue -> engine.venues().get(venue) instanceof VenueSpec.OnChain contract
                        && Kinds.registered().capabilities(contract).contains(OptionMarket.class))
                .boxed()
                .flatMap(venue -> of(engine.map(), venue))
                .toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException(name() + ": the market has no market of options");
        }
        return factors;
    }

    @Override
    public List<RoleKind.ExampleVenue> exampleVenues() {
        return List.of(new RoleKind.ExampleVenue(
                "options",
                "{ kind = options, chain = rollup, base = ETH, quote = USDC, strikes = [3000], vault-base = 10,"
                        + " vault-quote = 30000 }"));
    }

    private static Stream<Factor<FactorSight>> of(MarketMap map, int venue) {
        MarketMap.Venue at = map.venue(venue);
        Subject subject = new Subject.Venue(
                at.id(),
                map.assets().get(at.base()).symbol(),
                map.assets().get(at.quote()).symbol());
        return Stream.of(
                of(
                        new Feature(NEAR.of(subject), "1/sqrt(yr)", 0, Double.POSITIVE_INFINITY),
                        venue,
                        OptionMarketFactor::near),
                of(
                        new Feature(FAR.of(subject), "1/sqrt(yr)", 0, Double.POSITIVE_INFINITY),
                        venue,
                        OptionMarketFactor::far),
                of(
                        new Feature(RATIO.of(subject), "ratio", 0, Double.POSITIVE_INFINITY),
                        venue,
                        OptionMarket::putCallRatio),
                of(
                        new Feature(EXPOSURE.of(subject), "quote", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                        venue,
                        OptionMarket::gammaExposure));
    }

    private static Factor<FactorSight> of(Feature feature, int venue, ToDoubleFunction<OptionMarket> number) {
        return new Factor<>(feature, seen -> number.applyAsDouble(seen.market().offered(venue, OptionMarket.class)));
    }

    private static double near(OptionMarket options) {
        return options.expiries().stream()
                .mapToDouble(options::volatilityAtMoney)
                .filter(volatility -> !Double.isNaN(volatility))
                .findFirst()
                .orElse(0);
    }

    private static double far(OptionMarket options) {
        double volatility = options.volatilityAtMoney(options.expiries().getLast());
        return Double.isNaN(volatility) ? 0 : volatility;
    }
}
