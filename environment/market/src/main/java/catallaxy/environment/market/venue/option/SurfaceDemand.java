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

    /** After a trade of a series. */
    static void note(OptionFrame frame, int series, Int256 change) {
        OptionSpec.Demand demand = frame.spec().terms().demand();
        if (demand.push() > 0) {
            double quantity = frame.prices().whole(frame.spec().base(), change.magnitude());
            OptionFlow flow = frame.state()
                    .flow()
                    .traded(
                            series,
                            change.isNegative() ? -quantity : quantity,
                            frame.frame().timeNanos(),
                            demand.halfLifeNanos());
            List<SurfaceQuote> targets = targets(frame, flow);
            double level = frame.state().memory().volatility();
            QuotedSurface moved = SurfaceFit.near(frame.state().surface(), level, targets);
            frame.contract().become(frame.state().moved(flow, moved));
        }
    }

    private static List<SurfaceQuote> targets(OptionFrame frame, OptionFlow flow) {
        List<SurfaceQuote> targets = new ArrayList<>();
        double level = frame.state().memory().volatility();
        OptionPricing first = new OptionPricing(
                frame.spec().terms().surface(),
                0,
                frame.prices().underlying(),
                level,
                frame.frame().timeNanos());
        for (int i = 0; i < frame.spec().series().size(); i++) {
            OptionPricing.Priced priced = frame.prices().priced(i);
            double years = first.years(priced);
            if (years > 0) {
                double pushed =
                        frame.spec().terms().demand().push() * flow.quantities().get(i) / capacity(frame, priced);
                double volatility =
                        first.volatility(priced) * StrictMath.exp(StrictMath.max(-2, StrictMath.min(2, pushed)));
                double logMoneyness = StrictMath.log(priced.strike() / first.underlying());
                targets.add(new SurfaceQuote(years, logMoneyness, volatility, 1));
            }
        }
        return targets;
    }

    /** Whole options of a strike for which the vault started with collateral, at least one. */
    private static double capacity(OptionFrame frame, OptionPricing.Priced priced) {
        OptionSpec spec = frame.spec();
        double base = frame.prices().whole(spec.base(), spec.vaultBase());
        double quote = frame.prices().whole(spec.quote(), spec.vaultQuote()) / priced.strike();
        return StrictMath.max(1, StrictMath.max(base, quote));
    }
}
