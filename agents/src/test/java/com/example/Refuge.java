package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.rollup.ForceTransaction;

/** Brings all that it has of an asset on a rollup home over a bridge, by way of the chain that the rollup settles on. */
public final class Refuge implements Agent {
    private final int home;
    private final int rollup;
    private final int bridge;
    private final int asset;

    public Refuge(AgentContext context) {
        EngineSpec engine = context.market().engine();
        rollup = engine.chain(context.text("rollup", ""));
        home = engine.settlesOn(rollup).orElseThrow();
        bridge = engine.bridge(context.text("bridge", ""));
        asset = engine.asset(context.text("asset", ""));
    }

    @Override
    public Action decide(Observation observation) {
        if (observation.epoch() > 0) {
            return Action.HOLD;
        }
        Account account = observation.account();
        Call leave = new Call.BridgeTransfer(bridge, asset, Amount.all());
        long gas = 2 * account.gasEstimate(rollup, leave);
        return Action.send(account.transaction(home, new ForceTransaction(rollup, gas, leave)));
    }
}
