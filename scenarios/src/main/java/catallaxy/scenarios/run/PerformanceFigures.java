package catallaxy.scenarios.run;

import catallaxy.agents.statistics.Drawdowns;
import catallaxy.agents.statistics.SampledReturns;
import catallaxy.scenarios.folder.AgentPerformance;

/** What a summary says of the course of an agent's equity. Pure functions. */
final class PerformanceFigures {
    private static final double YEAR_SECONDS = 365 * 86_400.0;

    private PerformanceFigures() {}

    /**
     * The figures of a track.
     *
     * @param seconds    that the run covered
     * @param yearly     returns in a year, by which a run is annualised; {@code NaN} for one that is too short for that
     */
    static AgentPerformance of(EquityTrack track, double seconds, double yearly) {
        double total = track.first() > 0 ? track.last() / track.first() - 1 : Double.NaN;
        boolean isLong = Double.isFinite(yearly);
        double annual = isLong && total > -1 ? StrictMath.pow(1 + total, YEAR_SECONDS / seconds) - 1 : Double.NaN;
        return new AgentPerformance(
                returns(track.returns(), annual, track.maxDrawdown(), yearly),
                tails(track.returns()),
                water(track.drawdowns(), total, seconds));
    }

    private static AgentPerformance.Returns returns(
            SampledReturns returns, double annual, double maxDrawdown, double yearly) {
        double root = StrictMath.sqrt(yearly);
        return new AgentPerformance.Returns(
                RunDecimals.rounded(returns.deviation()),
                RunDecimals.rounded(returns.deviation() * root),
                RunDecimals.rounded(returns.sortino() * (Double.isNaN(root) ? 1 : root)),
                RunDecimals.rounded(annual),
                over(annual, maxDrawdown),
                RunDecimals.rounded(returns.winRate()),
                RunDecimals.rounded(returns.profitFactor()),
                RunDecimals.rounded(returns.payoffRatio()));
    }

    private static double over(double gain, double drawdown) {
        return drawdown > 0 ? RunDecimals.rounded(gain / drawdown) : Double.NaN;
    }

    private static AgentPerformance.Tails tails(SampledReturns returns) {
        return new AgentPerformance.Tails(
                RunDecimals.rounded(returns.skewness()),
                RunDecimals.rounded(returns.excessKurtosis()),
                RunDecimals.rounded(returns.valueAtRisk95()),
                RunDecimals.rounded(returns.expectedShortfall95()),
                RunDecimals.rounded(returns.tailRatio()));
    }

    private static AgentPerformance.Water water(Drawdowns drawdowns, double total, double seconds) {
        Drawdowns.Fall deepest = drawdowns.deepest();
        Drawdowns.Spell longest = drawdowns.longest();
        return new AgentPerformance.Water(
                RunDecimals.rounded(drawdowns.ulcerIndex()),
                over(total, deepest.depth()),
                deepest.peakSeconds(),
                deepest.troughSeconds(),
                deepest.recoveredSeconds(),
                RunDecimals.rounded(drawdowns.underWaterSeconds() / seconds),
                longest.seconds(),
                longest.fromSeconds(),
                longest.toSeconds());
    }
}
