package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.venue.FeeControl;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.adaptive.SetPoolFee;

/** Steers the fee of a pool that names it as its controller: a step up where swaps went one way since the last look, else a step down. */
public final class FeePilot implements Agent {
    private final int pool;
    private final int chain;
    private final int stepPips;
    private double traded;
    private double net;

    public FeePilot(AgentContext context) {
        EngineSpec engine = context.market().engine();
        pool = engine.venue(context.text("pool", ""));
        chain = engine.placeOfVenue(pool);
        stepPips = (int) context.number("step-pips", 100);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        FeeControl control = account.venue(pool, FeeControl.class).orElseThrow();
        FeeControl.Flow flow = control.flow();
        double oneWay = Math.abs(flow.netQuote() - net);
        double all = flow.quoteIn() + flow.quoteOut() - traded;
        int step = all > 0 && oneWay > 0.5 * all ? stepPips : -stepPips;
        int fee = Math.clamp(control.feePips() + step, control.lowestPips(), control.highestPips());
        if (account.pending(chain) > 0 || fee == control.feePips()) {
            return Action.HOLD;
        }
        net = flow.netQuote();
        traded = flow.quoteIn() + flow.quoteOut();
        return Action.send(account.transaction(chain, new SetPoolFee(pool, fee)));
    }
}
