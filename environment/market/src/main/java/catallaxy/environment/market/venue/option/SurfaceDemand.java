package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.Int256;
import java.util.ArrayList;
import java.util.List;

/**
 * How demand moves the surface. What others lately bought of a series less what they sold, n, moves its volatility to
 * {@code σ exp(push · n / N)}, σ that of the surface with which the vault started and N the options for which it started with
 * collateral; a surface without arbitrage is then fitted to the volatilities of all series that have not expired. Without state.
 */
final class SurfaceDemand {
    private SurfaceDemand() {}

    /** A state with the flow and the surface after a trade of a series; itself where trades move nothing. */
    static OptionState after(OptionPrices prices, OptionState state, int series, Int256 change) {
        OptionSpec.Demand demand = prices.spec().terms().demand();
        if (!(demand.push() > 0)) {
            return state;
        }
        double quantity = prices.whole(prices.spec().base(), change.magnitude());
        OptionFlow flow = state.flow()
                .traded(
                        series,
                        change.isNegative() ? -quantity : quantity,
                        prices.market().timeNanos(),
                        demand.halfLifeNanos());
        double level = state.memory().volatility();
        return state.moved(flow, SurfaceFit.near(state.surface(), level, targets(prices, flow)));
    }

    private static List<SurfaceQuote> targets(OptionPrices prices, OptionFlow flow) {
        List<SurfaceQuote> targets = new ArrayList<>();
        double level = prices.state().memory().volatility();
        OptionPricing first = new OptionPricing(
                prices.spec().terms().surface(),
                0,
                prices.underlying(),
                level,
                prices.market().timeNanos());
        for (int i = 0; i < prices.spec().series().size(); i++) {
            OptionPricing.Priced priced = prices.priced(i);
            double years = first.years(priced);
            if (years > 0) {
                double pushed = prices.spec().terms().demand().push()
                        * flow.quantities().get(i)
                        / capacity(prices, priced);
                double volatility =
                        first.volatility(priced) * StrictMath.exp(StrictMath.max(-2, StrictMath.min(2, pushed)));
                double logMoneyness = StrictMath.log(priced.strike() / first.underlying());
                targets.add(new SurfaceQuote(years, logMoneyness, volatility, 1));
            }
        }
        return targets;
    }

    /** Whole options of a strike for which the vault started with collateral, at least one. */
    private static double capacity(OptionPrices prices, OptionPricing.Priced priced) {
        OptionSpec spec = prices.spec();
        double base = prices.whole(spec.base(), spec.vaultBase());
        double quote = prices.whole(spec.quote(), spec.vaultQuote()) / priced.strike();
        return StrictMath.max(1, StrictMath.max(base, quote));
    }
}
