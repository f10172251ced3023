package catallaxy.agents.policy;

import catallaxy.agents.statistics.TailRisk;
import java.util.Arrays;

/** What {@link ValueAtRiskLimits} remembers of one agent: a window of its returns, its peak, and since when it is halted. */
final class SupervisedEquity {
    private static final long NOT_HALTED = -1;
    private static final int FEWEST_RETURNS = 10;
    private static final int STEPS = 20;

    private final ValueAtRiskLimits.Config config;
    private final double[] window;
    private int filled;
    private int next;
    private double last = Double.NaN;
    private double peak = Double.NEGATIVE_INFINITY;
    private long haltedAtNanos = NOT_HALTED;

    SupervisedEquity(ValueAtRiskLimits.Config config) {
        this.config = config;
        window = new double[config.window()];
    }

    /** The scale that is allowed from now on; 0 is a halt. */
    double scale(long timeNanos, double equity) {
        if (haltedAtNanos != NOT_HALTED) {
            if (timeNanos - haltedAtNanos < config.coolDownNanos()) {
                return 0;
            }
            readmit();
        }
        observe(equity);
        if (equity <= peak * (1 - config.drawdown())) {
            haltedAtNanos = timeNanos;
            return 0;
        }
        double drawdown = 1 - equity / peak;
        return scaleAt(Math.max(drawdown / config.drawdown(), tailUse()));
    }

    private void readmit() {
        haltedAtNanos = NOT_HALTED;
        filled = 0;
        next = 0;
        last = Double.NaN;
        peak = Double.NEGATIVE_INFINITY;
    }

    private void observe(double equity) {
        if (last > 0) {
            window[next] = equity / last - 1;
            next = (next + 1) % window.length;
            filled = Math.min(filled + 1, window.length);
        }
        last = equity;
        peak = Math.max(peak, equity);
    }

    /** The larger of VaR and ES as shares of their limits; 0 while there are too few returns. */
    private double tailUse() {
        if (filled < Math.max(FEWEST_RETURNS, window.length / 4)) {
            return 0;
        }
        double[] returns = Arrays.copyOf(window, filled);
        TailRisk risk = switch (config.method()) {
            case HISTORICAL -> TailRisk.historical(returns, config.level());
            case PARAMETRIC -> TailRisk.parametric(returns, config.level());
        };
        return Math.max(risk.valueAtRisk() / config.valueAtRisk(), risk.expectedShortfall() / config.shortfall());
    }

    private double scaleAt(double use) {
        double beyond = Math.clamp((use - config.warning()) / (1 - config.warning()), 0, 1);
        double scale = 1 - (1 - config.floor()) * beyond;
        return Math.max(config.floor(), StrictMath.floor(scale * STEPS + 1e-9) / STEPS);
    }
}
