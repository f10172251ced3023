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
import java.util.ArrayList;
import java.util.List;

/** Rests a bid and an ask in a book, moves them with the price, and sells everything before the end. */
public final class LimitQuoter implements Agent {
    // The ids of its orders are its own choice.
    private static final long BID = 1;
    private static final long ASK = 2;
    private static final long STOCK = 3;
    private static final long SALE = 4;

    private final Units units;
    private final int venue;
    private final int base;
    private final int place;
    private final int price;
    private final int timeRemaining;
    private final double distance;
    private final double saleSeconds;
    private final long maxStock;
    private long lots;
    private long refusals;

    public LimitQuoter(AgentContext context) {
        EngineSpec engine = context.market().engine();
        String name = context.text("venue", "");
        units = new Units(engine);
        venue = engine.venue(name);
        base = engine.venues().get(venue).base();
        place = engine.placeOfVenue(venue);
        price = context.observations().index("price." + name);
        timeRemaining = context.observations().index("time_remaining");
        distance = context.number("distance-bps", 10) / 10_000;
        saleSeconds = context.number("sale-seconds", 60);
        lots = units.toLots(venue, context.number("size", 1));
        maxStock = units.toLots(venue, context.number("max-stock", 10));
    }

    @Override
    public Action decide(Observation observation) {
        Account account = observation.account();
        if (account.pending(place) > 0) {
            return Action.HOLD; // what it sent before has not arrived yet
        }
        if (account.refusals() > refusals) {
            refusals = account.refusals();
            lots = Math.max(1, lots / 2); // too much was asked for
        }
        return Action.of(
                observation.value(timeRemaining) <= saleSeconds ? sale(account) : quotes(account, observation));
    }

    private List<MarketCommand> quotes(Account account, Observation observation) {
        List<MarketCommand> commands = new ArrayList<>();
        double now = observation.value(price);
        long stock = stock(account);
        if (stock < maxStock) {
            quote(commands, account, Side.BUY, now * (1 - distance), lots);
        } else if (isOpen(account, BID)) {
            commands.add(new MarketCommand.CancelOrder(venue, BID));
        }
        if (stock > 0) {
            quote(commands, account, Side.SELL, now * (1 + distance), Math.min(lots, stock));
        } else {
            // The first stock: all of it at the market, or nothing.
            commands.add(new MarketCommand.PlaceOrder(
                    venue, Side.BUY, TimeInForce.FOK, STOCK, MarketCommand.ANY_PRICE, lots));
        }
        return commands;
    }

    /** Places the side's order, or moves it if the price has moved or some of it was filled. */
    private void quote(List<MarketCommand> commands, Account account, Side side, double limit, long size) {
        long id = side == Side.BUY ? BID : ASK;
        TimeInForce timeInForce = side == Side.BUY ? TimeInForce.GTC : TimeInForce.POST_ONLY;
        long ticks = units.toTicks(venue, limit);
        if (!isOpen(account, id)) {
            commands.add(new MarketCommand.PlaceOrder(venue, side, timeInForce, id, ticks, size));
        } else if (!account.orders(venue).contains(new OpenOrder(id, side, ticks, size))) {
            commands.add(new MarketCommand.ReplaceOrder(venue, id, ticks, size));
        }
    }

    /** Cancels what is open and sells what there is at the market; a rest is tried again at the next epoch. */
    private List<MarketCommand> sale(Account account) {
        List<MarketCommand> commands = new ArrayList<>();
        if (!account.orders(venue).isEmpty()) {
            commands.add(new MarketCommand.CancelAllOrders(venue));
        }
        long stock = stock(account);
        if (stock > 0) {
            commands.add(new MarketCommand.PlaceOrder(
                    venue, Side.SELL, TimeInForce.IOC, SALE, MarketCommand.ANY_PRICE, stock));
        }
        return commands;
    }

    private boolean isOpen(Account account, long id) {
        return account.orders(venue).stream().anyMatch(order -> order.clientOrderId() == id);
    }

    /** What is free, and what is on sale. */
    private long stock(Account account) {
        long onSale = account.orders(venue).stream()
                .filter(order -> order.side() == Side.SELL)
                .mapToLong(OpenOrder::lots)
                .sum();
        return onSale + units.toLots(venue, units.toWhole(base, account.balance(place, base)));
    }
}
