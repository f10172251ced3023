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

/** Cancels a bid that others stand before, and gives up. */
public final class Impatient implements Agent {
    private static final long BID = 1;

    private final int venue;
    private final int place;
    private final long ticks;
    private final long lots;
    private boolean gaveUp;

    public Impatient(AgentContext context) {
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
        if (gaveUp || account.pending(place) > 0) {
            return Action.HOLD;
        }
        if (account.orders(venue).isEmpty()) {
            return Action.send(new MarketCommand.PlaceOrder(venue, Side.BUY, TimeInForce.GTC, BID, ticks, lots));
        }
        gaveUp = account.lotsAhead(venue, BID).orElse(0) > 0;
        return gaveUp ? Action.send(new MarketCommand.CancelOrder(venue, BID)) : Action.HOLD;
    }
}
