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

/** Sends all that it has of an asset on one chain over a bridge to the other. */
public final class Crossing implements Agent {
    private final int bridge;
    private final int from;
    private final int asset;

    public Crossing(AgentContext context) {
        EngineSpec engine = context.market().engine();
        bridge = engine.bridge(context.text("bridge", ""));
        from = engine.chain(context.text("from", ""));
        asset = engine.asset(context.text("asset", ""));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        UInt256 here = account.balance(from, asset);
        return here.isZero() || account.pending(from) > 0
                ? Action.HOLD
                : Action.send(account.transaction(from, new Call.BridgeTransfer(bridge, asset, Amount.all())));
    }
}
