package catallaxy.agents.risk;

/** The forecast distribution of the return over one horizon; returns are simple ones, fractions of equity. */
public interface ReturnDistribution {
    /**
     * Value at risk and expected shortfall at one level.
     *
     * @param level α in [0.5, 1)
     */
    TailRisk tail(double level);
}
