package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.List;

/** Replays single calls of the fixed-point and interest libraries. */
final class LendingMathReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of("fn", "a", "b", "out", "result");

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        String function = row.text("fn");
        UInt256 a = row.number("a");
        UInt256 b = row.number("b");
        if (function.endsWith("Interest") && b.bitLength() > Long.SIZE - 2) {
            throw row.corrupt("b", b + " seconds");
        }
        try {
            UInt256 out = call(row, function, a, b);
            differences.expect(row, "result", "ok");
            differences.expect(row, "out", out);
        } catch (LendingRevert revert) {
            differences.expect(row, "result", "revert");
            differences.expect(row, "out", "");
        }
    }

    private static UInt256 call(VectorRow row, String function, UInt256 a, UInt256 b) throws CorruptVectorException {
        return switch (function) {
            case "wadMul" -> RayMath.wadMul(a, b);
            case "wadDiv" -> RayMath.wadDiv(a, b);
            case "rayMul" -> RayMath.rayMul(a, b);
            case "rayDiv" -> RayMath.rayDiv(a, b);
            case "rayToWad" -> RayMath.rayToWad(a);
            case "wadToRay" -> RayMath.wadToRay(a);
            case "percentMul" -> PercentMath.percentMul(a, b);
            case "percentDiv" -> PercentMath.percentDiv(a, b);
            case "linearInterest" -> InterestMath.linear(a, b.longValueExact());
            case "compoundedInterest" -> InterestMath.compounded(a, b.longValueExact());
            default -> throw row.corrupt("fn", "unknown function \"" + function + "\"");
        };
    }
}
