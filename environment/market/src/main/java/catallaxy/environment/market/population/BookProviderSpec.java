package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Keeps a ladder of resting orders around the world's price on order books.
 *
 * @param group where it acts
 * @param levels         orders on each side
 * @param halfSpreadBps  distance of the first level from the centre, basis points
 * @param stepBps        distance between levels, basis points
 * @param levelSizeQuote     size of each order, quote units
 * @param refreshNanos   time between two placements of the ladder
 */
public record BookProviderSpec(
        Group group, int levels, double halfSpreadBps, double stepBps, double levelSizeQuote, long refreshNanos)
        implements GroupSpec {
    public BookProviderSpec {
        Checks.inRange("levels", levels, 1, 100);
        Checks.inRange("halfSpreadBps", halfSpreadBps, 0, 5_000);
        Checks.inRange("stepBps", stepBps, 0.001, 5_000);
        Checks.positive("levelSizeQuote", levelSizeQuote);
        Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 86_400_000_000_000L);
    }
}
