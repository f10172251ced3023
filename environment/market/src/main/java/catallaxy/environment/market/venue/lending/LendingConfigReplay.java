package catallaxy.environment.market.venue.lending;

import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.List;
import java.util.function.ToLongFunction;

/** Checks that the terms of recorded reserves are accepted, and are what they were written as. */
final class LendingConfigReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "seq",
            "asset",
            "decimals",
            "price",
            "ltv",
            "liquidationThreshold",
            "liquidationBonus",
            "reserveFactor",
            "liquidationProtocolFee",
            "optimalUsageRatio",
            "baseVariableBorrowRate",
            "variableRateSlope1",
            "variableRateSlope2");

    private record Term(String column, ToLongFunction<ReserveConfig> value) {}

    private static final List<Term> TERMS = List.of(
            new Term("asset", ReserveConfig::asset),
            new Term("decimals", ReserveConfig::decimals),
            new Term("ltv", ReserveConfig::ltvBps),
            new Term("liquidationThreshold", ReserveConfig::thresholdBps),
            new Term("liquidationBonus", ReserveConfig::bonusBps),
            new Term("reserveFactor", ReserveConfig::reserveFactorBps),
            new Term("liquidationProtocolFee", ReserveConfig::protocolFeeBps));

    /** The terms of the reserve that a row describes. */
    static ReserveConfig config(VectorRow row) throws CorruptVectorException {
        long decimals = row.longNumber("decimals");
        long asset = row.longNumber("asset");
        if (asset > Byte.MAX_VALUE || decimals > Byte.MAX_VALUE) {
            throw row.corrupt("asset", asset + " with " + decimals + " decimals");
        }
        try {
            return new ReserveConfig(
                    (int) asset,
                    (int) decimals,
                    row.longNumber("ltv"),
                    row.longNumber("liquidationThreshold"),
                    row.longNumber("liquidationBonus"),
                    row.longNumber("reserveFactor"),
                    row.longNumber("liquidationProtocolFee"),
                    LendingRatesReplay.variable(row));
        } catch (IllegalArgumentException e) {
            throw row.corrupt("ltv", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        ReserveConfig config = config(row);
        for (Term term : TERMS) {
            differences.expect(row, term.column(), term.value().applyAsLong(config));
        }
        differences.expect(row, "price", row.number("price"));
    }
}
