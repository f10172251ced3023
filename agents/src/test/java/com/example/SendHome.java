package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;

/** Takes an amount from an exchange to a chain, once. */
public final class SendHome implements Agent {
    private final int exchange;
    private final int place;
    private final int chain;
    private final int asset;
    private final UInt256 amount;
    private boolean sent;

    public SendHome(AgentContext context) {
        EngineSpec engine = context.market().engine();
        exchange = engine.exchange(context.text("exchange", ""));
        place = engine.placeOfExchange(exchange);
        chain = engine.chain(context.text("chain", ""));
        asset = engine.asset(context.text("asset", ""));
        amount = new Units(engine).toUnits(asset, context.number("amount", 0));
    }

    @Override
    public Action decide(Observation observation) {
        if (sent || observation.account().balance(place, asset).isLessThan(amount)) {
            return Action.HOLD;
        }
        sent = true;
        return Action.send(new MarketCommand.Withdraw(exchange, chain, asset, amount));
    }
}
