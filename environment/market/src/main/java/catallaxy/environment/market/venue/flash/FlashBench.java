package catallaxy.environment.market.venue.flash;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.VectorRow;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** A fresh lender of two tokens with a borrower who has what a row says, and a source of tokens without limit. */
abstract class FlashBench {
    /** How a row ended where nothing went wrong. */
    static final String OK = "ok";

    final Ledger ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
    final int source = ledger.openIssuer("source");
    final int borrower = ledger.openAccount("borrower");
    /** What the lender asked for in the call back, by token; nothing where it came to none. */
    final UInt256[] fees = {UInt256.ZERO, UInt256.ZERO};

    /** Carries out a row, whose loans go to {@link #borrower}; gives the reason, or {@link #OK}. */
    abstract String operate(VectorRow row) throws CorruptVectorException;

    /** Account that holds the lender's tokens. */
    abstract int lender();

    /** What the lender is made of, from {@code s0} on. */
    abstract List<?> state();

    /** The protocol's fees are told where a loan was made. */
    boolean tellsFees() {
        return true;
    }

    final UInt256 held(int token) {
        return ledger.balance(lender(), token);
    }

    /** Leaves the borrower with the amounts that a row has it pay, and nothing else. */
    final void leave(UInt256 token0, UInt256 token1) {
        UInt256[] amounts = {token0, token1};
        for (int token = 0; token < 2; token++) {
            ledger.redeem(borrower, source, token, ledger.balance(borrower, token));
            ledger.issue(source, borrower, token, amounts[token]);
        }
    }

    /** Carries out a row as one transaction. */
    final String apply(VectorRow row) throws CorruptVectorException {
        int mark = ledger.mark();
        fees[0] = UInt256.ZERO;
        fees[1] = UInt256.ZERO;
        String result = operate(row);
        if (result.equals(OK)) {
            ledger.commit(mark);
        } else {
            ledger.revertTo(mark);
        }
        return result;
    }
}
