package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;

/** Replays single functions of the stable pools' library. */
final class StableMathReplay implements VectorReplay {
    private static final BalancerStableMath MATHS = new BalancerStableMath(StableVersion.ROUNDED);

    /** Whether a row is of this library: an amplification, then a list of balances. */
    static boolean knows(VectorRow row) {
        return !FunctionArguments.isList(row, 0) && FunctionArguments.isList(row, 1);
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

    private static UInt256 answer(VectorRow row) throws CorruptVectorException {
        return switch (row.text("fn")) {
            case "invariant" -> invariant(FunctionArguments.of(row, 3));
            case "outGivenIn", "inGivenOut" -> swap(row);
            case "bptOutExactTokensIn", "bptInExactTokensOut" -> ofLists(row);
            case "tokenInExactBptOut", "tokenOutExactBptIn" -> ofOne(row);
            default -> throw row.corrupt("fn", "unknown function \"" + row.text("fn") + "\"");
        };
    }

    private static UInt256 invariant(FunctionArguments in) throws CorruptVectorException {
        boolean up = in.number(2).equals(UInt256.ONE);
        return MATHS.invariant(in.number(0), in.list(1), up);
    }

    private static UInt256 swap(VectorRow row) throws CorruptVectorException {
        FunctionArguments in = FunctionArguments.of(row, 5);
        UInt256[] balances = in.list(1);
        int assetIn = in.asset(2, balances);
        int assetOut = in.asset(3, balances);
        return row.text("fn").equals("outGivenIn")
                ? MATHS.outGivenIn(in.number(0), balances, assetIn, assetOut, in.number(4))
                : MATHS.inGivenOut(in.number(0), balances, assetIn, assetOut, in.number(4));
    }

    private static UInt256 ofLists(VectorRow row) throws CorruptVectorException {
        FunctionArguments in = FunctionArguments.of(row, 5);
        UInt256[] balances = in.list(1);
        UInt256[] amounts = in.list(2, balances);
        return row.text("fn").equals("bptOutExactTokensIn")
                ? MATHS.sharesForExactIn(in.number(0), balances, amounts, in.number(3), in.number(4))
                : MATHS.sharesForExactOut(in.number(0), balances, amounts, in.number(3), in.number(4));
    }

    private static UInt256 ofOne(VectorRow row) throws CorruptVectorException {
        FunctionArguments in = FunctionArguments.of(row, 6);
        UInt256[] balances = in.list(1);
        int asset = in.asset(2, balances);
        return row.text("fn").equals("tokenInExactBptOut")
                ? MATHS.inForShares(in.number(0), balances, asset, in.number(3), in.number(4), in.number(5))
                : MATHS.outForShares(in.number(0), balances, asset, in.number(3), in.number(4), in.number(5));
    }
}
