package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** Lends the pool's base asset, borrows the quote asset against it, pays back in the end, and liquidates with money of the bank. */
public final class Lender implements Agent {
    private final Units units;
    private final int venue;
    private final int pool;
    private final int chain;
    private final int base;
    private final int quote;
    private final double size;
    private final int timeRemaining;
    private int sent;

    public Lender(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        venue = engine.venue(context.text("bank", ""));
        pool = engine.venue(context.text("pool", ""));
        chain = engine.placeOfVenue(venue);
        base = engine.venues().get(pool).base();
        quote = engine.venues().get(pool).quote();
        size = context.number("size", 1);
        timeRemaining = context.observations().index("time_remaining");
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        Lending bank = account.venue(venue, Lending.class).orElseThrow();
        List<Integer> atRisk = bank.atRisk();
        boolean early = observation.value(timeRemaining) > 60;
        if (account.pending(chain) > 0 || (atRisk.isEmpty() && (sent == 4 || (sent == 2 && early)))) {
            return Action.HOLD;
        }
        Call call = atRisk.isEmpty() ? next(bank, account.number(chain)) : liquidate(bank, account, atRisk.getFirst());
        return Action.send(account.transaction(chain, call));
    }

    private Call next(Lending bank, int me) {
        sent++;
        return switch (sent) {
            case 1 -> bank.supply(base, Amount.of(units.toUnits(base, size)));
            case 2 -> bank.borrow(quote, Amount.of(units.toUnits(quote, bank.borrowable(me, quote) / 2)));
            case 3 -> bank.repay(quote, Amount.all());
            default -> bank.withdraw(base, Amount.all());
        };
    }

    /** Borrows half of a debt in base, pays it, and buys what the bank takes back, a thousandth more, for part of the collateral. */
    private Call liquidate(Lending bank, Account account, int borrower) {
        double half = bank.owed(borrower, base) / 2;
        double back = 1.001 * half;
        double price = account.quoting(pool).orElseThrow().in(base, back);
        Call pay = bank.liquidate(borrower, quote, base, Amount.given(0));
        Call buy = new Call.Swap(List.of(pool), quote, units.toUnits(quote, price), units.toUnits(base, half));
        return new FlashLoan(venue, base, units.toUnits(base, half), new Call.Batch(List.of(pay, buy)));
    }
}
