package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;

/**
 * The repayment of one flash loan: what its lender held, what it lends, and what each loan costs. Looks at the lender's balances, so that
 * what the borrower has paid of its own accord is not taken again.
 */
public final class FlashRepayment {
    private final Frame frame;
    private final int lender;
    private final FlashLoan loan;
    private final List<UInt256> fees;
    private final List<UInt256> before = new ArrayList<>();

    /**
     * Notes what the lender holds; it has not paid out yet.
     *
     * @param lender account from which the assets come
     * @param fees   of the loans in their order
     */
    public FlashRepayment(Frame frame, int lender, FlashLoan loan, List<UInt256> fees) {
        this.frame = frame;
        this.lender = lender;
        this.loan = loan;
        this.fees = List.copyOf(fees);
        loan.loans().forEach(each -> before.add(held(each)));
    }

    private UInt256 held(FlashLoan.Loan each) {
        return frame.ledger().balance(lender, each.asset());
    }

    /** Lets the borrower act. */
    public Result use() {
        List<Result> given = new ArrayList<>();
        loan.loans().forEach(each -> given.add(Result.of(each.amount())));
        for (int i = 0; i < fees.size(); i++) {
            given.add(Result.of(loan.loans().get(i).amount().plusExact(fees.get(i))));
        }
        return frame.callBack(loan.then(), given);
    }

    /** Takes from the borrower what the lender is short of, as far as it is there; the protocol looks whether it was. */
    public void take() {
        for (int i = 0; i < fees.size(); i++) {
            FlashLoan.Loan each = loan.loans().get(i);
            UInt256 due = before.get(i).plusExact(fees.get(i));
            UInt256 held = held(each);
            if (held.isLessThan(due)) {
                frame.ledger().transfer(frame.caller(), lender, each.asset(), due.minusExact(held));
            }
        }
    }

    /** What the loans cost, as a result of the call. */
    public Result cost() {
        return new Result("", fees);
    }
}
