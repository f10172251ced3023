package catallaxy.environment.market.venue.flash;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.venue.uniswapv3.V3Context;
import catallaxy.environment.market.venue.uniswapv3.V3Income;
import catallaxy.environment.market.venue.uniswapv3.V3Pool;
import catallaxy.environment.market.venue.uniswapv3.V3Status;
import java.util.List;

/** Flash loans of a Uniswap V3 pool. */
final class V3FlashBench extends FlashBench {
    private static final int MOST_TICK = 887_272;

    private final V3Pool pool;

    /** A pool of the fee that a row names. */
    V3FlashBench(VectorRow row) throws CorruptVectorException {
        int feePips = (int) row.longNumber("param");
        pool = new V3Pool(ledger.openAccount("pool"), 0, 1, feePips, spacing(row));
    }

    private static int spacing(VectorRow row) throws CorruptVectorException {
        return switch (row.text("param")) {
            case "500" -> 10;
            case "3000" -> 60;
            case "10000" -> 200;
            default -> throw row.corrupt("param", "no tier of a known spacing: \"" + row.text("param") + "\"");
        };
    }

    @Override
    int lender() {
        return pool.account();
    }

    @Override
    List<?> state() {
        V3Income income = pool.income();
        return List.of(
                income.feeGrowth0X128(),
                income.feeGrowth1X128(),
                income.protocolFees0(),
                income.protocolFees1(),
                pool.liquidity(),
                income.feeProtocol());
    }

    @Override
    String operate(VectorRow row) throws CorruptVectorException {
        V3Context at = V3Context.of(ledger, 0);
        UInt256 amount0 = row.number("amount0");
        return switch (row.text("type")) {
            case "init" -> pool.initialize(at, amount0).reason();
            case "mint" -> {
                int upper = upper(row);
                yield pool.mint(at, source, -upper, upper, amount0, this::pay)
                        .status()
                        .reason();
            }
            case "feeProtocol" ->
                pool.setFeeProtocol(at, small(row, "amount0"), small(row, "amount1"))
                        .reason();
            case "flash" -> flash(row, at, amount0, row.number("amount1"));
            default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
        };
    }

    private static int upper(VectorRow row) throws CorruptVectorException {
        long tick = row.longNumber("amount1");
        if (tick > MOST_TICK) {
            throw row.corrupt("amount1", "tick " + tick);
        }
        return (int) tick;
    }

    private static int small(VectorRow row, String column) throws CorruptVectorException {
        long part = row.longNumber(column);
        if (part > Byte.MAX_VALUE) {
            throw row.corrupt(column, "fee of the protocol: " + part);
        }
        return (int) part;
    }

    private V3Status pay(UInt256 token0, UInt256 token1) {
        ledger.issue(source, pool.account(), 0, token0);
        ledger.issue(source, pool.account(), 1, token1);
        return V3Status.OK;
    }

    private String flash(VectorRow row, V3Context at, UInt256 amount0, UInt256 amount1) throws CorruptVectorException {
        boolean again = row.text("mode").equals("1");
        UInt256 pay0 = row.number("pay0");
        UInt256 pay1 = row.number("pay1");
        return pool.flash(at, amount0, amount1, borrower, (fee0, fee1) -> {
                    fees[0] = fee0;
                    fees[1] = fee1;
                    return again
                            ? pool.flash(at, amount0, amount1, borrower, this::pay)
                                    .status()
                            : pay(pay0, pay1);
                })
                .status()
                .reason();
    }
}
