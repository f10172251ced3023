package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** Buys in one pool, sells what that gave in another and pays what that gave into an exchange: all of it or nothing. */
public final class AllOrNothing implements Agent {
    private final int cheap;
    private final int dear;
    private final int chain;
    private final int exchange;
    private final int base;
    private final int quote;
    private final UInt256 in;
    private boolean sent;

    public AllOrNothing(AgentContext context) {
        EngineSpec engine = context.market().engine();
        cheap = engine.venue(context.text("cheap", ""));
        dear = engine.venue(context.text("dear", ""));
        chain = engine.placeOfVenue(cheap);
        exchange = engine.exchange(context.text("exchange", ""));
        base = engine.venues().get(cheap).base();
        quote = engine.venues().get(cheap).quote();
        in = new Units(engine).toUnits(quote, context.number("size", 1_000));
    }

    @Override
    public Action decide(Observation observation) {
        if (sent) {
            return Action.HOLD;
        }
        sent = true;
        Call buy = new Call.Swap(List.of(cheap), quote, in, UInt256.ZERO);
        Call sell = new Call.Swap(List.of(dear), base, Amount.given(0), in); // what the first call gave
        Call deposit = new Call.Deposit(exchange, quote, Amount.given(1)); // what the second gave
        Call all = new Call.Batch(List.of(buy, sell, deposit));
        return Action.send(observation.account().transaction(chain, all));
    }
}
