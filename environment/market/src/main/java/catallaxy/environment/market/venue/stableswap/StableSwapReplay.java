package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Replays sequences of operations, each on one fresh pool of given terms, and compares the pool's state after every one. */
final class StableSwapReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "seq",
            "type",
            "i",
            "j",
            "amount",
            "amounts",
            "result",
            "getDy",
            "out",
            "lpSupply",
            "balances",
            "adminBalances",
            "virtualPrice");

    private static final StableSwapTerms NONE = new StableSwapTerms(List.of(18, 18), 1, 0, 0);

    private final List<VectorRow> pools;
    private String sequence = "";
    private Bench bench = new Bench(NONE);

    /** @param pools the rows with the pools' terms */
    StableSwapReplay(List<VectorRow> pools) {
        this.pools = pools;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        if (!row.text("seq").equals(sequence)) {
            sequence = row.text("seq");
            bench = new Bench(StableSwapConfigReplay.terms(row.described("seq", pools)));
        }
        bench.replay(row, differences);
    }

    /** One pool with its one liquidity provider and trader, and a source of assets without limit. */
    private static final class Bench {
        private final int assets;
        private final Ledger ledger;
        private final int source;
        private final int user;
        private final StableSwapPool pool;

        Bench(StableSwapTerms terms) {
            assets = terms.decimals().size();
            ledger = new Ledger(IntStream.range(0, assets)
                    .mapToObj(i -> new AssetSpec("token" + i, terms.decimals().get(i)))
                    .toList());
            source = ledger.openIssuer("source");
            user = ledger.openAccount("user");
            List<Integer> numbers = IntStream.range(0, assets).boxed().toList();
            pool = new StableSwapPool(StableSwapAccounts.open(ledger, "pool", numbers), terms);
        }

        void replay(VectorRow row, Differences differences) throws CorruptVectorException {
            boolean swaps = row.text("type").equals("swap");
            differences.expect(row, "getDy", swaps ? text(quote(row)) : "");
            Result result = apply(row);
            differences.expect(row, "result", result.ok() ? "ok" : result.reason());
            differences.expect(row, "out", text(result));
            differences.expect(row, "lpSupply", pool.totalShares(ledger));
            differences.expect(row, "balances", list(pool::balance));
            differences.expect(row, "adminBalances", list(i -> pool.adminBalance(ledger, i)));
            differences.expect(row, "virtualPrice", text(pool.virtualPrice(ledger, 0)));
        }

        private Result quote(VectorRow row) throws CorruptVectorException {
            return pool.quote(0, asset(row, "i"), asset(row, "j"), row.number("amount"));
        }

        private Result apply(VectorRow row) throws CorruptVectorException {
            UInt256 none = UInt256.ZERO;
            return switch (row.text("type")) {
                case "add" -> pool.add(ledger, 0, paidIn(row), none, user);
                case "swap" -> swap(row);
                case "remove" -> pool.remove(ledger, row.number("amount"), Collections.nCopies(assets, none), user);
                case "removeOne" -> pool.removeOne(ledger, 0, row.number("amount"), asset(row, "i"), none, user);
                case "removeImbalance" -> {
                    UInt256 all = ledger.balance(user, pool.accounts().shares());
                    yield pool.removeImbalance(ledger, 0, amounts(row), all, user);
                }
                default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
            };
        }

        private Result swap(VectorRow row) throws CorruptVectorException {
            int in = asset(row, "i");
            UInt256 amount = row.number("amount");
            ledger.issue(source, user, in, amount);
            return pool.swap(ledger, 0, in, asset(row, "j"), amount, UInt256.ZERO, user, user);
        }

        private List<UInt256> paidIn(VectorRow row) throws CorruptVectorException {
            List<UInt256> amounts = amounts(row);
            for (int i = 0; i < assets; i++) {
                ledger.issue(source, user, i, amounts.get(i));
            }
            return amounts;
        }

        private List<UInt256> amounts(VectorRow row) throws CorruptVectorException {
            List<UInt256> amounts = row.numbers("amounts");
            if (amounts.size() != assets) {
                throw row.corrupt("amounts", "expected " + assets + " of them, found " + amounts.size());
            }
            return amounts;
        }

        private int asset(VectorRow row, String column) throws CorruptVectorException {
            long asset = row.longNumber(column);
            if (asset >= assets) {
                throw row.corrupt(column, asset + " is none of " + assets + " assets");
            }
            return (int) asset;
        }

        private String list(IntFunction<UInt256> numbers) {
            return IntStream.range(0, assets)
                    .mapToObj(i -> numbers.apply(i).toString())
                    .collect(Collectors.joining(";"));
        }

        private static String text(Result result) {
            return result.amounts().stream().map(UInt256::toString).collect(Collectors.joining(";"));
        }
    }
}
