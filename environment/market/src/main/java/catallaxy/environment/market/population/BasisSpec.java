package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * Traders of the basis: they sell a derivative where it is dearer than its index, buy it where it is cheaper, and hold the opposite of
 * their position in the asset itself, so that what they earn is the basis and the funding.
 *
 * @param group        where they act: markets of derivatives, and venues where the same assets are exchanged for each other, where
 *                     positions are hedged at arrivals there; with none of these they are not
 * @param ratePerHour  mean arrivals per hour
 * @param tradeSize    the most of a derivative that is traded at an arrival there
 * @param thresholdBps distance from the index, beyond the fee, from which they trade, basis points
 * @param maxLeverage  largest position for each quote unit that stands behind it
 * @param fundingPayments for how many payments they hold a position; they trade for the funding alone, where so many of the expected
 *                     rate are more than threshold and fee; 0 for those who expect the basis to vanish by itself
 */
public record BasisSpec(
        Group group,
        double ratePerHour,
        TradeSize tradeSize,
        double thresholdBps,
        double maxLeverage,
        double fundingPayments)
        implements GroupSpec {
    public BasisSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("thresholdBps", thresholdBps, 0, 10_000);
        Checks.inRange("maxLeverage", maxLeverage, 0.01, 1_000);
        Checks.inRange("fundingPayments", fundingPayments, 0, 10_000);
    }

    @Override
    public void check(EngineSpec engine) {
        List<VenueSpec> traded = venues().stream().map(engine.venues()::get).toList();
        Checks.that(
                traded.stream().anyMatch(VenueNeed.DERIVATIVES.fits()),
                "venues",
                "a perpetual or a future among them",
                traded.stream().map(VenueSpec::id).toList());
    }

    /** Those who trade for the basis, which they expect to vanish. */
    public BasisSpec(Group group, double ratePerHour, TradeSize tradeSize, double thresholdBps, double maxLeverage) {
        this(group, ratePerHour, tradeSize, thresholdBps, maxLeverage, 0);
    }
}
