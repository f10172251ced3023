package catallaxy.environment.market.population;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.recording.FlowMessage;
import catallaxy.environment.market.recording.RecordedFlow;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Those who traded on a recorded book: everything that rests and takes there, as one participant whose commands arrive at once.
 *
 * <p>Recorded orders compete with others' by price and time. A recorded trade is an immediate-or-cancel order at its price, so it meets
 * whoever stands first; what others gave it, recorded orders did not give, and they keep it until the recording cancels it. A
 * cancellation takes what is left, at most what was recorded. Where only levels are recorded, what a level has lost is taken from the
 * youngest recorded lots, and what it gained is last. Recorded orders that a recorded order or trade passes are stale, and are cancelled first.
 */
final class RecordedTrading implements Behaviour {
    private final RecordedSpec spec;
    private final int venue;
    private int next;
    private long unnamed;

    private RecordedTrading(RecordedSpec spec, int next, long unnamed) {
        this.spec = spec;
        this.venue = spec.venues().getFirst();
        this.next = next;
        this.unnamed = unnamed;
    }

    static RecordedTrading open(RecordedSpec spec) {
        return new RecordedTrading(spec, 0, 0);
    }

    private RecordedFlow flow() {
        return spec.flow();
    }

    @Override
    public long nextWakeNanos() {
        return next < flow().messages().size() ? flow().messages().get(next).timeNanos() : Long.MAX_VALUE;
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        Turn turn = new Turn(market, account.participant());
        while (nextWakeNanos() <= market.timeNanos()) {
            turn.apply(flow().messages().get(next++));
        }
    }

    /** What is done at one moment; the book that it looks at is that before it. */
    private final class Turn {
        private final MarketEngine market;
        private final int participant;
        private final List<OpenOrder> own;
        private final Set<Long> cancelled = new LinkedHashSet<>();

        Turn(MarketEngine market, int participant) {
            this.participant = participant;
            this.market = market;
            this.own = market.orders(participant, venue);
        }

        void apply(FlowMessage message) {
            switch (message.kind()) {
                case REST -> rest(message);
                case CANCEL -> cancel(message);
                case TRADE -> trade(message);
                case LEVEL -> level(message);
            }
        }

        private void rest(FlowMessage message) {
            cancelPassed(message.side(), message.priceTicks(), true);
            place(message.side(), TimeInForce.GTC, named(message.orderId()), message.priceTicks(), message.lots());
        }

        private void cancel(FlowMessage message) {
            if (message.orderId() == FlowMessage.ANONYMOUS) {
                reduce(message.side(), message.priceTicks(), message.lots());
                return;
            }
            long id = named(message.orderId());
            long open = market.openLots(participant, venue, id);
            if (open > 0) {
                reduce(id, message.priceTicks(), open, message.lots());
            }
        }

        private void trade(FlowMessage message) {
            cancelPassed(message.side(), message.priceTicks(), false);
            placeUnnamed(message.side(), TimeInForce.IOC, message.priceTicks(), message.lots());
        }

        private void level(FlowMessage message) {
            long here = own.stream()
                    .filter(order -> isAt(order, message.side(), message.priceTicks()))
                    .mapToLong(OpenOrder::lots)
                    .sum();
            if (here > message.lots()) {
                reduce(message.side(), message.priceTicks(), here - message.lots());
            } else if (here < message.lots()) {
                cancelPassed(message.side(), message.priceTicks(), true);
                placeUnnamed(message.side(), TimeInForce.GTC, message.priceTicks(), message.lots() - here);
            }
        }

        private boolean isAt(OpenOrder order, Side side, long priceTicks) {
            return order.side() == side
                    && order.priceTicks() == priceTicks
                    && isUnnamed(order)
                    && !cancelled.contains(order.clientOrderId());
        }

        /** Takes unnamed lots of a level away, the youngest first. */
        private void reduce(Side side, long priceTicks, long lots) {
            long left = lots;
            for (OpenOrder order : own.reversed()) {
                if (left > 0 && isAt(order, side, priceTicks)) {
                    reduce(order.clientOrderId(), priceTicks, order.lots(), left);
                    left -= Math.min(left, order.lots());
                }
            }
        }

        private void reduce(long id, long priceTicks, long open, long lots) {
            if (lots >= open) {
                cancelled.add(id);
                market.submit(participant, new MarketCommand.CancelOrder(venue, id));
            } else {
                market.submit(participant, new MarketCommand.ReplaceOrder(venue, id, priceTicks, open - lots));
            }
        }

        /** Cancels orders of the recording on the other side that an order at this price would trade with, or pass. */
        private void cancelPassed(Side side, long priceTicks, boolean evenThere) {
            for (OpenOrder order : own) {
                long beyond = side == Side.BUY ? priceTicks - order.priceTicks() : order.priceTicks() - priceTicks;
                boolean passed = order.side() != side && (beyond > 0 || (evenThere && beyond == 0));
                if (passed && cancelled.add(order.clientOrderId())) {
                    market.submit(participant, new MarketCommand.CancelOrder(venue, order.clientOrderId()));
                }
            }
        }

        /** In as many orders as the exchange's largest order asks for. */
        private void placeUnnamed(Side side, TimeInForce force, long priceTicks, long lots) {
            VenueSpec.Book book = (VenueSpec.Book) market.spec().venues().get(venue);
            long most = BookMarket.mostLots(book, priceTicks);
            for (long left = lots; left > 0; left -= Math.min(left, most)) {
                place(side, force, nextUnnamed(), priceTicks, Math.min(left, most));
            }
        }

        private void place(Side side, TimeInForce force, long id, long priceTicks, long lots) {
            market.submit(participant, new MarketCommand.PlaceOrder(venue, side, force, id, priceTicks, lots));
        }
    }

    private static long named(long orderId) {
        return 2 * orderId;
    }

    private static boolean isUnnamed(OpenOrder order) {
        return (order.clientOrderId() & 1) == 1;
    }

    private long nextUnnamed() {
        return 2 * unnamed++ + 1;
    }

    @Override
    public RecordedTrading copy() {
        return new RecordedTrading(spec, next, unnamed);
    }

    @Override
    public void save(StateWriter out) {
        out.int32(next).int64(unnamed);
    }

    static RecordedTrading load(StateReader in, RecordedSpec spec) {
        return new RecordedTrading(spec, in.int32(), in.int64());
    }
}
