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
import catallaxy.environment.market.venue.pool.ExitPoolInOne;
import catallaxy.environment.market.venue.pool.JoinPool;
import java.util.List;

/** Deposits all that it has of the second asset in a pool, for a while, and takes the same asset out again. */
public final class OneSided implements Agent {
    private final int pool;
    private final int chain;
    private final int asset;
    private final int timeRemaining;
    private boolean deposited;

    public OneSided(AgentContext context) {
        EngineSpec engine = context.market().engine();
        pool = engine.venue(context.text("pool", ""));
        chain = engine.placeOfVenue(pool);
        asset = engine.venues().get(pool).quote();
        timeRemaining = context.observations().index("time_remaining");
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        if (account.pending(chain) > 0) {
            return Action.HOLD;
        }
        if (!deposited) {
            deposited = true;
            List<Amount> amounts = List.of(Amount.of(UInt256.ZERO), Amount.all());
            return Action.send(account.transaction(chain, new JoinPool(pool, amounts, UInt256.ZERO)));
        }
        boolean late = observation.value(timeRemaining) <= 60;
        Call exit = new ExitPoolInOne(pool, Amount.all(), asset, UInt256.ZERO);
        return late && !account.shares(pool).isZero() ? Action.send(account.transaction(chain, exit)) : Action.HOLD;
    }
}
