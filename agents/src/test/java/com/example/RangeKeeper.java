package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.uniswapv3.BurnPosition;
import catallaxy.environment.market.venue.uniswapv3.CollectPosition;
import catallaxy.environment.market.venue.uniswapv3.MintPosition;

/** Puts half an ETH and its dollars around the price, borrows from the pool once, and takes everything out again in the end. */
public final class RangeKeeper implements Agent {
    private final int pool;
    private final int chain;
    private final double width;
    private final int timeRemaining;
    private int sent;
    private int lower;
    private int upper;

    public RangeKeeper(AgentContext context) {
        EngineSpec engine = context.market().engine();
        pool = engine.venue(context.text("pool", ""));
        chain = engine.placeOfVenue(pool);
        width = context.number("width", 0.05);
        timeRemaining = context.observations().index("time_remaining");
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        boolean early = observation.value(timeRemaining) > 60;
        if (account.pending(chain) > 0 || sent == 4 || (sent == 2 && early)) {
            return Action.HOLD;
        }
        RangeLiquidity ranges = account.venue(pool, RangeLiquidity.class).orElseThrow();
        sent++;
        Call call = switch (sent) {
            case 1 -> open(ranges, account.quoting(pool).orElseThrow().price());
            case 2 -> borrow();
            case 3 -> burn(ranges.positions(account.number(chain)).getFirst());
            default -> CollectPosition.all(pool, lower, upper);
        };
        return Action.send(account.transaction(chain, call));
    }

    private Call open(RangeLiquidity ranges, double price) {
        lower = ranges.tickAt(price * (1 - width));
        upper = ranges.tickAt(price * (1 + width));
        Amount few = Amount.of(UInt256.of(500_000_000_000_000_000L));
        return new MintPosition(pool, lower, upper, few, Amount.all(), UInt256.ZERO, UInt256.ZERO);
    }

    private Call burn(RangeLiquidity.Position mine) {
        return new BurnPosition(pool, lower, upper, mine.liquidity(), UInt256.ZERO, UInt256.ZERO);
    }

    /** A hundred dollars for a moment: what is owed is the second amount that is given. */
    private Call borrow() {
        Call back = new Call.Pay(pool, 1, Amount.given(1));
        return new FlashLoan(pool, 1, UInt256.of(100_000_000), back);
    }
}
