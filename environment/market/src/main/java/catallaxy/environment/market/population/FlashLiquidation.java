package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.FlashCredit;
import catallaxy.environment.market.trading.Gas;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A liquidation without capital: the debt is paid with a flash loan, the collateral is sold at the chain's pool that gives the most, and
 * the loan repaid with the proceeds, in one transaction that reverts where they are not enough. Of the amounts that may be paid, halved
 * up to eight times, it takes the one that leaves the most: a large one moves the pool.
 */
record FlashLiquidation(Liquidating liquidator, Liquidating.Seizure seizure) {
    private static final int HALVINGS = 8;
    /** What of the seized collateral is counted on: the treasury has its part of the bonus. */
    private static final double SOLD = 0.99;

    /** What may be paid, and what it promises. */
    private record Plan(double paid, int pool, FlashLender lender, double gainQuote) {}

    void send(MarketEngine market, GroupAccount account) {
        Optional<Plan> best = Optional.empty();
        double paid = seizure.allowed();
        for (int i = 0; i <= HALVINGS; i++) {
            Optional<Plan> plan = plan(market, paid);
            if (plan.isPresent()
                    && (best.isEmpty() || plan.get().gainQuote() > best.get().gainQuote())) {
                best = plan;
            }
            paid /= 2;
        }
        best.filter(plan -> plan.gainQuote() >= liquidator.spec().leastGainQuote())
                .ifPresent(plan ->
                        liquidator.send(market, account, seizure.risk(), program(market, plan), plan.gainQuote()));
    }

    private Optional<Plan> plan(MarketEngine market, double paid) {
        int chain = seizure.risk().chain();
        UInt256 units = market.toUnits(seizure.debt(), paid);
        double sold = SOLD * seizure.seized(paid);
        Optional<Integer> pool = pools(market)
                .boxed()
                .max((one, other) -> Double.compare(proceeds(market, one, sold), proceeds(market, other, sold)));
        if (units.isZero() || pool.isEmpty()) {
            return Optional.empty();
        }
        return FlashCredit.cheapest(market, chain, seizure.debt(), units, List.of(pool.get()))
                .map(lender -> {
                    double fee = market.ledger().toWhole(seizure.debt(), lender.flashFee(seizure.debt(), units));
                    double left = proceeds(market, pool.get(), sold) - paid - fee;
                    Plan plan = new Plan(paid, pool.get(), lender, 0);
                    double gas = Gas.costQuote(market, chain, program(market, plan));
                    return new Plan(paid, pool.get(), lender, left * market.worldPrice(seizure.debt()) - gas);
                });
    }

    private double proceeds(MarketEngine market, int pool, double sold) {
        return market.quoting(pool).out(seizure.collateral(), sold);
    }

    /** The chain's venues that exchange the collateral for the debt. */
    private IntStream pools(MarketEngine market) {
        List<MarketMap.Venue> venues = market.map().venues();
        return IntStream.range(0, venues.size()).filter(i -> {
            MarketMap.Venue each = venues.get(i);
            boolean sells = each.base() == seizure.collateral() && each.quote() == seizure.debt();
            boolean buys = each.quote() == seizure.collateral() && each.base() == seizure.debt();
            return each.place() == seizure.risk().chain()
                    && (sells || buys)
                    && market.venue(i, Quoting.class).isPresent();
        });
    }

    /** What is left of the collateral stays with the group. */
    private Call program(MarketEngine market, Plan plan) {
        UInt256 sold = market.toUnits(seizure.collateral(), SOLD * seizure.seized(plan.paid()));
        return plan.lender()
                .flashLoan(
                        seizure.debt(),
                        market.toUnits(seizure.debt(), plan.paid()),
                        new Call.Batch(List.of(
                                seizure.call(Amount.given(0)),
                                market.quoting(plan.pool())
                                        .swap(seizure.collateral(), Amount.of(sold), UInt256.ZERO))));
    }
}
