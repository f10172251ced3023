package catallaxy.environment.market.venue.flash;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.venue.lending.FlashLending;
import catallaxy.environment.market.venue.lending.LendingAccounts;
import catallaxy.environment.market.venue.lending.LendingError;
import catallaxy.environment.market.venue.lending.LendingMoment;
import catallaxy.environment.market.venue.lending.LendingPool;
import catallaxy.environment.market.venue.lending.RateCurve;
import catallaxy.environment.market.venue.lending.RayMath;
import catallaxy.environment.market.venue.lending.ReserveConfig;
import java.util.List;

/** Flash loans of an Aave v3 pool of two reserves. */
final class AaveFlashBench extends FlashBench {
    private static final long WHOLE_BPS = 10_000;
    private static final Result REFUSED = Result.reverted(LendingError.INVALID_FLASHLOAN_EXECUTOR_RETURN.reason());

    private final LendingPool pool =
            new LendingPool(LendingAccounts.open(ledger, "pool"), List.of(reserve(0), reserve(1)));
    private final LendingMoment at = new LendingMoment(ledger, 1, _ -> UInt256.ZERO);
    private final int supplier = ledger.openAccount("supplier");

    private static ReserveConfig reserve(int asset) {
        RateCurve free = new RateCurve(RayMath.RAY, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);
        return new ReserveConfig(asset, 18, 0, 0, 0, 0, 0, free);
    }

    @Override
    int lender() {
        return pool.accounts().pool();
    }

    @Override
    List<?> state() {
        return List.of(
                pool.reserve(0).liquidityIndex(),
                pool.reserve(0).accruedToTreasury(),
                pool.reserve(1).liquidityIndex(),
                pool.reserve(1).accruedToTreasury(),
                pool.reserve(0).scaledSupply(),
                pool.reserve(1).scaledSupply());
    }

    @Override
    String operate(VectorRow row) throws CorruptVectorException {
        return switch (row.text("type")) {
            case "supply" -> supplied(row);
            case "premium" -> OK;
            case "flashLoan", "flashLoanSimple" -> flash(row);
            default -> throw row.corrupt("type", "unknown operation \"" + row.text("type") + "\"");
        };
    }

    private String supplied(VectorRow row) throws CorruptVectorException {
        for (int token = 0; token < 2; token++) {
            UInt256 amount = row.number("amount" + token);
            ledger.issue(source, supplier, token, amount);
            Result result = pool.supply(at, supplier, token, amount);
            if (!result.ok()) {
                return result.reason();
            }
        }
        return OK;
    }

    private String flash(VectorRow row) throws CorruptVectorException {
        UInt256 pay0 = row.number("pay0");
        UInt256 pay1 = row.number("pay1");
        boolean refuses = row.text("mode").equals("1");
        List<FlashLending.Loan> loans = loans(row);
        Result result = pool.flashLoan(at, terms(row), new FlashLending.Order(borrower, loans, premiums -> {
            for (int i = 0; i < premiums.size(); i++) {
                fees[loans.get(i).reserve()] = premiums.get(i);
            }
            leave(pay0, pay1);
            return refuses ? REFUSED : Result.OK;
        }));
        return result.ok() ? OK : recorded(result.reason());
    }

    private static List<FlashLending.Loan> loans(VectorRow row) throws CorruptVectorException {
        FlashLending.Loan first = new FlashLending.Loan(0, row.number("amount0"));
        FlashLending.Loan second = new FlashLending.Loan(1, row.number("amount1"));
        if (row.text("type").equals("flashLoanSimple")) {
            return List.of(row.text("mode").equals("4") ? second : first);
        }
        return switch (row.text("mode")) {
            case "3" -> List.of(first);
            case "4" -> List.of(second);
            case "5" -> List.of(second, first);
            default -> List.of(first, second);
        };
    }

    private static FlashLending.Terms terms(VectorRow row) throws CorruptVectorException {
        String[] parts = row.text("param").split(";", -1);
        if (parts.length != 2) {
            throw row.corrupt("param", "expected two numbers of basis points, found \"" + row.text("param") + "\"");
        }
        return new FlashLending.Terms(basisPoints(row, parts[0]), basisPoints(row, parts[1]));
    }

    private static long basisPoints(VectorRow row, String text) throws CorruptVectorException {
        try {
            long bps = Long.parseLong(text);
            if (bps >= 0 && bps <= WHOLE_BPS) {
                return bps;
            }
        } catch (NumberFormatException e) {
            throw row.corrupt("param", String.valueOf(e.getMessage()));
        }
        throw row.corrupt("param", text + " basis points");
    }

    /** The recorded token says in words of its own what an ERC-20 token says here. */
    private static String recorded(String reason) {
        return reason.equals(LendingError.PAYOUT.reason())
                ? "TOK"
                : reason.equals(LendingError.PAYMENT.reason()) ? "ALLOW" : reason;
    }
}
