package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rolling backtest out of sample: at each time a model sees the last {@code window} returns and nothing else, and its
 * forecasts meet the return that follows. Over a horizon of h periods a forecast is made every h periods, so that the
 * outcomes do not overlap and the tests of independence hold.
 *
 * @param window returns that a forecast rests on
 * @param refit  periods between two fits of the parameters, at least 1; between them the same ones are used
 * @param levels each α in [0.5, 1)
 */
public record RiskBacktest(int window, int refit, List<Double> levels) {
    public RiskBacktest {
        Checks.inRange("window", window, RiskModel.FEWEST_RETURNS, 1_000_000);
        Checks.inRange("refit", refit, 1, Integer.MAX_VALUE);
        levels = List.copyOf(levels);
        levels.forEach(level -> Checks.inRange("level", level, 0.5, 0.9999));
    }

    /**
     * How one model's forecasts at one level and horizon did.
     *
     * @param level           α
     * @param horizon         h, periods
     * @param coverage        the tests of the exceedances
     * @param valueAtRisk     mean of the forecasts, fraction of equity
     * @param shortfall       mean of the forecasts of the expected shortfall
     * @param shortfallTest   how the losses beyond the value at risk compare with the forecast shortfall
     */
    public record Result(
            double level,
            int horizon,
            ConditionalCoverage coverage,
            double valueAtRisk,
            double shortfall,
            ShortfallTest shortfallTest) {}

    /**
     * The results at all levels, in their order.
     *
     * @param returns {@code [T]} simple returns, oldest first
     * @throws IllegalArgumentException if there are too few returns for one forecast
     */
    public List<Result> run(RiskModel model, double[] returns, int horizon) {
        Checks.inRange("horizon", horizon, 1, window - 1);
        int forecasts = (returns.length - window) / horizon;
        Checks.that(forecasts >= 1, "returns", "at least " + (window + horizon), returns.length);
        List<Track> tracks =
                levels.stream().map(level -> new Track(level, forecasts)).toList();
        RiskModel.Fitted fitted = model.fit(Arrays.copyOf(returns, window));
        int lastFit = window;
        for (int i = 0; i < forecasts; i++) {
            int now = window + i * horizon;
            double[] past = Arrays.copyOfRange(returns, now - window, now);
            if (now - lastFit >= refit) {
                fitted = model.fit(past);
                lastFit = now;
            }
            ReturnDistribution forecast = fitted.forecast(past, horizon);
            double loss = -HistoricalSimulation.compound(returns, now, horizon);
            tracks.forEach(track -> track.add(forecast, loss));
        }
        return tracks.stream().map(track -> track.result(horizon)).toList();
    }

    /** The forecasts and outcomes at one level so far. */
    private static final class Track {
        private final double level;
        private final boolean[] exceeded;
        private final List<Double> losses = new ArrayList<>();
        private final List<Double> shortfalls = new ArrayList<>();
        private int filled;
        private double valueAtRisk;
        private double shortfall;

        Track(double level, int forecasts) {
            this.level = level;
            this.exceeded = new boolean[forecasts];
        }

        void add(ReturnDistribution forecast, double loss) {
            TailRisk tail = forecast.tail(level);
            valueAtRisk += tail.valueAtRisk();
            shortfall += tail.expectedShortfall();
            exceeded[filled] = loss > tail.valueAtRisk();
            if (exceeded[filled++]) {
                losses.add(loss);
                shortfalls.add(tail.expectedShortfall());
            }
        }

        Result result(int horizon) {
            ShortfallTest test = ShortfallTest.of(array(losses), array(shortfalls));
            ConditionalCoverage coverage = ConditionalCoverage.of(exceeded, 1 - level);
            return new Result(level, horizon, coverage, valueAtRisk / filled, shortfall / filled, test);
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
