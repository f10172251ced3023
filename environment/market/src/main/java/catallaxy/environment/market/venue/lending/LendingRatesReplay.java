package catallaxy.environment.market.venue.lending;

import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.List;

/** Replays what rates a curve gives, stable ones too. */
final class LendingRatesReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "optimalUsageRatio",
            "baseVariableBorrowRate",
            "variableRateSlope1",
            "variableRateSlope2",
            "stableRateSlope1",
            "stableRateSlope2",
            "baseStableRateOffset",
            "stableRateExcessOffset",
            "optimalStableToTotalDebtRatio",
            "balance",
            "liquidityAdded",
            "liquidityTaken",
            "totalStableDebt",
            "totalVariableDebt",
            "averageStableBorrowRate",
            "reserveFactor",
            "unbacked",
            "liquidityRate",
            "stableBorrowRate",
            "variableBorrowRate",
            "result");

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        RateCurve curve = curve(row);
        RateCurve.Usage usage = usage(row);
        try {
            RateCurve.Rates rates = curve.rates(usage);
            differences.expect(row, "result", "ok");
            differences.expect(row, "liquidityRate", rates.liquidity());
            differences.expect(row, "stableBorrowRate", rates.stable());
            differences.expect(row, "variableBorrowRate", rates.variable());
        } catch (LendingRevert revert) {
            differences.expect(row, "result", "revert");
        }
    }

    private static RateCurve curve(VectorRow row) throws CorruptVectorException {
        RateCurve.Stable stable = new RateCurve.Stable(
                row.number("stableRateSlope1"),
                row.number("stableRateSlope2"),
                row.number("baseStableRateOffset"),
                row.number("stableRateExcessOffset"),
                row.number("optimalStableToTotalDebtRatio"));
        RateCurve variable = variable(row);
        try {
            return new RateCurve(
                    variable.optimalUsage(), variable.base(), variable.slope1(), variable.slope2(), stable);
        } catch (IllegalArgumentException e) {
            throw row.corrupt("optimalStableToTotalDebtRatio", String.valueOf(e.getMessage()));
        }
    }

    /** The curve of variable rates that a row describes. */
    static RateCurve variable(VectorRow row) throws CorruptVectorException {
        try {
            return new RateCurve(
                    row.number("optimalUsageRatio"),
                    row.number("baseVariableBorrowRate"),
                    row.number("variableRateSlope1"),
                    row.number("variableRateSlope2"));
        } catch (IllegalArgumentException e) {
            throw row.corrupt("optimalUsageRatio", String.valueOf(e.getMessage()));
        }
    }

    private static RateCurve.Usage usage(VectorRow row) throws CorruptVectorException {
        long factor = row.longNumber("reserveFactor");
        if (factor > PercentMath.WHOLE_BPS) {
            throw row.corrupt("reserveFactor", factor + " basis points");
        }
        return new RateCurve.Usage(
                row.number("balance"),
                row.number("liquidityAdded"),
                row.number("liquidityTaken"),
                row.number("totalStableDebt"),
                row.number("totalVariableDebt"),
                row.number("averageStableBorrowRate"),
                factor,
                row.number("unbacked"));
    }
}
