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
import java.util.ArrayList;
import java.util.List;

/** Bids at three prices, and takes everything out after the first fill. */
public final class Retreat implements Agent {
    private final int venue;
    private final int place;
    private final long ticks;
    private final long lots;

    public Retreat(AgentContext context) {
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
        if (account.pending(place) > 0) {
            return Action.HOLD;
        }
        if (account.fills() > 0) {
            return Action.send(new MarketCommand.CancelAllOrders(venue));
        }
        return account.orders(venue).isEmpty() ? Action.of(ladder()) : Action.HOLD;
    }

    private List<MarketCommand> ladder() {
        List<MarketCommand> bids = new ArrayList<>();
        for (long id = 0; id < 3; id++) {
            bids.add(new MarketCommand.PlaceOrder(venue, Side.BUY, TimeInForce.GTC, id, ticks - 100 * id, lots));
        }
        return bids;
    }
}
