package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** Replays single swaps on pairs of given reserves: the router's quotes, the swap, and the swap for one unit more. */
final class V2SwapReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "reserve0",
            "reserve1",
            "zeroForOne",
            "amountIn",
            "amountOut",
            "result",
            "reserve0After",
            "reserve1After",
            "plusOne",
            "wantOut",
            "amountInFor",
            "inResult");

    private static final long TIMESTAMP = 1;

    private final int feePerMille;

    V2SwapReplay(int feePerMille) {
        this.feePerMille = feePerMille;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        UInt256 reserve0 = row.number("reserve0");
        UInt256 reserve1 = row.number("reserve1");
        boolean zeroForOne = zeroForOne(row);
        UInt256 reserveIn = zeroForOne ? reserve0 : reserve1;
        UInt256 reserveOut = zeroForOne ? reserve1 : reserve0;
        V2Quote out = V2Library.amountOut(row.number("amountIn"), reserveIn, reserveOut, feePerMille);
        differences.expect(row, "amountOut", out.status().ok() ? out.amount() : "");
        if (out.status().ok()) {
            swap(row, new Bench(feePerMille, reserve0, reserve1), zeroForOne, out.amount(), differences);
        } else {
            differences.expect(row, "result", out.status().reason());
            for (String column : List.of("reserve0After", "reserve1After", "plusOne")) {
                differences.expect(row, column, "");
            }
        }
        V2Quote in = V2Library.amountIn(row.number("wantOut"), reserveIn, reserveOut, feePerMille);
        differences.expect(row, "inResult", in.status().reason());
        differences.expect(row, "amountInFor", in.status().ok() ? in.amount() : "");
    }

    private static void swap(VectorRow row, Bench bench, boolean zeroForOne, UInt256 amountOut, Differences differences)
            throws CorruptVectorException {
        bench.payIn(zeroForOne, row.number("amountIn"));
        differences.expect(row, "plusOne", bench.copy().swap(zeroForOne, amountOut.plusExact(UInt256.ONE)));
        differences.expect(row, "result", bench.swap(zeroForOne, amountOut));
        differences.expect(row, "reserve0After", bench.pair.reserve0());
        differences.expect(row, "reserve1After", bench.pair.reserve1());
    }

    private static boolean zeroForOne(VectorRow row) throws CorruptVectorException {
        return switch (row.text("zeroForOne")) {
            case "1" -> true;
            case "0" -> false;
            default -> throw row.corrupt("zeroForOne", "expected 0 or 1, found \"" + row.text("zeroForOne") + "\"");
        };
    }

    /** One pair of given reserves with a trader who may owe. */
    private static final class Bench {
        private final Ledger ledger;
        private final V2Pair pair;
        private final int trader;

        private Bench(Ledger ledger, V2Pair pair, int trader) {
            this.ledger = ledger;
            this.pair = pair;
            this.trader = trader;
        }

        Bench(int feePerMille, UInt256 reserve0, UInt256 reserve1) {
            ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
            trader = ledger.openIssuer("trader");
            pair = new V2Pair(V2Accounts.open(ledger, "pair", 0, 1), feePerMille);
            payIn(true, reserve0);
            payIn(false, reserve1);
            pair.sync(ledger, TIMESTAMP);
        }

        void payIn(boolean zero, UInt256 amount) {
            ledger.issue(trader, pair.accounts().pair(), zero ? 0 : 1, amount);
        }

        String swap(boolean zeroForOne, UInt256 amountOut) {
            UInt256 amount0Out = zeroForOne ? UInt256.ZERO : amountOut;
            UInt256 amount1Out = zeroForOne ? amountOut : UInt256.ZERO;
            V2Status status = pair.swap(ledger, TIMESTAMP, amount0Out, amount1Out, trader);
            return status.reason();
        }

        Bench copy() {
            return new Bench(ledger.copy(), pair.copy(), trader);
        }
    }
}
