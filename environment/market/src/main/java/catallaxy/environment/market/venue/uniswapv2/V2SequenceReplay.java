package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** Replays sequences of operations, each on one fresh pair, and compares the pair's whole state after every one. */
final class V2SequenceReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "seq",
            "ts",
            "type",
            "a0",
            "a1",
            "a2",
            "a3",
            "result",
            "x0",
            "x1",
            "reserve0",
            "reserve1",
            "balance0",
            "balance1",
            "totalSupply",
            "kLast",
            "lpUser",
            "lpFeeTo",
            "price0CumulativeLast",
            "price1CumulativeLast",
            "blockTimestampLast",
            "feeOn");

    private final int feePerMille;
    private String sequence = "";
    private Bench bench;

    V2SequenceReplay(int feePerMille) {
        this.feePerMille = feePerMille;
        bench = new Bench(feePerMille);
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        if (!row.text("seq").equals(sequence)) {
            sequence = row.text("seq");
            bench = new Bench(feePerMille);
        }
        Outcome outcome = bench.apply(row);
        differences.expect(row, "result", outcome.status.reason());
        differences.expect(row, "x0", outcome.x0);
        differences.expect(row, "x1", outcome.x1);
        bench.compare(row, differences);
    }

    private record Outcome(V2Status status, UInt256 x0, UInt256 x1) {
        static Outcome of(V2Status status) {
            return new Outcome(status, UInt256.ZERO, UInt256.ZERO);
        }

        static Outcome of(V2Mint mint) {
            return new Outcome(mint.status(), mint.liquidity(), UInt256.ZERO);
        }

        static Outcome of(V2Burn burn) {
            return new Outcome(burn.status(), burn.amount0(), burn.amount1());
        }
    }

    /** One pair with its liquidity provider, its fee receiver, and a source of tokens without limit. */
    private static final class Bench {
        private final Ledger ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
        private final int source = ledger.openIssuer("source");
        private final int user = ledger.openAccount("user");
        private final int feeTo = ledger.openAccount("feeTo");
        private final V2Accounts accounts = V2Accounts.open(ledger, "pair", 0, 1);
        private final V2Pair pair;

        Bench(int feePerMille) {
            pair = new V2Pair(accounts, feePerMille);
        }

        Outcome apply(VectorRow row) throws CorruptVectorException {
            int mark = ledger.mark();
            Outcome outcome = operate(row);
            if (outcome.status.ok()) {
                ledger.commit(mark);
            } else {
                ledger.revertTo(mark);
            }
            return outcome;
        }

        private Outcome operate(VectorRow row) throws CorruptVectorException {
            long timestamp = row.longNumber("ts");
            return switch (row.text("type")) {
                case "mint" -> {
                    payIn(row);
                    yield Outcome.of(pair.mint(ledger, timestamp, user));
                }
                case "burn" -> burn(row.number("a0"), timestamp);
                case "swap" -> {
                    payIn(row);
                    yield Outcome.of(pair.swap(ledger, timestamp, row.number("a2"), row.number("a3"), user));
                }
                case "donate" -> {
                    payIn(row);
                    yield Outcome.of(V2Status.OK);
                }
                case "sync" -> Outcome.of(pair.sync(ledger, timestamp));
                case "skim" -> Outcome.of(pair.skim(ledger, user));
                case "feeOn" -> fee(feeTo);
                case "feeOff" -> fee(V2Pair.NO_FEE);
                default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
            };
        }

        private void payIn(VectorRow row) throws CorruptVectorException {
            ledger.issue(source, accounts.pair(), 0, row.number("a0"));
            ledger.issue(source, accounts.pair(), 1, row.number("a1"));
        }

        private Outcome burn(UInt256 shares, long timestamp) {
            boolean paid = ledger.transfer(user, accounts.pair(), accounts.shares(), shares);
            return paid ? Outcome.of(pair.burn(ledger, timestamp, user)) : Outcome.of(V2Status.SUB_UNDERFLOW);
        }

        private Outcome fee(int receiver) {
            pair.setFeeTo(receiver);
            return Outcome.of(V2Status.OK);
        }

        void compare(VectorRow row, Differences differences) {
            differences.expect(row, "reserve0", pair.reserve0());
            differences.expect(row, "reserve1", pair.reserve1());
            differences.expect(row, "balance0", ledger.balance(accounts.pair(), 0));
            differences.expect(row, "balance1", ledger.balance(accounts.pair(), 1));
            differences.expect(row, "totalSupply", pair.totalShares(ledger));
            differences.expect(row, "kLast", pair.kLast());
            differences.expect(row, "lpUser", ledger.balance(user, accounts.shares()));
            differences.expect(row, "lpFeeTo", ledger.balance(feeTo, accounts.shares()));
            differences.expect(row, "price0CumulativeLast", pair.price0Cumulative());
            differences.expect(row, "price1CumulativeLast", pair.price1Cumulative());
            differences.expect(row, "blockTimestampLast", pair.timestampLast());
            differences.expect(row, "feeOn", pair.feeTo() == V2Pair.NO_FEE ? 0 : 1);
        }
    }
}
