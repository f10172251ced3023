package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import catallaxy.environment.market.venue.uniswapv4.DonateToRange;
import catallaxy.environment.market.venue.uniswapv4.ProvideRange;
import catallaxy.environment.market.venue.uniswapv4.WithdrawRange;

/** Puts half an ETH and its dollars around the price, gives dollars to all who provide there, and takes its own out again. */
public final class Patron implements Agent {
    private final Units units;
    private final int pool;
    private final int chain;
    private final int base;
    private final int quote;
    private final double gift;
    private int sent;

    public Patron(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        pool = engine.venue(context.text("pool", ""));
        chain = engine.placeOfVenue(pool);
        base = engine.venues().get(pool).base();
        quote = engine.venues().get(pool).quote();
        gift = context.number("gift", 1);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        if (account.pending(chain) > 0 || sent == 3) {
            return Action.HOLD;
        }
        RangeLiquidity ranges = account.venue(pool, RangeLiquidity.class).orElseThrow();
        sent++;
        Call call = switch (sent) {
            case 1 -> provide(ranges, account.quoting(pool).orElseThrow().price());
            case 2 -> new DonateToRange(pool, Amount.of(UInt256.ZERO), Amount.of(units.toUnits(quote, gift)));
            default -> withdraw(ranges.positions(account.number(chain)).getFirst());
        };
        return Action.send(account.transaction(chain, call));
    }

    private Call provide(RangeLiquidity ranges, double price) {
        int lower = ranges.tickAt(0.95 * price);
        int upper = ranges.tickAt(1.05 * price);
        Amount half = Amount.of(units.toUnits(base, 0.5));
        return new ProvideRange(pool, lower, upper, half, Amount.all(), UInt256.ZERO, UInt256.ZERO);
    }

    private Call withdraw(RangeLiquidity.Position mine) {
        return new WithdrawRange(
                pool, mine.lowerTick(), mine.upperTick(), mine.liquidity(), UInt256.ZERO, UInt256.ZERO);
    }
}
