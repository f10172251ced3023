package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.venue.concentrated.SqrtPriceMath;
import catallaxy.environment.market.venue.concentrated.SwapMath;
import catallaxy.environment.market.venue.concentrated.SwapStep;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.List;
import java.util.function.Supplier;

/** Replays single calls of the libraries under a pool. */
final class V3MathReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of("fn", "args", "out", "result");

    private static final List<String> FUNCTIONS = List.of(
            "getSqrtRatioAtTick",
            "getTickAtSqrtRatio",
            "getAmount0Delta",
            "getAmount1Delta",
            "getNextSqrtPriceFromInput",
            "getNextSqrtPriceFromOutput",
            "computeSwapStep",
            "mulDiv",
            "mulDivRoundingUp",
            "maxLiquidityPerTick");

    /** Whether a row is of these libraries; other protocols record theirs in the same columns. */
    static boolean knows(VectorRow row) {
        return FUNCTIONS.contains(row.text("fn"));
    }

    private record Answer(String out, V3Status status) {
        static Answer of(Object out) {
            return new Answer(out.toString(), V3Status.OK);
        }

        static Answer reverted(V3Status status) {
            return new Answer("", status);
        }

        static Answer price(UInt256 price) {
            return price.isZero() ? reverted(V3Status.EMPTY) : of(price);
        }

        /** A quotient of 256 bits, which the contract's function has or reverts. */
        static Answer quotient(Supplier<UInt256> quotient) {
            try {
                return of(quotient.get());
            } catch (ArithmeticException beyondOrByZero) {
                return reverted(V3Status.EMPTY);
            }
        }
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        Answer answer = answer(row, new Arguments(row));
        differences.expect(row, "result", answer.status.reason());
        differences.expect(row, "out", answer.out);
    }

    private static Answer answer(VectorRow row, Arguments in) throws CorruptVectorException {
        return switch (row.text("fn")) {
            case "getSqrtRatioAtTick" ->
                TickMath.isTick(in.int32(0))
                        ? Answer.of(TickMath.sqrtRatioAtTick(in.int32(0)))
                        : Answer.reverted(V3Status.TICK_OUT_OF_RANGE);
            case "getTickAtSqrtRatio" ->
                TickMath.isPrice(in.number(0))
                        ? Answer.of(TickMath.tickAtSqrtRatio(in.number(0)))
                        : Answer.reverted(V3Status.PRICE_OUT_OF_RANGE);
            case "getAmount0Delta" ->
                Answer.of(SqrtPriceMath.amount0Delta(in.number(0), in.number(1), in.number(2), in.flag(3)));
            case "getAmount1Delta" ->
                Answer.of(SqrtPriceMath.amount1Delta(in.number(0), in.number(1), in.number(2), in.flag(3)));
            case "getNextSqrtPriceFromInput" ->
                Answer.price(SqrtPriceMath.nextFromInput(in.number(0), in.number(1), in.number(2), in.flag(3)));
            case "getNextSqrtPriceFromOutput" ->
                Answer.price(SqrtPriceMath.nextFromOutput(in.number(0), in.number(1), in.number(2), in.flag(3)));
            case "computeSwapStep" -> step(in);
            case "mulDiv" -> mulDiv(in, false);
            case "mulDivRoundingUp" -> mulDiv(in, true);
            case "maxLiquidityPerTick" -> Answer.of(V3Storage.maxLiquidityPerTick(in.int32(0)));
            default -> throw row.corrupt("fn", "unknown function \"" + row.text("fn") + "\"");
        };
    }

    private static Answer mulDiv(Arguments in, boolean up) throws CorruptVectorException {
        UInt256 a = in.number(0);
        UInt256 b = in.number(1);
        UInt256 divisor = in.number(2);
        return Answer.quotient(() -> up ? a.mulDivCeil(b, divisor) : a.mulDivFloor(b, divisor));
    }

    private static Answer step(Arguments in) throws CorruptVectorException {
        boolean exactIn = !in.text(3).startsWith("-");
        SwapStep step = SwapMath.step(in.number(0), in.number(1), in.number(2), exactIn, in.magnitude(3), in.int32(4));
        return Answer.of(String.join(
                "|",
                step.sqrtPriceX96().toString(),
                step.amountIn().toString(),
                step.amountOut().toString(),
                step.feeAmount().toString()));
    }

    /** The arguments of one call. */
    private static final class Arguments {
        private final VectorRow row;
        private final String[] texts;

        Arguments(VectorRow row) {
            this.row = row;
            texts = row.text("args").split("\\|", -1);
        }

        String text(int index) throws CorruptVectorException {
            if (index >= texts.length) {
                throw row.corrupt("args", "expected more than " + texts.length);
            }
            return texts[index];
        }

        UInt256 number(int index) throws CorruptVectorException {
            return parsed(text(index));
        }

        UInt256 magnitude(int index) throws CorruptVectorException {
            return parsed(text(index).replaceFirst("^-", ""));
        }

        private UInt256 parsed(String digits) throws CorruptVectorException {
            try {
                return UInt256.parse(digits);
            } catch (NumberFormatException e) {
                throw row.corrupt("args", String.valueOf(e.getMessage()));
            }
        }

        int int32(int index) throws CorruptVectorException {
            try {
                return Integer.parseInt(text(index));
            } catch (NumberFormatException e) {
                throw row.corrupt("args", String.valueOf(e.getMessage()));
            }
        }

        boolean flag(int index) throws CorruptVectorException {
            return text(index).equals("1");
        }
    }
}
