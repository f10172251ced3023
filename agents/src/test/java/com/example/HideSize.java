package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;

/** Rests a bid of which others see a tenth at a time. */
public final class HideSize implements Agent {
    private static final long BID = 1;

    private final int venue;
    private final int place;
    private final long ticks;
    private final long lots;

    public HideSize(AgentContext context) {
        EngineSpec engine = context.market().engine();
        Units units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        place = engine.placeOfVenue(venue);
        ticks = units.toTicks(venue, context.number("price", 0));
        lots = units.toLots(venue, context.number("size", 1));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        if (observation.epoch() > 0 || account.pending(place) > 0) {
            return Action.HOLD;
        }
        return Action.send(
                new MarketCommand.PlaceOrder(venue, Side.BUY, TimeInForce.GTC, BID, ticks, lots).showing(lots / 10));
    }
}
