package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Result;

/** One call of a vault of options while it runs, at the prices of its moment. */
record OptionFrame(OptionContract contract, Frame frame, OptionPrices prices) {
    OptionSpec spec() {
        return contract.spec();
    }

    OptionState state() {
        return contract.state();
    }

    int caller() {
        return frame.caller();
    }

    /** The account's margin and options as they are by now. */
    PortfolioMargin margin(MarginTerms terms, int account) {
        return new PortfolioMargin(prices.with(state()), terms, account);
    }

    /** Moves what the caller pays to the vault; false if it has not as much. */
    boolean receives(int asset, UInt256 amount) {
        return frame.ledger().transfer(caller(), contract.account(), asset, amount);
    }

    /** Moves what the caller gets from the vault; false if the vault has not as much. */
    boolean pays(int asset, UInt256 amount) {
        return frame.ledger().transfer(contract.account(), caller(), asset, amount);
    }

    /** A result where the vault has all that it may have to pay, and a revert where it has not. */
    Result covered(UInt256 result) {
        boolean covers = covers(spec().base()) && covers(spec().quote());
        return covers ? Result.of(result) : OptionContract.NOT_COVERED;
    }

    private boolean covers(int asset) {
        return frame.ledger().covers(contract.account(), asset, state().committed(spec(), asset));
    }
}
