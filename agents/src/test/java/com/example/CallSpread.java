package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** Buys a call, writes one of the same time with a higher strike, and takes what both are worth after they have expired. */
public final class CallSpread implements Agent {
    private final Units units;
    private final int venue;
    private final int chain;
    private final int base;
    private final int quote;
    private final double low;
    private final double high;
    private final double size;
    private int sent;

    public CallSpread(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        chain = engine.placeOfVenue(venue);
        base = engine.venues().get(venue).base();
        quote = engine.venues().get(venue).quote();
        low = context.number("low", 0);
        high = context.number("high", 0);
        size = context.number("size", 1);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        OptionMarket options = account.venue(venue, OptionMarket.class).orElseThrow();
        int bought = call(options.series(), low);
        int written = call(options.series(), high);
        boolean open = observation.timeNanos() < options.series().get(bought).expiryNanos();
        if (account.pending(chain) > 0 || (sent == 2 && open)) {
            return Action.HOLD;
        }
        if (sent < 2) {
            sent++;
            Call trade = sent == 1 ? buy(options, bought) : write(options, written);
            return Action.send(account.transaction(chain, trade));
        }
        int mine = options.position(account.number(chain), bought) == 0 ? written : bought;
        boolean settled = options.position(account.number(chain), mine) == 0;
        return settled ? Action.HOLD : Action.send(account.transaction(chain, options.settle(mine)));
    }

    /** Index of the first call of a strike. */
    private static int call(List<OptionMarket.Series> all, double strike) {
        return all.indexOf(all.stream()
                .filter(each -> each.right() == OptionRight.CALL && each.strike() == strike)
                .findFirst()
                .orElseThrow());
    }

    /** At most a hundredth more than it costs now. */
    private Call buy(OptionMarket options, int series) {
        return options.buy(series, units.toUnits(base, size), units.toUnits(quote, 1.01 * size * options.ask(series)));
    }

    /** For at least nine tenths of what it brings now. */
    private Call write(OptionMarket options, int series) {
        return options.sell(series, units.toUnits(base, size), units.toUnits(quote, 0.9 * size * options.bid(series)));
    }
}
