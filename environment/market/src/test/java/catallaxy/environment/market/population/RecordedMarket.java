package catallaxy.environment.market.population;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.EventKind;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.recording.RecordedFlow;
import catallaxy.environment.market.recording.Steps;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A book on which only a recording and one other participant act. */
final class RecordedMarket {
    static final int BOOK = 0;

    final List<BookEvent.OrderFilled> fills = new ArrayList<>();
    final int me;
    MarketEngine engine;
    private final List<GroupSpec> groups;
    private Population population;

    /** Prices in ticks of a hundredth, quantities in lots of 10 to the power −{@code decimals}. */
    RecordedMarket(RecordedFlow flow, int decimals, double price) {
        engine = MarketEngine.of(spec(decimals, price), 1);
        RecordedSpec recorded = new RecordedSpec(new Group("flow", List.of(BOOK), 1e11), flow);
        groups = List.of(recorded);
        population = new Population(groups, engine, 1);
        UInt256 much = UInt256.of(Long.MAX_VALUE / 4);
        me = engine.openParticipant("me", List.of(new Endowment(0, 0, much), new Endowment(0, 1, much)));
        engine.observe(event -> {
            if (event instanceof BookEvent.OrderFilled fill) {
                fills.add(fill);
            }
        });
        wakeNext(population.firstWakeNanos(0));
    }

    /** Goes on with a copy, or with what is read of the bytes of all there is. */
    void goOnWith(boolean copy) {
        if (copy) {
            engine = engine.copy();
            population = population.copy();
        } else {
            StateWriter out = new StateWriter();
            engine.save(out);
            population.save(out);
            StateReader in = new StateReader(out.toBytes());
            engine = engine.restored(in);
            population = Population.load(in, groups, engine);
            in.end();
        }
    }

    static Steps steps(int decimals) {
        return new Steps(new BigDecimal("0.01"), BigDecimal.ONE.scaleByPowerOfTen(-decimals));
    }

    private static EngineSpec spec(int decimals, double price) {
        return new EngineSpec(
                List.of(new AssetSpec("ASSET", decimals), new AssetSpec("USD", decimals + 2)),
                1,
                List.of(),
                List.of(new ExchangeSpec("spot", 0, 0, 0, 0, 0, 0, SelfTradePrevention.NONE)),
                List.of(new VenueSpec.Book("book", 0, 0, 1, 1, 1)),
                List.of(),
                WorldSpec.independent(1_000_000_000L, List.of(new DiffusionSpec("ASSET", price, 0, 0))));
    }

    private void wakeNext(long timeNanos) {
        if (timeNanos < Long.MAX_VALUE) {
            engine.wake(EventKind.POPULATION, 0, timeNanos);
        }
    }

    /** Everything up to and including a time. */
    void runTo(long timeNanos) {
        while (engine.hasEventUntil(timeNanos)) {
            if (engine.advance() != MarketEngine.HANDLED) {
                wakeNext(population.wake(engine, 0));
            }
        }
    }

    void send(Side side, TimeInForce force, long id, long ticks, long lots) {
        engine.submit(me, new MarketCommand.PlaceOrder(BOOK, side, force, id, ticks, lots));
        runTo(engine.timeNanos());
    }

    /** Lots by price of a side, the best first. */
    Map<Long, Long> levels(Side side) {
        Map<Long, Long> levels = new TreeMap<>();
        for (int who = 0; who < 2; who++) {
            engine.orders(who, BOOK).stream()
                    .filter(order -> order.side() == side)
                    .forEach(order -> levels.merge(
                            side == Side.BUY ? -order.priceTicks() : order.priceTicks(), order.lots(), Long::sum));
        }
        Map<Long, Long> inOrder = new LinkedHashMap<>();
        levels.forEach((key, lots) -> inOrder.put(Math.abs(key), lots));
        return inOrder;
    }
}
