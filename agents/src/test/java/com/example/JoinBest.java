package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.PriceLevel;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** Rests a bid behind those at the best price of a book, without ever taking. */
public final class JoinBest implements Agent {
    private static final long BID = 1;

    private final int venue;
    private final int place;
    private final long lots;

    public JoinBest(AgentContext context) {
        EngineSpec engine = context.market().engine();
        venue = engine.venue(context.text("venue", ""));
        place = engine.placeOfVenue(venue);
        lots = new Units(engine).toLots(venue, context.number("size", 1));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        List<PriceLevel> bids = account.levels(venue, Side.BUY, 1);
        if (account.pending(place) > 0 || !account.orders(venue).isEmpty() || bids.isEmpty()) {
            return Action.HOLD;
        }
        long best = bids.getFirst().priceTicks();
        return Action.send(new MarketCommand.PlaceOrder(venue, Side.BUY, TimeInForce.POST_ONLY, BID, best, lots));
    }
}
