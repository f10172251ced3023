package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.CheckedMath.minus;
import static catallaxy.environment.market.venue.lending.CheckedMath.plus;
import static catallaxy.environment.market.venue.lending.PercentMath.percentMul;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * One flash loan, Aave's {@code flashLoan} without debts left open: the assets are paid out, the borrower acts, and amounts with
 * premiums are taken from it. Of the premium the treasury gets its part, the suppliers share the rest: their index rises.
 */
public final class FlashLending {
    private final LendingPool pool;
    private final LendingState state;
    private final LendingMoment at;
    private final Terms terms;

    /**
     * What it costs.
     *
     * @param premiumBps  of the amount, to the nearest, halves up
     * @param protocolBps part of the premium that the treasury gets, rounded likewise
     */
    public record Terms(long premiumBps, long protocolBps) {
        /** What an amount costs. */
        UInt256 premium(UInt256 amount) {
            return percentMul(amount, premiumBps);
        }
    }

    /** What the borrower does in between. */
    @FunctionalInterface
    public interface Borrower {
        /** Acts with the loans, and says whether it is content; it answers for the premiums, in the order of the loans. */
        Result act(List<UInt256> premiums);
    }

    /** So many base units of a reserve. */
    public record Loan(int reserve, UInt256 amount) {}

    /**
     * What is asked for.
     *
     * @param account to which the loans go, and from which they are taken back
     */
    public record Order(int account, List<Loan> loans, Borrower borrower) {
        public Order {
            loans = List.copyOf(loans);
        }
    }

    FlashLending(LendingPool pool, LendingState state, LendingMoment at, Terms terms) {
        this.pool = pool;
        this.state = state;
        this.at = at;
        this.terms = terms;
    }

    Result run(Order order) {
        List<UInt256> premiums = new ArrayList<>();
        for (Loan loan : order.loans()) {
            premiums.add(terms.premium(loan.amount()));
            pool.payOut(at, order.account(), loan.reserve(), loan.amount());
        }
        Result done = order.borrower().act(List.copyOf(premiums));
        if (!done.ok()) {
            throw new LendingRevert(done.reason());
        }
        for (int i = 0; i < premiums.size(); i++) {
            takeBack(order.account(), order.loans().get(i), premiums.get(i));
        }
        return Result.of(premiums.toArray(new UInt256[0]));
    }

    private void takeBack(int account, Loan loan, UInt256 premium) {
        int reserve = loan.reserve();
        UInt256 toTreasury = percentMul(premium, terms.protocolBps());
        UInt256 owed = plus(loan.amount(), premium);
        state.accrue(reserve, at.now());
        state.premium(reserve, minus(premium, toTreasury), toTreasury);
        state.rate(reserve, pool.held(at.ledger(), reserve), owed, UInt256.ZERO);
        pool.pull(at, account, reserve, owed);
    }
}
