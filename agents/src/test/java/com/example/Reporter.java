package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.feed.ReportPrice;

/** Tells a feed what a venue shows, whenever its last report is a heartbeat old. */
public final class Reporter implements Agent {
    private final int feed;
    private final int source;
    private final int asset;
    private final int chain;

    public Reporter(AgentContext context) {
        EngineSpec engine = context.market().engine();
        feed = engine.venue(context.text("feed", ""));
        source = engine.venue(context.text("source", ""));
        asset = engine.venues().get(source).base();
        chain = engine.placeOfVenue(feed);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        PriceFeed prices = account.venue(feed, PriceFeed.class).orElseThrow();
        int self = prices.reporter(account.number(chain)).orElseThrow();
        boolean isFresh = prices.reportAgeSeconds(self, asset) < prices.heartbeatSeconds();
        if (account.pending(chain) > 0 || isFresh) {
            return Action.HOLD;
        }
        UInt256 priceE8 = UInt256.of(
                Math.round(account.venue(source, Quoting.class).orElseThrow().price() * 1e8));
        return Action.send(account.transaction(chain, new ReportPrice(feed, asset, priceE8)));
    }
}
