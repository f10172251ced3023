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

/** Rests a bid; when it has filled, waits to sell at any price should a trade go at or below its limit of loss. */
public final class StopLoss implements Agent {
    private static final long BID = 1;
    private static final long STOP = 2;

    private final int venue;
    private final int place;
    private final long ticks;
    private final long stopTicks;
    private final long lots;

    public StopLoss(AgentContext context) {
        EngineSpec engine = context.market().engine();
        Units units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        place = engine.placeOfVenue(venue);
        ticks = units.toTicks(venue, context.number("price", 0));
        stopTicks = units.toTicks(venue, context.number("stop", 0));
        lots = units.toLots(venue, context.number("size", 1));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        List<OpenOrder> open = account.orders(venue);
        if (observation.epoch() == 0) {
            return Action.send(new MarketCommand.PlaceOrder(venue, Side.BUY, TimeInForce.GTC, BID, ticks, lots));
        }
        if (account.pending(place) > 0 || !open.isEmpty() || account.fills() != 1) {
            return Action.HOLD; // it waits for its bid, or its stop order waits, or all is over
        }
        MarketCommand.PlaceOrder sale =
                new MarketCommand.PlaceOrder(venue, Side.SELL, TimeInForce.IOC, STOP, MarketCommand.ANY_PRICE, lots);
        return Action.send(sale.triggeredAt(stopTicks));
    }
}
