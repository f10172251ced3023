package catallaxy.scenarios.attribution;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures how well each agent trades while a market runs: prices after its fills, spreads, what became of its resting orders. What
 * a reorganisation undoes is taken back. It looks at the market and never acts on it. Owned by one thread.
 */
public final class ExecutionQuality {
    private static final long SECOND = 1_000_000_000L;

    private MarketEngine engine;
    private final int[] agentOf;
    private final WorldMarks marks;
    private final BlockPrices prices;
    private final RecentBlocks<OwnFill> blocks;
    private final List<Map<FillKind, FillMeasures>> measures = new ArrayList<>();
    private final List<RestingQuotes> quotes = new ArrayList<>();
    /** By horizon, in the order of their times. */
    private final List<Deque<OwnFill>> waiting = new ArrayList<>();

    private final List<MarketEvent.PoolSwapped> swaps = new ArrayList<>();
    private final List<Integer> touched = new ArrayList<>();
    private BookEvent.OrderFilled firstOfTaker =
            new BookEvent.OrderFilled(-1, -1, -1, -1, -1, -1, Side.BUY, 0, 0, 0, 0);
    private long stepNanos = -1;

    /** The measures of a market that is about to begin. */
    public ExecutionQuality(Market market) {
        this.engine = market.engine();
        this.agentOf = new int[engine.accounts().participants()];
        Arrays.fill(agentOf, -1);
        this.marks = new WorldMarks(engine);
        this.prices = new BlockPrices(engine, 0);
        this.blocks = new RecentBlocks<>(engine.spec().chains());
        FillMeasures.SECONDS.forEach(_ -> waiting.add(new ArrayDeque<>()));
        for (int agent = 0; agent < market.agentIds().size(); agent++) {
            agentOf[market.seat(agent).participant()] = agent;
            Map<FillKind, FillMeasures> kinds = new EnumMap<>(FillKind.class);
            for (FillKind kind : FillKind.values()) {
                kinds.put(kind, new FillMeasures());
            }
            measures.add(kinds);
            quotes.add(new RestingQuotes(engine.spec().venues().size()));
        }
    }

    /** Goes on with another market of the same run, such as a restored one. */
    public void moveTo(Market market) {
        engine = market.engine();
        marks.moveTo(engine);
        prices.moveTo(engine);
    }

    /** What is measured of an agent's fills of a kind. */
    public FillMeasures fills(int agent, FillKind kind) {
        return Objects.requireNonNull(measures.get(agent).get(kind));
    }

    /** What became of an agent's resting orders. */
    public RestingQuotes quotes(int agent) {
        return quotes.get(agent);
    }

    /** Is told of each event of the trace when it happens. */
    public void accept(MarketEvent event) {
        switch (event) {
            case MarketEvent.PriceMoved moved -> moved(moved);
            case BookEvent.OrderRested rested -> rested(rested);
            case BookEvent.OrderCancelled gone -> {
                if (agentOf[gone.participant()] >= 0) {
                    quotes.get(agentOf[gone.participant()])
                            .cancelled(gone.timeNanos(), gone.venue(), gone.clientOrderId(), gone.lots());
                }
            }
            case BookEvent.OrderFilled fill -> filled(fill);
            case MarketEvent.PoolSwapped swap -> {
                touched.add(swap.venue());
                swaps.add(swap);
            }
            case MarketEvent.LiquidityChanged change -> touched.add(change.venue());
            case MarketEvent.TransactionExecuted executed -> executed(executed);
            case MarketEvent.BlockProduced block -> blocks.closed(block.chain());
            case MarketEvent.ChainReorganised reorganised -> reorganised(reorganised);
            default -> {
                // says nothing of trades
            }
        }
    }

    private void moved(MarketEvent.PriceMoved event) {
        if (event.timeNanos() != stepNanos) {
            stepNanos = event.timeNanos();
            lookBefore(stepNanos);
        }
        marks.moved(event.asset(), event.price());
    }

    /** Looks at present prices for all fills whose horizons ended before a time. */
    private void lookBefore(long timeNanos) {
        for (int horizon = 0; horizon < waiting.size(); horizon++) {
            long dueBefore = timeNanos - FillMeasures.SECONDS.get(horizon) * SECOND;
            Deque<OwnFill> queue = waiting.get(horizon);
            while (!queue.isEmpty() && queue.peekFirst().dealt().timeNanos() < dueBefore) {
                look(queue.removeFirst(), horizon);
            }
        }
    }

    private void look(OwnFill fill, int horizon) {
        int venue = fill.dealt().venue();
        VenueSpec spec = engine.spec().venues().get(venue);
        fill.reached(horizon, marks.price(spec.base()) / marks.price(spec.quote()));
        if (horizon == FillMeasures.REALISED) {
            fill.realised(engine.price(venue));
        }
    }

