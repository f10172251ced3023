package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** Takes ETH out of the cheap pool, sells it in the dear one, pays the cheap one, and keeps the rest: it needs gas only. */
public final class FlashBuyer implements Agent {
    private final Units units;
    private final int cheap;
    private final int dear;
    private final int chain;
    private final int base;
    private final int quote;
    private final double size;

    public FlashBuyer(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        cheap = engine.venue(context.text("cheap", ""));
        dear = engine.venue(context.text("dear", ""));
        chain = engine.placeOfVenue(cheap);
        base = engine.venues().get(cheap).base();
        quote = engine.venues().get(cheap).quote();
        size = context.number("size", 1);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        Quoting from = account.quoting(cheap).orElseThrow();
        Quoting to = account.quoting(dear).orElseThrow();
        double owed = 1.000001 * from.in(base, size); // a little more, for the integers' rounding
        if (account.pending(chain) > 0 || to.out(base, size) <= owed) {
            return Action.HOLD;
        }
        UInt256 debt = units.toUnits(quote, owed);
        Call sell = new Call.Swap(List.of(dear), base, Amount.given(0), debt); // the base asset that was taken out
        Call pay = new Call.Pay(cheap, quote, Amount.of(debt));
        Call flash = new FlashLoan(cheap, base, units.toUnits(base, size), new Call.Batch(List.of(sell, pay)));
        return Action.send(account.transaction(chain, flash));
    }
}
