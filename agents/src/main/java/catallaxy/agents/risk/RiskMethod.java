package catallaxy.agents.risk;

/** The ways to estimate value at risk and expected shortfall, by the names that users know. */
public enum RiskMethod {
    /** From the sample of the window: {@link HistoricalSimulation}. */
    HISTORICAL,
    /** From the normal distribution with the window's mean and deviation: {@link NormalRisk}. */
    PARAMETRIC,
    /** From Student's t: {@link StudentRisk}. */
    STUDENT,
    /** From the sample scaled by the moving average of its squares, λ = 0.94: {@link FilteredHistoricalSimulation}. */
    EWMA,
    /** From the sample scaled by GARCH(1,1): {@link FilteredHistoricalSimulation}. */
    GARCH;

    private static final double LAMBDA = 0.94;
    private static final int PATHS = 2_000;

    /** The model; the filtered ones draw 2000 paths of seed 0 for horizons above 1. */
    public RiskModel model() {
        return switch (this) {
            case HISTORICAL -> new HistoricalSimulation();
            case PARAMETRIC -> new NormalRisk();
            case STUDENT -> new StudentRisk();
            case EWMA -> FilteredHistoricalSimulation.ewma(LAMBDA, PATHS, 0);
            case GARCH -> FilteredHistoricalSimulation.garch(PATHS, 0);
        };
    }
}
