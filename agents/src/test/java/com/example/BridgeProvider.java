package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.market.bridge.AddBridgeLiquidity;
import catallaxy.environment.market.bridge.RemoveBridgeLiquidity;
import catallaxy.environment.market.engine.EngineSpec;

/** Provides all that it has of an asset to a bridge, and takes everything out again some epochs later. */
public final class BridgeProvider implements Agent {
    private final int bridge;
    private final int chain;
    private final int asset;
    private final long epochs;

    public BridgeProvider(AgentContext context) {
        EngineSpec engine = context.market().engine();
        bridge = engine.bridge(context.text("bridge", ""));
        chain = engine.chain(context.text("chain", ""));
        asset = engine.asset(context.text("asset", ""));
        epochs = (long) context.number("epochs", 20);
    }

    @Override
    public Action decide(Observation observation) {
        if (observation.epoch() == 0) {
            return send(observation, new AddBridgeLiquidity(bridge, asset, Amount.all()));
        }
        return observation.epoch() == epochs
                ? send(observation, new RemoveBridgeLiquidity(bridge, asset, Amount.all()))
                : Action.HOLD;
    }

    private Action send(Observation observation, Call call) {
        Account account = observation.account();
        return Action.send(account.transaction(chain, call));
    }
}
