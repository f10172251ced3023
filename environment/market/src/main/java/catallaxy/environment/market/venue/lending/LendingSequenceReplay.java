package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.contract.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Replays sequences of operations, each on one fresh market of the terms that the file beside describes, and compares all reserves,
 * the position of one account and how it stands after every one.
 */
final class LendingSequenceReplay implements VectorReplay {
    /** Those that make the file known; the state of every reserve stands under more. */
    static final List<String> COLUMNS = List.of(
            "seq",
            "ts",
            "type",
            "actor",
            "asset",
            "asset2",
            "amount",
            "flag",
            "result",
            "x0",
            "x1",
            "x2",
            "user",
            "liqIndex0",
            "userConfig",
            "healthFactor");

    private static final int LIQUIDATOR = 4;

    private final Map<String, List<VectorRow>> described = new TreeMap<>();
    private final UnaryOperator<ReserveConfig> terms;
    private String sequence = "";
    private LendingBench bench = new LendingBench(List.of(), List.of());

    /** @param terms what is made of the terms that are described: themselves, or others to plant a fault */
    LendingSequenceReplay(List<VectorRow> configs, UnaryOperator<ReserveConfig> terms) {
        this.terms = terms;
        for (VectorRow each : configs) {
            described.computeIfAbsent(each.text("seq"), _ -> new ArrayList<>()).add(each);
        }
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        if (!row.text("seq").equals(sequence)) {
            bench = fresh(row);
            sequence = row.text("seq");
        }
        Result result = bench.apply(row);
        differences.expect(row, "result", result.ok() ? "ok" : result.reason());
        compareAmounts(row, result, differences);
        bench.compare(row, differences);
    }

    private LendingBench fresh(VectorRow row) throws CorruptVectorException {
        List<ReserveConfig> configs = new ArrayList<>();
        List<UInt256> prices = new ArrayList<>();
        for (VectorRow each : described.getOrDefault(row.text("seq"), List.of())) {
            ReserveConfig config = LendingConfigReplay.config(each);
            if (config.asset() != configs.size() || !row.columns().containsKey("liqIndex" + configs.size())) {
                throw each.corrupt("asset", "expected " + configs.size() + ", and columns of it where it is used");
            }
            configs.add(terms.apply(config));
            prices.add(each.number("price"));
        }
        if (configs.isEmpty()) {
            throw row.corrupt("seq", "no market of this number is described");
        }
        return new LendingBench(configs, prices);
    }

    private void compareAmounts(VectorRow row, Result result, Differences differences) throws CorruptVectorException {
        boolean liquidation = row.text("type").equals("liquidate");
        boolean gives = liquidation || List.of("withdraw", "repay").contains(row.text("type"));
        differences.expect(row, "x0", result.ok() && gives ? result.amount() : "");
        differences.expect(
                row, "x1", result.ok() && liquidation ? result.amounts().get(1) : "");
        differences.expect(row, "x2", liquidation ? bench.scaledSupply(LIQUIDATOR, bench.index(row, "asset")) : "");
    }
}
