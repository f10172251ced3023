package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** Makes its bid smaller without losing its place in the queue, and moves it where others bid more. */
public final class KeepPlace implements Agent {
    private static final long BID = 1;

    private final Units units;
    private final int venue;
    private final int place;
    private final double firstPrice;
    private final long lots;

    public KeepPlace(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        place = engine.placeOfVenue(venue);
        firstPrice = context.number("price", 0);
        lots = units.toLots(venue, context.number("size", 1));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        List<OpenOrder> open = account.orders(venue);
        if (account.pending(place) > 0) {
            return Action.HOLD;
        }
        if (open.isEmpty()) {
            long ticks = units.toTicks(venue, firstPrice);
            return Action.send(new MarketCommand.PlaceOrder(venue, Side.BUY, TimeInForce.POST_ONLY, BID, ticks, lots));
        }
        OpenOrder bid = open.getFirst();
        long best = account.levels(venue, Side.BUY, 1).getFirst().priceTicks();
        if (best > bid.priceTicks()) {
            return Action.send(
                    new MarketCommand.ReplaceOrder(venue, BID, best, bid.lots(), true)); // last at the new price
        }
        return bid.lots() == lots
                ? Action.send(new MarketCommand.ReplaceOrder(venue, BID, bid.priceTicks(), lots / 2)) // keeps its place
                : Action.HOLD;
    }
}
