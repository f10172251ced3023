package catallaxy.environment.market.margin;

import catallaxy.environment.base.check.Checks;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The margin of a market; rates are of a position's worth at the mark price, amounts are rounded up. Where there are tiers, a worth w in
 * one of rate r needs {@code r w − a}, with {@code a = Σ floor · (rate − rate of the tier below)} over the tiers up to it: each part of
 * the worth needs what the tier says in which it lies. So do the exchanges that publish a maintenance amount beside each rate, as
 * <a href="https://www.binance.com/en/support/faq/leverage-and-margin-of-usd%E2%93%A2-m-futures-360033162192">Binance</a> does.
 *
 * @param margin               what stands behind a position
 * @param initialMarginPips    what must be there for a position or an order that enlarges one, millionths: one over the greatest leverage
 * @param maintenanceMarginPips below which a position is liquidated, millionths
 * @param liquidationFeePips   of what is liquidated, paid into the insurance fund as far as the margin goes, millionths
 * @param insuranceQuote       what is in the insurance fund at the start, whole units of the market's quote asset
 * @param tiers                for what is worth more, from the smallest on; rates never fall
 */
public record MarginRates(
        MarginMode margin,
        long initialMarginPips,
        long maintenanceMarginPips,
        long liquidationFeePips,
        double insuranceQuote,
        List<MarginTier> tiers) {
    private static final long ALL = 1_000_000;

    public MarginRates {
        Checks.present("margin", "cross or isolated", margin);
        Checks.inRange("initialMarginPips", initialMarginPips, 1, ALL);
        Checks.inRange("maintenanceMarginPips", maintenanceMarginPips, 1, ALL);
        Checks.that(
                maintenanceMarginPips <= initialMarginPips,
                "maintenanceMarginPips",
                "at most the initial margin",
                maintenanceMarginPips);
        Checks.inRange("liquidationFeePips", liquidationFeePips, 0, ALL);
        Checks.inRange("insuranceQuote", insuranceQuote, 0, 1e12);
        tiers = List.copyOf(tiers);
        requireRising(initialMarginPips, maintenanceMarginPips, tiers);
    }

    /** One rate for every worth. */
    public MarginRates(
            MarginMode margin,
            long initialMarginPips,
            long maintenanceMarginPips,
            long liquidationFeePips,
            double insuranceQuote) {
        this(margin, initialMarginPips, maintenanceMarginPips, liquidationFeePips, insuranceQuote, List.of());
    }

    private static void requireRising(long initialPips, long maintenancePips, List<MarginTier> tiers) {
        long floor = 0;
        long initial = initialPips;
        long maintenance = maintenancePips;
        for (MarginTier tier : tiers) {
            tier.requireAbove(floor, initial, maintenance);
            floor = tier.floorUnits();
            initial = tier.initialMarginPips();
            maintenance = tier.maintenanceMarginPips();
        }
    }

    /** What must be there for a position of a worth, rounded up. */
    public long initial(long worth) {
        return ceil(worth, initialMarginPips, MarginTier::initialMarginPips);
    }

    /** Below which a position of a worth is liquidated, rounded up. */
    public long maintenance(long worth) {
        return ceil(worth, maintenanceMarginPips, MarginTier::maintenanceMarginPips);
    }

    private long ceil(long worth, long firstPips, ToLongFunction<MarginTier> pips) {
        if (tiers.isEmpty()) {
            return RatedAmounts.ceil(worth, firstPips, RatedAmounts.MILLION);
        }
        long units = 0;
        long millionths = 0;
        long floor = 0;
        long rate = firstPips;
        for (int next = 0; floor < worth; next++) {
            long top = next == tiers.size()
                    ? worth
                    : Math.min(worth, tiers.get(next).floorUnits());
            units = Math.addExact(units, Math.multiplyExact((top - floor) / RatedAmounts.MILLION, rate));
            millionths += (top - floor) % RatedAmounts.MILLION * rate;
            floor = top;
            rate = next == tiers.size() ? rate : pips.applyAsLong(tiers.get(next));
        }
        return Math.addExact(units, Math.ceilDiv(millionths, RatedAmounts.MILLION));
    }

    /** The greatest floor of a tier that is less than a worth; 0 where there is none. */
    public long floorBelow(long worth) {
        long floor = 0;
        for (MarginTier tier : tiers) {
            floor = tier.floorUnits() < worth ? tier.floorUnits() : floor;
        }
        return floor;
    }

    /** What the liquidation of a worth costs at most, rounded up. */
    public long liquidationFee(long worth) {
        return RatedAmounts.ceil(worth, liquidationFeePips, RatedAmounts.MILLION);
    }

    /**
     * The mark at which a position has no more than its maintenance margin: where {@code before + lots · price} is what is needed.
     * Rates never fall, so that margin is the greatest of the tiers' lines, and the price the first that one of them says.
     *
     * @param lots   quote units a tick, negative of a short position
     * @param before what there would be at a price of 0, less what is needed elsewhere; quote units
     * @return ticks
     */
    public double liquidationTicks(double lots, double before) {
        double rate = maintenanceMarginPips / 1e6;
        double ticks = -before / (lots - rate * Math.abs(lots));
        double deduction = 0;
        for (MarginTier tier : tiers) {
            double tierRate = tier.maintenanceMarginPips() / 1e6;
            deduction += tier.floorUnits() * (tierRate - rate);
            rate = tierRate;
            double ofTier = -(before + deduction) / (lots - rate * Math.abs(lots));
            ticks = lots > 0 ? Math.max(ticks, ofTier) : Math.min(ticks, ofTier);
        }
        return ticks;
    }
}
