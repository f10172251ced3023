package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.lending.LendingCall.SetCollateralTerms;

/** Lowers what can be borrowed against an asset to a target, as fast as the market's bounds allow. */
public final class Steward implements Agent {
    private static final double BPS = 1e4;

    private final int bank;
    private final int chain;
    private final double target;
    private final double threshold;

    public Steward(AgentContext context) {
        EngineSpec engine = context.market().engine();
        bank = engine.venue(context.text("bank", ""));
        chain = engine.placeOfVenue(bank);
        target = context.number("target", 0.5);
        threshold = context.number("threshold", 0.8);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        Lending lending = account.venue(bank, Lending.class).orElseThrow();
        int collateral = lending.assets().getFirst();
        double present = lending.loanToValue(collateral);
        double next = Math.max(target, present - lending.termsStep());
        if (account.pending(chain) > 0 || next >= present || !lending.mayChangeTerms(account.number(chain))) {
            return Action.HOLD;
        }
        return Action.send(account.transaction(
                chain, new SetCollateralTerms(bank, collateral, Math.round(BPS * next), Math.round(BPS * threshold))));
    }
}
