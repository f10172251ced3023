package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.ForgeMessage;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;

/** Bribes a bridge's validators once, to release an amount on its home chain that nobody has sent there. */
public final class Forger implements Agent {
    private final int bridge;
    private final int chain;
    private final int asset;
    private final UInt256 amount;
    private final UInt256 most;

    public Forger(AgentContext context) {
        EngineSpec engine = context.market().engine();
        Units units = new Units(engine);
        bridge = engine.bridge(context.text("bridge", ""));
        chain = engine.bridges().get(bridge).homeChain();
        asset = engine.asset(context.text("asset", ""));
        amount = units.toUnits(asset, context.number("amount", 1));
        most = units.toUnits(engine.quoteAsset(), context.number("most", 0));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        return observation.epoch() > 0
                ? Action.HOLD
                : Action.send(account.transaction(chain, new ForgeMessage(bridge, asset, amount, most)));
    }
}
