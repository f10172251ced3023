package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays sequences of operations, each on one fresh manager, and compares all that it shows after every one. */
final class V4SequenceReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "seq",
            "fee",
            "tickSpacing",
            "hook",
            "type",
            "actor",
            "tickLower",
            "tickUpper",
            "a0",
            "a1",
            "settle",
            "result",
            "amount0",
            "amount1",
            "fees0",
            "fees1",
            "sqrtPriceX96",
            "tick",
            "liquidity",
            "feeGrowthGlobal0X128",
            "feeGrowthGlobal1X128",
            "protocolFees0",
            "protocolFees1",
            "balance0",
            "balance1",
            "posLiquidity",
            "posFeeGrowthInside0Last",
            "posFeeGrowthInside1Last",
            "loGross",
            "loNet",
            "loFeeOutside0",
            "loFeeOutside1",
            "upGross",
            "upNet",
            "upFeeOutside0",
            "upFeeOutside1",
            "protocolFee",
            "lpFee",
            "swapFee",
            "crossed");

    private final int feeMore;
    private String sequence = "";
    private V4Bench bench = new V4Bench();

    /** @param feeMore pips that are added to each pool's fee: 0, or what a negative control plants */
    V4SequenceReplay(int feeMore) {
        this.feeMore = feeMore;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        if (!row.text("seq").equals(sequence)) {
            sequence = row.text("seq");
            bench = new V4Bench();
        }
        V4Operation operation = operation(row);
        V4Bench.Outcome outcome = bench.apply(operation);
        differences.expect(row, "result", outcome.status().reason());
        differences.expect(row, "amount0", outcome.delta().amount0());
        differences.expect(row, "amount1", outcome.delta().amount1());
        boolean modifies = operation.type() == V4Operation.Type.MODIFY;
        differences.expect(row, "fees0", modifies ? outcome.fees().amount0() : "");
        differences.expect(row, "fees1", modifies ? outcome.fees().amount1() : "");
        differences.expect(row, "swapFee", outcome.swapFee());
        differences.expect(row, "crossed", outcome.crossed());
        compareState(row, differences);
        if (!row.text("posLiquidity").isEmpty()) {
            comparePosition(row, operation, differences);
        }
    }

    private V4Operation operation(VectorRow row) throws CorruptVectorException {
        V4Operation.Type type = V4Operation.Type.of(row.text("type"))
                .orElseThrow(() -> row.corrupt("type", "unknown operation \"" + row.text("type") + "\""));
        int fee = int32(row, "fee");
        return new V4Operation(
                type,
                fee == V4Fees.DYNAMIC ? fee : fee + feeMore,
                int32(row, "tickSpacing"),
                row.text("hook").equals("1"),
                int32(row, "actor"),
                row.text("tickLower").isEmpty() ? 0 : int32(row, "tickLower"),
                row.text("tickUpper").isEmpty() ? 0 : int32(row, "tickUpper"),
                signed(row, "a0"),
                row.text("a1").isEmpty() ? UInt256.ZERO : row.number("a1"),
                row.text("settle"));
    }

    private static int int32(VectorRow row, String column) throws CorruptVectorException {
        try {
            return Integer.parseInt(row.text(column));
        } catch (NumberFormatException e) {
            throw row.corrupt(column, String.valueOf(e.getMessage()));
        }
    }

    /** Up to 256 bits, with a sign where the operation takes one. */
    private static Int256 signed(VectorRow row, String column) throws CorruptVectorException {
        try {
            return row.text(column).startsWith("-")
                    ? Int256.parse(row.text(column))
                    : Int256.ofBits(row.number(column));
        } catch (NumberFormatException e) {
            throw row.corrupt(column, String.valueOf(e.getMessage()));
        }
    }

    private void compareState(VectorRow row, Differences differences) {
        V4State state = bench.state();
        differences.expect(row, "sqrtPriceX96", state.sqrtPriceX96());
        differences.expect(row, "tick", state.tick());
        differences.expect(row, "liquidity", state.liquidity());
        differences.expect(row, "feeGrowthGlobal0X128", state.feeGrowth0X128());
        differences.expect(row, "feeGrowthGlobal1X128", state.feeGrowth1X128());
        differences.expect(row, "protocolFee", state.protocolFee());
        differences.expect(row, "lpFee", state.lpFeePips() - (bench.isStatic() ? feeMore : 0));
        differences.expect(row, "protocolFees0", bench.protocolFees(0));
        differences.expect(row, "protocolFees1", bench.protocolFees(1));
        differences.expect(row, "balance0", bench.balance(0));
        differences.expect(row, "balance1", bench.balance(1));
    }

    private void comparePosition(VectorRow row, V4Operation operation, Differences differences) {
        V4Position position = bench.position(operation);
        differences.expect(row, "posLiquidity", position.liquidity());
        differences.expect(row, "posFeeGrowthInside0Last", position.feeGrowthInside0X128());
        differences.expect(row, "posFeeGrowthInside1Last", position.feeGrowthInside1X128());
        compareTick(row, "lo", bench.tick(operation.lower()), differences);
        compareTick(row, "up", bench.tick(operation.upper()), differences);
    }

    private static void compareTick(VectorRow row, String end, @Nullable V4Tick tick, Differences differences) {
        differences.expect(row, end + "Gross", tick == null ? UInt256.ZERO : tick.liquidityGross());
        differences.expect(row, end + "Net", tick == null ? Int256.ZERO : tick.liquidityNet());
        differences.expect(row, end + "FeeOutside0", tick == null ? UInt256.ZERO : tick.feeGrowthOutside0X128());
        differences.expect(row, end + "FeeOutside1", tick == null ? UInt256.ZERO : tick.feeGrowthOutside1X128());
    }
}
