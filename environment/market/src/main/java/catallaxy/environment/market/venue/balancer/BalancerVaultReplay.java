package catallaxy.environment.market.venue.balancer;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Replays sequences of operations, each on one fresh pool of given terms in a vault, and compares the pool's state after every one. */
final class BalancerVaultReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "seq",
            "type",
            "i",
            "j",
            "amount",
            "amounts",
            "result",
            "amountIn",
            "amountOut",
            "deltas",
            "bptSupply",
            "balances",
            "invariant");

    private static final BalancerTerms NONE =
            new BalancerTerms(List.of(18, 18), new StableCurve(1), BalancerTerms.LEAST_FEE);

    private final PowerVersion power;
    private final List<VectorRow> pools;
    private String sequence = "";
    private Bench bench = new Bench(NONE);

    /** @param pools the rows with the pools' terms */
    BalancerVaultReplay(PowerVersion power, List<VectorRow> pools) {
        this.power = power;
        this.pools = pools;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        if (!row.text("seq").equals(sequence)) {
            sequence = row.text("seq");
            bench = new Bench(BalancerConfigReplay.terms(row.described("seq", pools), power));
        }
        bench.replay(row, differences);
    }

    /** A vault with one pool and its one user, and a source of assets without limit. */
    private static final class Bench {
        private final int assets;
        private final Ledger ledger;
        private final int user;
        private final int source;
        private final BalancerVault vault;

        Bench(BalancerTerms terms) {
            assets = terms.decimals().size();
            ledger = new Ledger(IntStream.range(0, assets)
                    .mapToObj(i -> new AssetSpec("token" + i, terms.decimals().get(i)))
                    .toList());
            user = ledger.openAccount("user");
            source = ledger.openIssuer("source");
            vault = new BalancerVault(ledger.openAccount("vault"), ledger.openAccount("collector"));
            vault.register(
                    ledger, "pool", terms, IntStream.range(0, assets).boxed().toList());
        }

        void replay(VectorRow row, Differences differences) throws CorruptVectorException {
            boolean swaps = row.text("type").startsWith("swap");
            Result result = swaps ? swap(row) : share(row);
            List<UInt256> amounts = result.amounts();
            differences.expect(row, "result", result.ok() ? "ok" : result.reason());
            differences.expect(row, "amountIn", swaps && result.ok() ? amounts.getFirst() : "");
            differences.expect(row, "amountOut", swaps && result.ok() ? amounts.getLast() : "");
            differences.expect(row, "deltas", swaps || !result.ok() ? "" : deltas(row, amounts));
            BalancerPool pool = vault.pool(0);
            differences.expect(row, "bptSupply", pool.shares().total(ledger));
            differences.expect(
                    row,
                    "balances",
                    IntStream.range(0, assets)
                            .mapToObj(i -> pool.balance(i).toString())
                            .collect(Collectors.joining(";")));
            boolean weighted = pool.terms().curve() instanceof WeightedCurve;
            differences.expect(row, "invariant", weighted ? pool.invariant() : "");
        }

        private static String deltas(VectorRow row, List<UInt256> amounts) {
            String sign = row.text("type").startsWith("exit") ? "-" : "";
            return amounts.stream()
                    .skip(1)
                    .map(amount -> (amount.isZero() ? "" : sign) + amount)
                    .collect(Collectors.joining(";"));
        }

        private Result swap(VectorRow row) throws CorruptVectorException {
            boolean givenIn = row.text("type").equals("swapIn");
            UInt256 limit = givenIn ? UInt256.ZERO : UInt256.MAX;
            BalancerSwap swap = new BalancerSwap(0, asset(row, "i"), asset(row, "j"), row.number("amount"));
            Result quote = vault.quote(givenIn, swap);
            ledger.issue(source, user, swap.assetIn(), givenIn ? swap.amount() : quote.amount());
            return vault.swap(ledger, givenIn, swap, limit, user, user);
        }

        private Result share(VectorRow row) throws CorruptVectorException {
            List<UInt256> none = Collections.nCopies(assets, UInt256.ZERO);
            return switch (row.text("type")) {
                case "init" -> join(new BalancerJoin.First(paidIn(row)));
                case "joinExact" -> join(new BalancerJoin.ExactIn(paidIn(row), UInt256.ZERO));
                case "joinBptOut" -> {
                    UInt256 most = UInt256.powerOfTwo(120);
                    ledger.issue(source, user, asset(row, "i"), most);
                    yield join(new BalancerJoin.ForShares(row.number("amount"), asset(row, "i"), most));
                }
                case "exitSingle" -> exit(new BalancerExit.Single(row.number("amount"), asset(row, "i"), UInt256.ZERO));
                case "exitProportional" -> exit(new BalancerExit.Proportional(row.number("amount"), none));
                case "exitExactOut" -> exit(new BalancerExit.ExactOut(amounts(row), UInt256.MAX));
                default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
            };
        }

        private Result join(BalancerJoin join) {
            return vault.join(ledger, 0, join, user);
        }

        private Result exit(BalancerExit exit) {
            return vault.exit(ledger, 0, exit, user);
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
    }
}
