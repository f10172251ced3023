package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;

/** Pays a partner on a chain a fixed amount at each of its epochs. */
public final class Salary implements Agent {
    private final int partner;
    private final int chain;
    private final int asset;
    private final UInt256 amount;

    public Salary(AgentContext context) {
        EngineSpec engine = context.market().engine();
        partner = context.market().participant(context.text("partner", ""));
        chain = engine.chain(context.text("chain", ""));
        asset = engine.asset(context.text("asset", ""));
        amount = new Units(engine).toUnits(asset, context.number("amount", 1));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        return Action.send(account.transaction(chain, new Call.Transfer(partner, asset, amount)));
    }
}
