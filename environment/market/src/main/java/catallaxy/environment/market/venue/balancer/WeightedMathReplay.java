package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.List;

/** Replays single functions of the weighted pools' library and of the powers and logarithms under it. */
final class WeightedMathReplay implements VectorReplay {
    private static final List<String> OF_NUMBERS = List.of("powDown", "powUp", "pow", "exp", "ln");
    private static final List<String> OF_POOLS = List.of(
            "outGivenIn",
            "inGivenOut",
            "invariant",
            "bptOutExactTokensIn",
            "bptInExactTokensOut",
            "tokenInExactBptOut",
            "tokenOutExactBptIn");

    private final PowerVersion power;
    private final WeightedMath maths;

    WeightedMathReplay(PowerVersion power) {
        this.power = power;
        maths = new WeightedMath(power);
    }

    /** Whether a row is of this library: the stable one's functions begin with an amplification and a list of balances. */
    static boolean knows(VectorRow row) {
        String function = row.text("fn");
        boolean stable = !FunctionArguments.isList(row, 0) && FunctionArguments.isList(row, 1);
        return OF_NUMBERS.contains(function) || (OF_POOLS.contains(function) && !stable);
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        try {
            differences.expect(row, "out", answer(row));
            differences.expect(row, "result", "ok");
        } catch (BalancerRevert revert) {
            differences.expect(row, "out", "");
            differences.expect(row, "result", revert.reason());
        }
    }

    private Object answer(VectorRow row) throws CorruptVectorException {
        return OF_NUMBERS.contains(row.text("fn")) ? ofNumbers(row) : ofPools(row);
    }

    private Object ofNumbers(VectorRow row) throws CorruptVectorException {
        String function = row.text("fn");
        FunctionArguments in = FunctionArguments.of(row, function.startsWith("pow") ? 2 : 1);
        return switch (function) {
            case "powDown" -> power.powDown(in.number(0), in.number(1));
            case "powUp" -> power.powUp(in.number(0), in.number(1));
            case "pow" -> LogExpMath.pow(in.number(0), in.number(1));
            case "exp" -> LogExpMath.exp(in.signed(0));
            default -> LogExpMath.ln(in.number(0));
        };
    }

    private UInt256 ofPools(VectorRow row) throws CorruptVectorException {
        if (row.text("fn").equals("invariant")) {
            FunctionArguments in = FunctionArguments.of(row, 2);
            UInt256[] weights = in.list(0);
            return maths.invariant(weights, in.list(1, weights));
        }
        FunctionArguments in = FunctionArguments.of(row, 5);
        return switch (row.text("fn")) {
            case "outGivenIn" -> maths.outGivenIn(in.number(0), in.number(1), in.number(2), in.number(3), in.number(4));
            case "inGivenOut" -> maths.inGivenOut(in.number(0), in.number(1), in.number(2), in.number(3), in.number(4));
            case "tokenInExactBptOut" ->
                maths.inForShares(in.number(0), in.number(1), in.number(2), in.number(3), in.number(4));
            case "tokenOutExactBptIn" ->
                maths.outForShares(in.number(0), in.number(1), in.number(2), in.number(3), in.number(4));
            default -> ofLists(row, in);
        };
    }

    private UInt256 ofLists(VectorRow row, FunctionArguments in) throws CorruptVectorException {
        UInt256[] balances = in.list(0);
        UInt256[] weights = in.list(1, balances);
        UInt256[] amounts = in.list(2, balances);
        return switch (row.text("fn")) {
            case "bptOutExactTokensIn" ->
                maths.sharesForExactIn(balances, weights, amounts, in.number(3), in.number(4));
            case "bptInExactTokensOut" ->
                maths.sharesForExactOut(balances, weights, amounts, in.number(3), in.number(4));
            default -> throw row.corrupt("fn", "unknown function \"" + row.text("fn") + "\"");
        };
    }
}
