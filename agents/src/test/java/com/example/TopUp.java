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

/** Pays an amount from a chain into its account at an exchange whenever less than that is there. */
public final class TopUp implements Agent {
    private final int exchange;
    private final int place;
    private final int chain;
    private final int asset;
    private final UInt256 amount;
    private UInt256 latest = UInt256.ZERO;

    public TopUp(AgentContext context) {
        EngineSpec engine = context.market().engine();
        exchange = engine.exchange(context.text("exchange", ""));
        place = engine.placeOfExchange(exchange);
        chain = engine.chain(context.text("chain", ""));
        asset = engine.asset(context.text("asset", ""));
        amount = new Units(engine).toUnits(asset, context.number("amount", 0));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        UInt256 there = account.balance(place, asset);
        boolean arrived = latest.isZero() || !there.isLessThan(latest);
        boolean poor = there.isLessThan(amount) && amount.isLessThan(account.balance(chain, asset));
        if (!arrived || !poor || account.pending(chain) > 0) {
            return Action.HOLD; // the exchange credits it some blocks later
        }
        latest = there.plusExact(amount);
        return Action.send(account.transaction(chain, new Call.Deposit(exchange, asset, amount)));
    }
}
