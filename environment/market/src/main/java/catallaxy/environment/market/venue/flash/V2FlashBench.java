package catallaxy.environment.market.venue.flash;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.venue.uniswapv2.V2Accounts;
import catallaxy.environment.market.venue.uniswapv2.V2Pair;
import catallaxy.environment.market.venue.uniswapv2.V2Status;
import java.util.List;

/** Flash swaps of a Uniswap V2 pair. */
final class V2FlashBench extends FlashBench {
    private final V2Accounts accounts = V2Accounts.open(ledger, "pair", 0, 1);
    private final V2Pair pair = new V2Pair(accounts);

    @Override
    int lender() {
        return accounts.pair();
    }

    @Override
    List<?> state() {
        return List.of(pair.reserve0(), pair.reserve1());
    }

    @Override
    boolean tellsFees() {
        return false;
    }

    @Override
    String operate(VectorRow row) throws CorruptVectorException {
        UInt256 amount0 = row.number("amount0");
        UInt256 amount1 = row.number("amount1");
        return switch (row.text("type")) {
            case "mint" -> {
                pay(amount0, amount1);
                yield pair.mint(ledger, 0, source).status().reason();
            }
            case "flash" -> flash(row, amount0, amount1);
            default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
        };
    }

    private void pay(UInt256 token0, UInt256 token1) {
        ledger.issue(source, accounts.pair(), 0, token0);
        ledger.issue(source, accounts.pair(), 1, token1);
    }

    private String flash(VectorRow row, UInt256 amount0, UInt256 amount1) throws CorruptVectorException {
        String mode = row.text("mode");
        UInt256 pay0 = row.number("pay0");
        UInt256 pay1 = row.number("pay1");
        return pair.flashSwap(ledger, 0, amount0, amount1, borrower, (out0, out1) -> switch (mode) {
                    case "1" -> pair.swap(ledger, 0, out0, out1, borrower);
                    // a token is no account here: the pair looks at the receiver last before it pays
                    case "2" -> V2Status.INVALID_TO;
                    default -> {
                        pay(pay0, pay1);
                        yield V2Status.OK;
                    }
                })
                .reason();
    }
}
