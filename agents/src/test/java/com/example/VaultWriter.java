package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionVault;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.Units;
import java.util.List;

/** Has shares of a vault of options for a while, writes an option of it for a margin, closes it, and liquidates who has too little. */
public final class VaultWriter implements Agent {
    private final Units units;
    private final int venue;
    private final int chain;
    private final int base;
    private final int quote;
    private final double size;
    private int step;

    public VaultWriter(AgentContext context) {
        EngineSpec engine = context.market().engine();
        units = new Units(engine);
        venue = engine.venue(context.text("venue", ""));
        chain = engine.placeOfVenue(venue);
        base = engine.venues().get(venue).base();
        quote = engine.venues().get(venue).quote();
        size = context.number("size", 1);
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        if (account.pending(chain) > 0) {
            return Action.HOLD;
        }
        WriterMargin margins = account.venue(venue, WriterMargin.class).orElseThrow();
        List<Integer> risky = margins.atRisk();
        if (!risky.isEmpty()) {
            return Action.send(account.transaction(chain, margins.liquidate(risky.getFirst())));
        }
        step++;
        return step <= 4 ? Action.send(account.transaction(chain, next(account, margins))) : Action.HOLD;
    }

    private Call next(Account account, WriterMargin margins) {
        OptionMarket options = account.venue(venue, OptionMarket.class).orElseThrow();
        OptionVault vault = account.venue(venue, OptionVault.class).orElseThrow();
        int mine = account.number(chain);
        UInt256 quantity = units.toUnits(base, size);
        return switch (step) {
            case 1 -> vault.deposit(quote, Amount.of(units.toUnits(quote, 1_000)), UInt256.ONE);
            case 2 ->
                new Call.Batch(List.of(
                        margins.post(Amount.of(units.toUnits(quote, options.underlying() * size / 2))),
                        options.sell(0, quantity, UInt256.ONE)));
            case 3 ->
                new Call.Batch(List.of(
                        options.buy(0, quantity, UInt256.MAX),
                        margins.take(units.toUnits(quote, 0.999999 * margins.margin(mine)))));
            default -> vault.withdraw(vault.shares(mine), quote, UInt256.ONE);
        };
    }
}
