package catallaxy.scenarios.file.market;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.margin.MarginTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The tiers of a market's margin as a scenario lists them, a place in each list for each tier.
 *
 * @param tierFloors               from which worth on each holds, whole units of the quote asset
 * @param tierInitialMarginBps     basis points
 * @param tierMaintenanceMarginBps basis points
 */
public record MarginTierColumns(
        List<Double> tierFloors, List<Double> tierInitialMarginBps, List<Double> tierMaintenanceMarginBps) {
    private static final int MOST = 100;

    public MarginTierColumns {
        tierFloors = List.copyOf(tierFloors);
        tierInitialMarginBps = List.copyOf(tierInitialMarginBps);
        tierMaintenanceMarginBps = List.copyOf(tierMaintenanceMarginBps);
        Checks.inRange("tierFloors", tierFloors.size(), 0, MOST);
        requireRising("tierFloors", tierFloors, 1e-9, 1e15, true);
        requireRising("tierInitialMarginBps", tierInitialMarginBps, 0.01, 10_000, false);
        requireRising("tierMaintenanceMarginBps", tierMaintenanceMarginBps, 0.01, 10_000, false);
        requireAsMany("tierInitialMarginBps", tierFloors, tierInitialMarginBps);
        requireAsMany("tierMaintenanceMarginBps", tierFloors, tierMaintenanceMarginBps);
        for (int i = 0; i < tierFloors.size(); i++) {
            boolean below = tierMaintenanceMarginBps.get(i) <= tierInitialMarginBps.get(i);
            Checks.that(
                    below,
                    "tierMaintenanceMarginBps",
                    "at most the initial margin of each tier",
                    tierMaintenanceMarginBps);
        }
    }

    private static void requireRising(
            String component, List<Double> column, double low, double high, boolean strictly) {
        double before = strictly ? 0 : low;
        for (double each : column) {
            Checks.inRange(component, each, low, high);
            boolean rises = strictly ? each > before : each >= before;
            Checks.that(rises, component, strictly ? "numbers that rise" : "numbers that do not fall", column);
            before = each;
        }
    }

    private static void requireAsMany(String component, List<Double> floors, List<Double> column) {
        String expected = "as many numbers as tier-floors has, " + floors.size();
        Checks.that(column.size() == floors.size(), component, expected, column);
    }

    /** The tiers, with floors in base units of a quote asset of so many decimals, rounded down, at least one. */
    List<MarginTier> tiers(int decimals) {
        List<MarginTier> tiers = new ArrayList<>();
        for (int i = 0; i < tierFloors.size(); i++) {
            BigDecimal units = BigDecimal.valueOf(tierFloors.get(i)).scaleByPowerOfTen(decimals);
            long floor = units.setScale(0, RoundingMode.DOWN)
                    .max(BigDecimal.ONE)
                    .min(BigDecimal.valueOf(Long.MAX_VALUE))
                    .longValueExact();
            tiers.add(new MarginTier(floor, pips(tierInitialMarginBps.get(i)), pips(tierMaintenanceMarginBps.get(i))));
        }
        return tiers;
    }

    private static long pips(double bps) {
        return Math.round(bps * 100);
    }
}
