package catallaxy.environment.market.population;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import java.util.OptionalDouble;

/**
 * Keeps a ladder of resting orders around the world's price on order books.
 *
 * @param group where it acts
 * @param levels         orders on each side
 * @param halfSpreadBps  distance of the first level from the centre, basis points
 * @param stepBps        distance between levels, basis points
 * @param levelSizeQuote     size of each order, quote units
 * @param refreshNanos   time between two placements of the ladder
 * @param leanBps        how far the centre leans against a full inventory, basis points; a half-spread where it is not said
 */
public record BookProviderSpec(
        Group group,
        int levels,
        double halfSpreadBps,
        double stepBps,
        double levelSizeQuote,
        long refreshNanos,
        @Key(absent = "half-spread") OptionalDouble leanBps)
        implements GroupSpec {
    public BookProviderSpec {
        Checks.inRange("levels", levels, 1, 100);
        Checks.inRange("halfSpreadBps", halfSpreadBps, 0, 5_000);
        Checks.inRange("stepBps", stepBps, 0.001, 5_000);
        Checks.positive("levelSizeQuote", levelSizeQuote);
        Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 86_400_000_000_000L);
        leanBps.ifPresent(bps -> Checks.inRange("leanBps", bps, 0, 5_000));
    }

    /** A ladder that leans by a half-spread. */
    public BookProviderSpec(
            Group group, int levels, double halfSpreadBps, double stepBps, double levelSizeQuote, long refreshNanos) {
        this(group, levels, halfSpreadBps, stepBps, levelSizeQuote, refreshNanos, OptionalDouble.empty());
    }

    /** How far the centre leans against a full inventory, basis points. */
    double fullLeanBps() {
        return leanBps.orElse(halfSpreadBps);
    }
}
