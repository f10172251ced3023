package catallaxy.environment.market.venue.flash;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.venue.balancer.BalancerVault;
import java.util.List;

/** Flash loans of a Balancer vault without pools. */
final class BalancerFlashBench extends FlashBench {
    private final BalancerVault vault = new BalancerVault(ledger.openAccount("vault"), ledger.openAccount("collector"));

    @Override
    int lender() {
        return vault.account();
    }

    @Override
    List<?> state() {
        return List.of(ledger.balance(vault.feeCollector(), 0), ledger.balance(vault.feeCollector(), 1));
    }

    @Override
    String operate(VectorRow row) throws CorruptVectorException {
        return switch (row.text("type")) {
            case "fund" -> paid(row.number("amount0"), row.number("amount1"));
            case "feePct" -> priced(row);
            case "flashLoan" -> flash(row);
            default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
        };
    }

    private String priced(VectorRow row) throws CorruptVectorException {
        try {
            vault.setFlashLoanFee(row.longNumber("param"));
        } catch (IllegalArgumentException e) {
            throw row.corrupt("param", String.valueOf(e.getMessage()));
        }
        return OK;
    }

    private String paid(UInt256 token0, UInt256 token1) {
        ledger.issue(source, vault.account(), 0, token0);
        ledger.issue(source, vault.account(), 1, token1);
        return OK;
    }

    private String flash(VectorRow row) throws CorruptVectorException {
        List<Integer> tokens = tokens(row.text("mode"));
        List<UInt256> both = List.of(row.number("amount0"), row.number("amount1"));
        List<UInt256> amounts =
                tokens.stream().map(token -> both.get(Math.max(0, token))).toList();
        boolean again = row.text("mode").equals("1");
        UInt256 pay0 = row.number("pay0");
        UInt256 pay1 = row.number("pay1");
        Result result = vault.flashLoan(ledger, tokens, amounts, borrower, asked -> {
            for (int i = 0; i < asked.size(); i++) {
                fees[tokens.get(i)] = asked.get(i);
            }
            if (again) {
                return vault.flashLoan(ledger, tokens, amounts, borrower, _ -> Result.OK);
            }
            paid(pay0, pay1);
            return Result.OK;
        });
        return result.ok() ? OK : result.reason();
    }

    private static List<Integer> tokens(String mode) {
        return switch (mode) {
            case "3" -> List.of(0);
            case "4" -> List.of(1);
            case "5" -> List.of(1, 0);
            case "6" -> List.of(BalancerVault.NO_ASSET);
            default -> List.of(0, 1);
        };
    }
}
