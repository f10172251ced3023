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
import catallaxy.environment.market.trading.Gas;
import java.util.List;
import java.util.Optional;

/**
 * Borrows by a flash loan, buys an asset at a thin pool until it is dear there, supplies it to a lending market, borrows against it at
 * that price, and repays, all in one transaction. Of sizes a quarter apart it takes the one that would gain the most if the market read
 * the pool's price at the moment; where it reads another, the loan is refused, and the whole reverts. The pattern is that of Qin et al.
 * 2021, "Attacking the DeFi Ecosystem with Flash Loans for Fun and Profit", section 4.2 (https://arxiv.org/abs/2003.03810).
 */
record AttackingOracle(OracleAttackerSpec spec) implements Act {
    private static final int PATIENCE_BLOCKS = 20;
    private static final double STEP = 1.25;
    /** What is left of a promise for rounding. */
    private static final double CAUTION = 0.999;
    /** The part of a size by which a marginal price is measured. */
    private static final double MARGIN = 1e-4;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        MarketMap.Venue pool = market.map().venue(spec.pool());
        for (int venue : spec.venues()) {
            Lending lending = market.offered(venue, Lending.class);
            int debt = LoanAssets.debt(market, lending);
            int collateral = pool.base() == debt ? pool.quote() : pool.base();
            boolean fits = pool.place() == market.spec().placeOfVenue(venue)
                    && (pool.base() == debt || pool.quote() == debt)
                    && LoanAssets.collaterals(market, lending).contains(collateral);
            if (fits) {
                attack(market, account, new Target(venue, lending, market.quoting(spec.pool()), collateral, debt));
            }
        }
    }

    /** A lending market, and the pool by whose price it may be deceived. */
    private record Target(int venue, Lending lending, Quoting pool, int collateral, int debt) {
        /** What could be borrowed against all that a size buys, at the price that the pool has then. */
        double borrowable(double size) {
            double bought = pool.out(debt, size);
            double more = pool.out(debt, size * (1 + MARGIN)) - bought;
            double price = (1 - pool.feeRate()) * MARGIN * size / more;
            double allowed = bought * price * lending.loanToValue(collateral);
            return CAUTION * StrictMath.min(allowed, lending.held(debt));
        }
    }

    /** A size, who lends it, and what it promises. */
    private record Plan(double size, FlashLender lender, double gain) {}

    private void attack(MarketEngine market, GroupAccount account, Target target) {
        int chain = market.map().venue(spec.pool()).place();
        Optional<Plan> best = Optional.empty();
        double most = 100 * target.lending().held(target.debt());
        for (double size = target.pool().dust(target.debt()); size < most; size *= STEP) {
            Optional<Plan> plan = plan(market, chain, target, size);
            if (plan.isPresent()
                    && (best.isEmpty() || plan.get().gain() > best.get().gain())) {
                best = plan;
            }
        }
        if (best.isPresent()) {
            Call program = program(market, target, best.get());
            double gain = best.get().gain() * market.worldPrice(target.debt()) - Gas.costQuote(market, chain, program);
            if (gain >= spec.leastGainQuote()) {
                account.send(market, chain, program, PATIENCE_BLOCKS);
            }
        }
    }

    /** What is lent for it comes neither from the pool, which is locked then, nor from the market that is to be emptied. */
    private Optional<Plan> plan(MarketEngine market, int chain, Target target, double size) {
        double promised = target.borrowable(size) - size;
        if (!(promised > 0)) {
            return Optional.empty();
        }
        int debt = target.debt();
        UInt256 units = market.toUnits(debt, size);
        return FlashCredit.cheapest(market, chain, debt, units, List.of(spec.pool(), target.venue()))
                .map(lender ->
                        new Plan(size, lender, promised - market.ledger().toWhole(debt, lender.flashFee(debt, units))));
    }

    /** Inside the loan, result 0 is its amount, 1 what is owed, and 2 what was bought. */
    private static Call program(MarketEngine market, Target target, Plan plan) {
        UInt256 borrowed = market.toUnits(target.debt(), target.borrowable(plan.size()));
        return plan.lender()
                .flashLoan(
                        target.debt(),
                        market.toUnits(target.debt(), plan.size()),
                        new Call.Batch(List.of(
                                target.pool().swap(target.debt(), Amount.given(0), UInt256.ZERO),
                                target.lending().supply(target.collateral(), Amount.given(2)),
                                target.lending().borrow(target.debt(), Amount.of(borrowed)))));
    }
}
