package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;

/** Provides liquidity to a pool for a while, at no worse than its price of now, and takes it out again. */
public final class Provider implements Agent {
    private final Units units;
    private final int pool;
    private final int chain;
    private final int base;
    private final int quote;
    private final double size;
    private final int timeRemaining;
    private final double until;
    private boolean provided;

    public Provider(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        pool = engine.venue(context.text("pool", ""));
        chain = engine.placeOfVenue(pool);
        base = engine.venues().get(pool).base();
        quote = engine.venues().get(pool).quote();
        size = context.number("size", 1);
        timeRemaining = context.observations().index("time_remaining");
        until = context.number("return-seconds", 60);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        UInt256 shares = account.shares(pool);
        boolean late = observation.value(timeRemaining) <= until;
        if (account.pending(chain) > 0) {
            return Action.HOLD;
        }
        if (!provided && !late) {
            provided = true;
            double worth = size * account.quoting(pool).orElseThrow().price();
            Call add = new Call.AddLiquidity(
                    pool, whole(base, size), whole(quote, worth), whole(base, 0.99 * size), whole(quote, 0.99 * worth));
            return Action.send(account.transaction(chain, add));
        }
        Call remove = new Call.RemoveLiquidity(pool, Amount.all(), UInt256.ZERO, UInt256.ZERO);
        return late && !shares.isZero() ? Action.send(account.transaction(chain, remove)) : Action.HOLD;
    }

    private UInt256 whole(int asset, double amount) {
        return units.toUnits(asset, amount);
    }
}
