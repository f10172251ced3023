package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/** A market with four users and a liquidator, who have assets without limit, and prices that rows set. */
final class LendingBench {
    private static final int ACTORS = 5;
    private static final UInt256 RICHES = UInt256.powerOfTwo(200);

    private final Ledger ledger;
    private final LendingPool pool;
    private final int[] actors = new int[ACTORS];
    private final List<UInt256> prices;
    private long now;

    LendingBench(List<ReserveConfig> configs, List<UInt256> prices) {
        this.prices = new ArrayList<>(prices);
        List<AssetSpec> assets = new ArrayList<>();
        configs.forEach(each -> assets.add(new AssetSpec("asset" + each.asset(), each.decimals())));
        ledger = new Ledger(assets);
        int source = ledger.openIssuer("source");
        for (int actor = 0; actor < ACTORS; actor++) {
            actors[actor] = ledger.openAccount("actor" + actor);
            for (int asset = 0; asset < assets.size(); asset++) {
                ledger.issue(source, actors[actor], asset, RICHES);
            }
        }
        pool = new LendingPool(LendingAccounts.open(ledger, "pool"), configs);
    }

    UInt256 scaledSupply(int actor, int reserve) {
        return pool.position(actors[actor]).supplied().get(reserve);
    }

    /** The reserve that a column names. */
    int index(VectorRow row, String column) throws CorruptVectorException {
        long index = row.longNumber(column);
        if (index >= prices.size()) {
            throw row.corrupt(column, "expected 0 to " + (prices.size() - 1));
        }
        return (int) index;
    }

    private int account(VectorRow row, String column) throws CorruptVectorException {
        long actor = row.longNumber(column);
        if (actor >= ACTORS) {
            throw row.corrupt(column, "expected 0 to " + (ACTORS - 1));
        }
        return actors[(int) actor];
    }

    private LendingMoment at(VectorRow row) throws CorruptVectorException {
        long seconds = row.longNumber("ts");
        if (seconds < now) {
            throw row.corrupt("ts", seconds + " after " + now);
        }
        now = seconds;
        return new LendingMoment(ledger, now, prices::get);
    }

    Result apply(VectorRow row) throws CorruptVectorException {
        int mark = ledger.mark();
        Result result = operate(row);
        if (result.ok()) {
            ledger.commit(mark);
        } else {
            ledger.revertTo(mark);
        }
        return result;
    }

    private Result operate(VectorRow row) throws CorruptVectorException {
        LendingMoment at = at(row);
        int actor = account(row, "actor");
        int asset = index(row, "asset");
        UInt256 amount = row.text("amount").equals("max") ? UInt256.MAX : row.number("amount");
        return switch (row.text("type")) {
            case "supply" -> pool.supply(at, actor, asset, amount);
            case "withdraw" -> pool.withdraw(at, actor, asset, amount);
            case "borrow" -> pool.borrow(at, actor, asset, amount);
            case "repay" -> pool.repay(at, actor, asset, amount);
            case "collateral" -> pool.useAsCollateral(at, actor, asset, !amount.isZero());
            case "liquidate" -> liquidate(row, at, actor, amount);
            case "treasury" -> pool.mintToTreasury(at);
            case "price" -> {
                prices.set(asset, amount);
                yield Result.OK;
            }
            case "wait" -> Result.OK;
            default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
        };
    }

    private Result liquidate(VectorRow row, LendingMoment at, int actor, UInt256 most) throws CorruptVectorException {
        boolean asClaim = row.text("flag").equals("1");
        return pool.liquidate(
                at,
                new LendingLiquidation.Order(
                        actor, account(row, "user"), index(row, "asset"), index(row, "asset2"), most, asClaim));
    }

    void compare(VectorRow row, Differences differences) throws CorruptVectorException {
        int user = account(row, "user");
        for (int i = 0; i < prices.size(); i++) {
            compareReserve(row, i, differences);
            compare(
                    row,
                    differences,
                    "userA" + i,
                    pool.position(user).supplied().get(i));
            compare(row, differences, "userV" + i, pool.position(user).owed().get(i));
        }
        compare(row, differences, "userConfig", pool.position(user).flags());
        LendingHealth health = pool.health(user, row.longNumber("ts"), prices::get);
        compare(row, differences, "totalCollateralBase", health.collateral());
        compare(row, differences, "totalDebtBase", health.debt());
        compare(row, differences, "availableBorrowsBase", health.available());
        compare(row, differences, "currentLiquidationThreshold", health.thresholdBps());
        compare(row, differences, "ltv", health.ltvBps());
        compare(row, differences, "healthFactor", health.factor());
    }

    private void compareReserve(VectorRow row, int i, Differences differences) {
        ReserveState reserve = pool.reserve(i);
        compare(row, differences, "liqIndex" + i, reserve.liquidityIndex());
        compare(row, differences, "vbIndex" + i, reserve.debtIndex());
        compare(row, differences, "liqRate" + i, reserve.liquidityRate());
        compare(row, differences, "vbRate" + i, reserve.debtRate());
        compare(row, differences, "lastUpdate" + i, reserve.lastUpdate());
        compare(row, differences, "accruedToTreasury" + i, reserve.accruedToTreasury());
        compare(row, differences, "aScaledSupply" + i, reserve.scaledSupply());
        compare(row, differences, "vScaledSupply" + i, reserve.scaledDebt());
        compare(row, differences, "underlying" + i, pool.held(ledger, i));
        UInt256 treasury = pool.position(pool.accounts().treasury()).supplied().get(i);
        compare(row, differences, "treasuryScaled" + i, treasury);
    }

    private static void compare(VectorRow row, Differences differences, String column, Object actual) {
        differences.expect(row, column, actual);
    }
}