    private void rested(BookEvent.OrderRested order) {
        int agent = agentOf[order.participant()];
        if (agent >= 0) {
            VenueSpec spec = engine.spec().venues().get(order.venue());
            double price = order.priceTicks() * engine.tickSize(order.venue());
            quotes.get(agent)
                    .rested(
                            order.timeNanos(),
                            order.venue(),
                            order.clientOrderId(),
                            order.side(),
                            order.lots(),
                            price * engine.lotSize(order.venue()) * marks.price(spec.quote()),
                            engine.offered(order.venue(), LimitOrderBook.class)
                                    .orders(order.participant())
                                    .lotsAhead(order.clientOrderId()));
        }
    }

    private void filled(BookEvent.OrderFilled fill) {
        boolean goesOn = fill.timeNanos() == firstOfTaker.timeNanos()
                && fill.venue() == firstOfTaker.venue()
                && fill.taker() == firstOfTaker.taker()
                && fill.takerOrderId() == firstOfTaker.takerOrderId();
        firstOfTaker = goesOn ? firstOfTaker : fill;
        int maker = agentOf[fill.maker()];
        int taker = agentOf[fill.taker()];
        if (maker >= 0) {
            quotes.get(maker).filled(fill.timeNanos(), fill.venue(), fill.makerOrderId(), fill.lots());
            add(onBook(fill, maker, FillKind.MAKER));
        }
        if (taker >= 0) {
            quotes.get(taker).gone(fill.timeNanos(), fill.venue(), fill.takerOrderId());
            add(onBook(fill, taker, FillKind.TAKER));
        }
    }

    private void add(OwnFill fill) {
        waiting.forEach(queue -> queue.addLast(fill));
    }

    /** The side that is not taken from is as it was; the other one began where the taker's order met it first. */
    private OwnFill onBook(BookEvent.OrderFilled fill, int agent, FillKind kind) {
        int venue = fill.venue();
        boolean takerBuys = fill.takerSide() == Side.BUY;
        double first = firstOfTaker.priceTicks() * engine.tickSize(venue);
        double price = fill.priceTicks() * engine.tickSize(venue);
        double worth = marks.price(engine.spec().venues().get(venue).quote());
        double bid = takerBuys ? engine.bestBid(venue) : first;
        double ask = takerBuys ? first : engine.bestAsk(venue);
        return new OwnFill(
                new OwnFill.Dealt(
                        venue,
                        fill.timeNanos(),
                        takerBuys == (kind == FillKind.TAKER),
                        takerBuys,
                        price,
                        price * fill.lots() * engine.lotSize(venue) * worth,
                        bid,
                        ask,
                        (bid + ask) / 2),
                fills(agent, kind));
    }

    private void executed(MarketEvent.TransactionExecuted end) {
        int agent = agentOf[end.participant()];
        if (agent >= 0) {
            for (MarketEvent.PoolSwapped swap : swaps) {
                OwnFill fill = inPool(swap, agent);
                blocks.add(end.chain(), fill);
                add(fill);
            }
        }
        for (int venue : touched) {
            prices.executed(venue);
        }
        touched.clear();
        swaps.clear();
    }

    private OwnFill inPool(MarketEvent.PoolSwapped swap, int agent) {
        int venue = swap.venue();
        VenueSpec spec = engine.spec().venues().get(venue);
        boolean buys = !swap.zeroForOne();
        double base = engine.ledger().toWhole(spec.base(), buys ? swap.amountOut() : swap.amountIn());
        double quote = engine.ledger().toWhole(spec.quote(), buys ? swap.amountIn() : swap.amountOut());
        double before = prices.latest(venue);
        double fee = engine.feeRate(venue);
        return new OwnFill(
                new OwnFill.Dealt(
                        venue,
                        swap.timeNanos(),
                        buys,
                        buys,
                        quote / base,
                        quote * marks.price(spec.quote()),
                        before * (1 - fee),
                        before / (1 - fee),
                        before),
                fills(agent, FillKind.POOL));
    }

    private void reorganised(MarketEvent.ChainReorganised event) {
        blocks.undone(event.chain(), event.depth()).forEach(OwnFill::undo);
        for (int venue = 0; venue < engine.spec().venues().size(); venue++) {
            if (engine.spec().placeOfVenue(venue) == event.chain()) {
                prices.restart(venue);
            }
        }
    }

    /** Looks for all fills whose horizons end at or before the end of a run. */
    public void end(long timeNanos) {
        lookBefore(timeNanos + 1);
    }
}
