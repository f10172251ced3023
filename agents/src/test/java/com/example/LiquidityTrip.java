package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Takes the quote asset from an exchange over a bridge to a pool, provides liquidity there, and brings it back, less a tenth
 * for its partner.
 */
public final class LiquidityTrip implements Agent {
    /** One command of the trip, as soon as it can be sent. */
    private interface Step {
        Optional<MarketCommand> of(Account account, Observation observation);
    }

    private final Units units;
    private final int exchange;
    private final int exchangePlace;
    private final int bridge;
    private final int home;
    private final int away;
    private final int pool;
    private final int base;
    private final int quote;
    private final int partner;
    private final int ask;
    private final int timeRemaining;
    private final double returnSeconds;
    private final UInt256 amount;
    private final Deque<Step> steps = new ArrayDeque<>(
            List.of(this::withdraw, this::cross, this::provide, this::remove, this::sell, this::bringBack));
    private Step latest = this::withdraw;
    private long refusals;
    private UInt256 bought = UInt256.ZERO;

    public LiquidityTrip(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        exchange = engine.exchange(context.text("exchange", ""));
        exchangePlace = engine.placeOfExchange(exchange);
        bridge = engine.bridge(context.text("bridge", ""));
        home = engine.bridges().get(bridge).homeChain();
        away = engine.bridges().get(bridge).remoteChain();
        pool = engine.venue(context.text("pool", ""));
        VenueSpec spec = engine.venues().get(pool);
        base = spec.base();
        quote = spec.quote();
        partner = context.market().participant(context.text("partner", ""));
        ask = context.observations().index("ask." + spec.id());
        timeRemaining = context.observations().index("time_remaining");
        returnSeconds = context.number("return-seconds", 600);
        amount = units.toUnits(quote, context.number("amount", 1_000));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        if (account.pending(exchangePlace) + account.pending(home) + account.pending(away) > 0) {
            return Action.HOLD; // what it sent before has had no effect yet
        }
        if (account.refusals() > refusals) {
            refusals = account.refusals();
            steps.addFirst(latest); // again, at the prices of now
        }
        Optional<MarketCommand> command =
                steps.isEmpty() ? Optional.empty() : steps.getFirst().of(account, observation);
        if (command.isEmpty()) {
            return Action.HOLD;
        }
        latest = steps.removeFirst();
        return Action.of(List.of(command.get()));
    }

    private Optional<MarketCommand> withdraw(Account account, Observation observation) {
        return Optional.of(new MarketCommand.Withdraw(exchange, home, quote, amount));
    }

    private Optional<MarketCommand> cross(Account account, Observation observation) {
        UInt256 arrived = account.balance(home, quote);
        return arrived.isZero()
                ? Optional.empty()
                : Optional.of(account.transaction(home, new Call.BridgeTransfer(bridge, quote, arrived)));
    }

    /** Buys the other asset for half of it and adds both to the pool: all of it or nothing. */
    private Optional<MarketCommand> provide(Account account, Observation observation) {
        UInt256 half = account.balance(away, quote).dividedBy(UInt256.of(2));
        if (half.isZero()) {
            return Optional.empty();
        }
        bought = units.toUnits(base, 0.99 * units.toWhole(quote, half) / observation.value(ask));
        Call swap = new Call.Swap(List.of(pool), quote, half, bought);
        Call add = new Call.AddLiquidity(pool, bought, half, UInt256.ZERO, UInt256.ZERO);
        return Optional.of(account.transaction(away, new Call.Batch(List.of(swap, add))));
    }

    private Optional<MarketCommand> remove(Account account, Observation observation) {
        UInt256 shares = account.shares(pool);
        return observation.value(timeRemaining) > returnSeconds
                ? Optional.empty()
                : Optional.of(
                        account.transaction(away, new Call.RemoveLiquidity(pool, shares, UInt256.ZERO, UInt256.ZERO)));
    }

    private Optional<MarketCommand> sell(Account account, Observation observation) {
        double worth = units.toWhole(base, bought) * observation.value(ask);
        UInt256 least = units.toUnits(quote, 0.98 * worth);
        return Optional.of(account.transaction(away, new Call.Swap(List.of(pool), base, bought, least)));
    }

    private Optional<MarketCommand> bringBack(Account account, Observation observation) {
        UInt256 all = account.balance(away, quote);
        UInt256 share = all.dividedBy(UInt256.of(10));
        Call pay = new Call.Transfer(partner, quote, share);
        Call deposit = new Call.Deposit(exchange, quote, all.minusExact(share));
        return Optional.of(account.transaction(away, new Call.Batch(List.of(pay, deposit))));
    }
}
