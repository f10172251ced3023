package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays sequences of operations, each on one fresh pool, and compares all that the pool shows after every one. */
final class V3SequenceReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "seq",
            "ts",
            "fee",
            "type",
            "actor",
            "tickLower",
            "tickUpper",
            "a0",
            "a1",
            "result",
            "amount0",
            "amount1",
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
            "tokensOwed0",
            "tokensOwed1",
            "loGross",
            "loNet",
            "loFeeOutside0",
            "loFeeOutside1",
            "upGross",
            "upNet",
            "upFeeOutside0",
            "upFeeOutside1",
            "slotFeeProtocol",
            "tickCumulative",
            "splCumulativeX128",
            "crossed");

    private final int feeMore;
    private String sequence = "";
    private Bench bench = new Bench(500, 10);

    /** @param feeMore pips that are added to each pool's fee: 0, or what a negative control plants */
    V3SequenceReplay(int feeMore) {
        this.feeMore = feeMore;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        if (!row.text("seq").equals(sequence)) {
            sequence = row.text("seq");
            bench = new Bench((int) row.longNumber("fee") + feeMore, spacing(row));
        }
        Outcome outcome = bench.apply(row);
        differences.expect(row, "result", outcome.status.reason());
        differences.expect(row, "amount0", outcome.amount0);
        differences.expect(row, "amount1", outcome.amount1);
        differences.expect(row, "crossed", outcome.crossed);
        bench.compare(row, differences);
    }

    private static int spacing(VectorRow row) throws CorruptVectorException {
        return switch (row.text("fee")) {
            case "500" -> 10;
            case "3000" -> 60;
            case "10000" -> 200;
            default -> throw row.corrupt("fee", "no tier of a known spacing: \"" + row.text("fee") + "\"");
        };
    }

    /** Amounts as the driver saw them: a swap's are signed, positive where the pool receives. */
    private record Outcome(V3Status status, Int256 amount0, Int256 amount1, String crossed) {
        static Outcome of(V3Status status) {
            return new Outcome(status, Int256.ZERO, Int256.ZERO, "");
        }

        static Outcome of(V3Amounts amounts) {
            return new Outcome(amounts.status(), Int256.of(amounts.amount0()), Int256.of(amounts.amount1()), "");
        }

        static Outcome of(V3Trade trade, boolean zeroForOne) {
            Int256 in = Int256.of(trade.amountIn());
            Int256 out = Int256.of(trade.amountOut()).negatedExact();
            return new Outcome(
                    trade.status(), zeroForOne ? in : out, zeroForOne ? out : in, String.valueOf(trade.crossed()));
        }
    }

    /** One pool with three actors and a source of tokens without limit. */
    private static final class Bench {
        private final Ledger ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
        private final int source = ledger.openIssuer("source");
        private final int driver = ledger.openAccount("driver");
        private final V3Pool pool;
        private long seconds;

        Bench(int feePips, int tickSpacing) {
            pool = new V3Pool(ledger.openAccount("pool"), 0, 1, feePips, tickSpacing);
        }

        Outcome apply(VectorRow row) throws CorruptVectorException {
            seconds = row.longNumber("ts");
            V3Context at = V3Context.of(ledger, seconds);
            return switch (row.text("type")) {
                case "init" -> Outcome.of(pool.initialize(at, row.number("a0")));
                case "mint" ->
                    Outcome.of(pool.mint(
                            at,
                            actor(row),
                            int32(row, "tickLower"),
                            int32(row, "tickUpper"),
                            row.number("a0"),
                            this::pay));
                case "burn" ->
                    Outcome.of(pool.burn(
                            at, actor(row), int32(row, "tickLower"), int32(row, "tickUpper"), row.number("a0")));
                case "collect" ->
                    Outcome.of(pool.collect(
                            at,
                            actor(row),
                            int32(row, "tickLower"),
                            int32(row, "tickUpper"),
                            row.number("a0"),
                            row.number("a1"),
                            driver));
                case "swap" -> swap(row, at);
                case "flash" -> flash(row, at);
                case "feeProtocol" ->
                    Outcome.of(pool.setFeeProtocol(at, (int) row.longNumber("a0"), (int) row.longNumber("a1")));
                default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
            };
        }

        private static int actor(VectorRow row) throws CorruptVectorException {
            return (int) row.longNumber("actor");
        }

        private static int int32(VectorRow row, String column) throws CorruptVectorException {
            try {
                return Integer.parseInt(row.text(column));
            } catch (NumberFormatException e) {
                throw row.corrupt(column, String.valueOf(e.getMessage()));
            }
        }

        private V3Status pay(UInt256 owed0, UInt256 owed1) {
            ledger.issue(source, pool.account(), 0, owed0);
            ledger.issue(source, pool.account(), 1, owed1);
            return V3Status.OK;
        }

        private Outcome swap(VectorRow row, V3Context at) throws CorruptVectorException {
            boolean zeroForOne = row.text("tickLower").equals("1");
            Int256 specified = signed(row, "a0");
            V3Trade trade = pool.swap(
                    at,
                    zeroForOne,
                    !specified.isNegative(),
                    specified.magnitude(),
                    row.number("a1"),
                    driver,
                    this::pay);
            return Outcome.of(trade, zeroForOne);
        }

        private static Int256 signed(VectorRow row, String column) throws CorruptVectorException {
            try {
                return Int256.parse(row.text(column));
            } catch (NumberFormatException e) {
                throw row.corrupt(column, String.valueOf(e.getMessage()));
            }
        }

        private Outcome flash(VectorRow row, V3Context at) throws CorruptVectorException {
            String[] extras = row.text("tickUpper").split("\\+", 2);
            if (extras.length < 2) {
                throw row.corrupt("tickUpper", "expected two numbers, found \"" + row.text("tickUpper") + "\"");
            }
            UInt256 extra0 = UInt256.parse(extras[0]);
            UInt256 extra1 = UInt256.parse(extras[1]);
            UInt256 amount0 = row.number("a0");
            UInt256 amount1 = row.number("a1");
            V3Amounts paid = pool.flash(at, amount0, amount1, driver, (fee0, fee1) -> {
                ledger.transfer(driver, pool.account(), 0, amount0);
                ledger.transfer(driver, pool.account(), 1, amount1);
                return pay(fee0.plusExact(extra0), fee1.plusExact(extra1));
            });
            return Outcome.of(paid.status());
        }

        void compare(VectorRow row, Differences differences) throws CorruptVectorException {
            V3State state = pool.storage().state();
            differences.expect(row, "sqrtPriceX96", state.sqrtPriceX96());
            differences.expect(row, "tick", state.tick());
            differences.expect(row, "liquidity", state.liquidity());
            differences.expect(row, "feeGrowthGlobal0X128", state.feeGrowth0X128());
            differences.expect(row, "feeGrowthGlobal1X128", state.feeGrowth1X128());
            differences.expect(row, "protocolFees0", state.protocolFees0());
            differences.expect(row, "protocolFees1", state.protocolFees1());
            differences.expect(row, "balance0", ledger.balance(pool.account(), 0));
            differences.expect(row, "balance1", ledger.balance(pool.account(), 1));
            differences.expect(row, "slotFeeProtocol", state.feeProtocol0() + 16 * state.feeProtocol1());
            V3Cumulatives now = pool.observe(seconds, 0).orElse(V3Cumulatives.ZERO);
            differences.expect(row, "tickCumulative", now.tickCumulative());
            differences.expect(row, "splCumulativeX128", now.secondsPerLiquidityX128());
            if (!row.text("posLiquidity").isEmpty()) {
                comparePosition(row, differences);
            }
        }

        private void comparePosition(VectorRow row, Differences differences) throws CorruptVectorException {
            int lower = int32(row, "tickLower");
            int upper = int32(row, "tickUpper");
            V3Position position = pool.position(actor(row), lower, upper);
            differences.expect(row, "posLiquidity", position.liquidity());
            differences.expect(row, "posFeeGrowthInside0Last", position.feeGrowthInside0X128());
            differences.expect(row, "posFeeGrowthInside1Last", position.feeGrowthInside1X128());
            differences.expect(row, "tokensOwed0", position.owed0());
            differences.expect(row, "tokensOwed1", position.owed1());
            compareTick(row, "lo", pool.storage().ticks().get(lower), differences);
            compareTick(row, "up", pool.storage().ticks().get(upper), differences);
        }

        private static void compareTick(VectorRow row, String end, @Nullable V3Tick tick, Differences differences) {
            differences.expect(row, end + "Gross", tick == null ? UInt256.ZERO : tick.liquidityGross());
            differences.expect(row, end + "Net", tick == null ? Int256.ZERO : tick.liquidityNet());
            differences.expect(row, end + "FeeOutside0", tick == null ? UInt256.ZERO : tick.feeGrowthOutside0X128());
            differences.expect(row, end + "FeeOutside1", tick == null ? UInt256.ZERO : tick.feeGrowthOutside1X128());
        }
    }
}
