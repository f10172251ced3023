package catallaxy.agents.policy;

import catallaxy.agents.risk.RiskModel;
import catallaxy.agents.risk.TailRisk;
import org.jspecify.annotations.Nullable;

/** What {@link ValueAtRiskLimits} remembers of one agent: a window of its returns, its peak, and since when it is halted. */
final class SupervisedEquity {
    private static final long NOT_HALTED = -1;
    private static final int FEWEST_RETURNS = 10;
    private static final int STEPS = 20;

    private final ValueAtRiskLimits.Config config;
    private final double[] window;
    private int filled;
    private int next;
    private RiskModel.@Nullable Fitted fitted;
    private int sinceFit;
    private double last = Double.NaN;
    private double peak = Double.NEGATIVE_INFINITY;
    private long haltedAtNanos = NOT_HALTED;

    SupervisedEquity(ValueAtRiskLimits.Config config) {
        this.config = config;
        window = new double[config.window()];
    }

    /**
     * The scale that is allowed from now on; 0 is a halt.
     *
     * @param multiplier of the limits of VaR and ES
     */
    double scale(long timeNanos, double equity, double multiplier) {
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
        return scaleAt(Math.max(drawdown / config.drawdown(), tailUse(multiplier)));
    }

    SupervisedEquity copy() {
        SupervisedEquity copy = new SupervisedEquity(config);
        System.arraycopy(window, 0, copy.window, 0, window.length);
        copy.filled = filled;
        copy.next = next;
        copy.fitted = fitted;
        copy.sinceFit = sinceFit;
        copy.last = last;
        copy.peak = peak;
        copy.haltedAtNanos = haltedAtNanos;
        return copy;
    }

    private void readmit() {
        haltedAtNanos = NOT_HALTED;
        filled = 0;
        next = 0;
        fitted = null;
        last = Double.NaN;
        peak = Double.NEGATIVE_INFINITY;
    }

    private void observe(double equity) {
        if (last > 0) {
            window[next] = equity / last - 1;
            next = (next + 1) % window.length;
            filled = Math.min(filled + 1, window.length);
            sinceFit++;
        }
        last = equity;
        peak = Math.max(peak, equity);
    }

    /** The largest of VaR and ES as shares of their limits; 0 while there are too few returns. */
    private double tailUse(double multiplier) {
        if (filled < Math.max(FEWEST_RETURNS, window.length / 4)) {
            return 0;
        }
        double[] returns = inOrder();
        RiskModel.Fitted model = fitted(returns);
        return config.limits().stream()
                .filter(limit -> filled >= 2 * limit.horizon())
                .mapToDouble(
                        limit -> use(model.forecast(returns, limit.horizon()).tail(limit.level()), limit))
                .map(use -> use / multiplier)
                .max()
                .orElse(0);
    }

    private static double use(TailRisk risk, TailLimit limit) {
        return Math.max(risk.valueAtRisk() / limit.valueAtRisk(), risk.expectedShortfall() / limit.shortfall());
    }

    /** The returns of the window, oldest first. */
    private double[] inOrder() {
        double[] returns = new double[filled];
        int oldest = Math.floorMod(next - filled, window.length);
        int tail = Math.min(filled, window.length - oldest);
        System.arraycopy(window, oldest, returns, 0, tail);
        System.arraycopy(window, 0, returns, tail, filled - tail);
        return returns;
    }

    private RiskModel.Fitted fitted(double[] returns) {
        RiskModel.Fitted current = fitted;
        if (current == null || sinceFit >= window.length / 4) {
            current = config.method().model().fit(returns);
            fitted = current;
            sinceFit = 0;
        }
        return current;
    }

    private double scaleAt(double use) {
        double beyond = Math.clamp((use - config.warning()) / (1 - config.warning()), 0, 1);
        double scale = 1 - (1 - config.floor()) * beyond;
        return Math.max(config.floor(), StrictMath.floor(scale * STEPS + 1e-9) / STEPS);
    }
}
