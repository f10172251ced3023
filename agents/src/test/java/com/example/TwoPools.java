package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** Buys in one pool and sells in another with one swap along both, which ends with at least what it began with or reverts. */
public final class TwoPools implements Agent {
    private final Units units;
    private final int chain;
    private final int quote;
    private final int base;
    private final List<Integer> path;
    private final double size;

    public TwoPools(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        int cheap = engine.venue(context.text("cheap", ""));
        path = List.of(cheap, engine.venue(context.text("dear", "")));
        chain = engine.placeOfVenue(cheap);
        base = engine.venues().get(cheap).base();
        quote = engine.venues().get(cheap).quote();
        size = context.number("size", 1_000);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        Quoting cheap = account.quoting(path.getFirst()).orElseThrow();
        Quoting dear = account.quoting(path.getLast()).orElseThrow();
        double back = dear.out(base, cheap.out(quote, size));
        if (account.pending(chain) > 0 || back <= size) {
            return Action.HOLD;
        }
        UInt256 in = units.toUnits(quote, size);
        return Action.send(account.transaction(chain, new Call.Swap(path, quote, in, in)));
    }
}
