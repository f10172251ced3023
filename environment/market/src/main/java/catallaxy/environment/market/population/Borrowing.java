package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.FlashCredit;
import java.util.List;
import java.util.Optional;

/**
 * Borrows the quote asset at lending markets against others. Where it is leveraged and the chain has a pool of both, it buys most of
 * the collateral with a flash loan that the loan then repays, all in one transaction: long with borrowed money. With the given
 * probability an arrival pays a part of the debt back instead. It does not watch its health.
 */
record Borrowing(BorrowersSpec spec) implements Act {
    private static final int PATIENCE_BLOCKS = 20;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        int venue = account.draw(spec.venues());
        boolean repays = account.random().nextBoolean(spec.repayShare());
        double size = account.draw(spec.tradeSize());
        double choice = account.random().nextDouble();
        if (repays) {
            repay(market, account, venue);
        } else {
            borrow(market, account, venue, size, choice);
        }
    }

    private void repay(MarketEngine market, GroupAccount account, int venue) {
        Lending lending = market.offered(venue, Lending.class);
        int chain = market.spec().placeOfVenue(venue);
        int debt = LoanAssets.debt(market, lending);
        double owed = lending.owed(market.accounts().free(account.participant(), chain), debt);
        double paid = StrictMath.min(owed * spec.repayFraction(), account.spendable(market, chain, debt));
        UInt256 units = market.toUnits(debt, paid);
        if (!units.isZero()) {
            account.send(market, chain, lending.repay(debt, Amount.of(units)), PATIENCE_BLOCKS);
        }
    }

    private void borrow(MarketEngine market, GroupAccount account, int venue, double size, double choice) {
        Lending lending = market.offered(venue, Lending.class);
        int debt = LoanAssets.debt(market, lending);
        List<Integer> collaterals = LoanAssets.collaterals(market, lending);
        if (!collaterals.isEmpty() && lending.price(debt) > 0) {
            int collateral = collaterals.get((int) (choice * collaterals.size()));
            double most = 0.99 * lending.held(debt);
            Loan loan = new Loan(lending, market.spec().placeOfVenue(venue), collateral, debt);
            borrow(market, account, loan, StrictMath.min(size / lending.price(debt), most));
        }
    }

    /** What is borrowed where, and against what. */
    private record Loan(Lending lending, int chain, int collateral, int debt) {
        /** Whole units of collateral that a loan needs. */
        double needs(double borrowed) {
            double worth = borrowed * lending.price(debt) / lending.loanToValue(collateral);
            return worth / lending.price(collateral);
        }
    }

    /** Makes a loan, smaller where the group does not have the collateral that it must add. */
    private void borrow(MarketEngine market, GroupAccount account, Loan loan, double wanted) {
        int place = spec.leveraged() ? pool(market, loan.chain(), loan.collateral(), loan.debt()) : -1;
        Optional<FlashLender> lender = place < 0
                ? Optional.empty()
                : FlashCredit.cheapest(
                        market, loan.chain(), loan.debt(), market.toUnits(loan.debt(), wanted), List.of(place));
        int pool = lender.isPresent() ? place : -1;
        double own = loan.needs(wanted) * spec.cushion() - bought(market, pool, loan, wanted);
        double has = account.spendable(market, loan.chain(), loan.collateral());
        double borrowed = own > has ? wanted * has / own : wanted;
        UInt256 units = market.toUnits(loan.debt(), borrowed);
        double least = bought(market, pool, loan, borrowed);
        UInt256 added = market.toUnits(loan.collateral(), loan.needs(borrowed) * spec.cushion() - least);
        if (!units.isZero() && !added.isZero()) {
            Call plain = new Call.Batch(List.of(
                    loan.lending().supply(loan.collateral(), Amount.of(added)),
                    loan.lending().borrow(loan.debt(), Amount.of(units))));
            Call call = lender.map(each -> leveraged(market, each, pool, loan, units, added, least))
                    .orElse(plain);
            account.send(market, loan.chain(), call, PATIENCE_BLOCKS);
        }
    }

    /** What a loan buys of the collateral, at least; nothing where there is no pool. */
    private static double bought(MarketEngine market, int pool, Loan loan, double borrowed) {
        return pool < 0 ? 0 : market.quoting(pool).out(loan.debt(), borrowed) * (1 - GroupAccount.MAX_SLIPPAGE);
    }

    /** Inside the flash loan, result 0 is its amount and 1 what is owed; the swap's is 2. */
    private static Call leveraged(
            MarketEngine market, FlashLender lender, int pool, Loan loan, UInt256 units, UInt256 added, double least) {
        Lending lending = loan.lending();
        Call buy = market.quoting(pool).swap(loan.debt(), Amount.given(0), market.toUnits(loan.collateral(), least));
        return lender.flashLoan(
                loan.debt(),
                units,
                new Call.Batch(List.of(
                        buy,
                        lending.supply(loan.collateral(), Amount.given(2)),
                        lending.supply(loan.collateral(), Amount.of(added)),
                        lending.borrow(loan.debt(), Amount.given(1)))));
    }

    /** The first venue of the chain that exchanges both assets, or −1. */
    private static int pool(MarketEngine market, int chain, int base, int quote) {
        List<MarketMap.Venue> all = market.map().venues();
        for (int i = 0; i < all.size(); i++) {
            MarketMap.Venue each = all.get(i);
            boolean fits = each.place() == chain && each.base() == base && each.quote() == quote;
            if (fits && market.venue(i, Quoting.class).isPresent()) {
                return i;
            }
        }
        return -1;
    }
}
