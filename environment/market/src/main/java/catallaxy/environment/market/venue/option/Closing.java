package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * All options of an account as a vault takes them over: it sells those that were written at what it asks, and buys the others at what it
 * bids. Immutable.
 *
 * @param state   without them, the margin unchanged
 * @param cost    of those that were written, base units of the quote asset, rounded up
 * @param cash    the account's margin and what the others bring
 */
record Closing(OptionState state, UInt256 cost, UInt256 cash) {
    static Closing of(OptionPrices prices, int account) {
        Closing closing = new Closing(
                prices.state(), UInt256.ZERO, prices.state().margins().of(account));
        for (int i = 0; i < prices.spec().series().size(); i++) {
            closing = closing.without(prices, i, account);
        }
        return closing;
    }

    private Closing without(OptionPrices prices, int index, int account) {
        OptionTally tally = state.tally(index);
        UInt256 written = tally.writtenBy(account);
        UInt256 bought = tally.boughtBy(account);
        return new Closing(
                state.with(index, tally.with(prices.spec().series().get(index), account, Int256.ZERO)),
                written.isZero() ? cost : cost.plusExact(cost(prices, index, written)),
                bought.isZero() ? cash : cash.plusExact(brought(prices, index, bought)));
    }

    private static UInt256 cost(OptionPrices prices, int index, UInt256 quantity) {
        OptionTally tally = prices.state().tally(index);
        return tally.isSettled()
                ? prices.spec().series().get(index).owedInQuote(quantity, tally.settled())
                : prices.cost(index, quantity, prices.state());
    }

    private static UInt256 brought(OptionPrices prices, int index, UInt256 quantity) {
        OptionTally tally = prices.state().tally(index);
        return tally.isSettled()
                ? prices.spec().series().get(index).worthInQuote(quantity, tally.settled())
                : prices.proceeds(index, quantity, prices.state());
    }

    /** What who liquidates gets: its part of the cost, rounded down, as far as there is cash. */
    UInt256 bonus(MarginTerms terms) {
        BigDecimal part = new BigDecimal(cost.toBigInteger()).multiply(BigDecimal.valueOf(terms.bonus()));
        return UInt256.of(part.setScale(0, RoundingMode.FLOOR).toBigInteger()).min(cash);
    }

    /** What is left to the account. */
    UInt256 left(MarginTerms terms) {
        UInt256 due = cost.plusExact(bonus(terms));
        return due.isLessThan(cash) ? cash.minusExact(due) : UInt256.ZERO;
    }

    /** What the vault loses: the part of cost and bonus for which there was no cash. */
    UInt256 loss(MarginTerms terms) {
        UInt256 due = cost.plusExact(bonus(terms));
        return cash.isLessThan(due) ? due.minusExact(cash) : UInt256.ZERO;
    }
}
