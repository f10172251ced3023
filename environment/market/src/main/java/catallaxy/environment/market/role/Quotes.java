package catallaxy.environment.market.role;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OwnOrders;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.trading.Means;
import catallaxy.environment.market.trading.Ticks;
import catallaxy.environment.market.trading.WorldPrice;
import java.util.Arrays;

/**
 * A post-only bid and ask on one book, kept in a seat's registers and replaced only where price or size changes.
 *
 * <p>An order that is on its way to the exchange counts as standing; afterwards the book is asked, so that fills,
 * partial fills and rejections are made good at the next epoch. A quote never crosses what others show: it is moved to one
 * tick behind the best opposite price. The side that could block the other is moved first.
 *
 * <p>What a side may fill is bounded over all of its orders: those on their way, the open ones, and those whose cancellation is
 * on its way, which may fill before it arrives. A quote that is moved therefore finds the room that the one before it leaves;
 * where that is none, the quote comes back at the first epoch after the cancellation has taken effect.
 */
final class Quotes {
    static final int REGISTERS = 6;

    private static final int NONE = -1;
    private static final int PER_SIDE = 3;
    private static final int ID = 0;
    private static final int TICKS = 1;
    private static final int LOTS = 2;

    /**
     * What is to be shown on one side.
     *
     * @param price quote units
     * @param size  whole base units
     * @param most  that may fill on the side from now on, whole base units
     */
    record Quote(double price, double size, double most) {}

    private final int venue;

    Quotes(int venue) {
        this.venue = venue;
    }

    LimitOrderBook book(MarketView market) {
        return market.offered(venue, LimitOrderBook.class);
    }

    private OwnOrders orders(MarketView market, Seat seat) {
        return book(market).orders(seat.participant());
    }

    void forget(Seat seat) {
        Arrays.fill(seat.registers(), 0);
        seat.registers()[at(Side.BUY) + ID] = NONE;
        seat.registers()[at(Side.SELL) + ID] = NONE;
    }

    /** Halfway between the best prices that others show; the world's price where they leave a side empty. */
    double othersMid(MarketView market, Seat seat) {
        long bid = othersBest(market, seat, Side.BUY);
        long ask = othersBest(market, seat, Side.SELL);
        return bid > 0 && ask < Long.MAX_VALUE
                ? (bid + ask) / 2.0 * book(market).tickSize()
                : WorldPrice.of(market, venue);
    }

    /** Shows these quotes from now on; a size of less than a lot shows none. */
    void show(MarketView market, Gateway gateway, Seat seat, Quote bid, Quote ask) {
        long bidTicks = Ticks.of(book(market), Side.BUY, bid.price());
        long askTicks = Ticks.of(book(market), Side.SELL, ask.price());
        bidTicks = StrictMath.min(bidTicks, othersBest(market, seat, Side.SELL) - 1);
        askTicks = StrictMath.max(askTicks, othersBest(market, seat, Side.BUY) + 1);
        if (bidTicks >= askTicks && bid.size() > 0 && ask.size() > 0) {
            bidTicks = askTicks - 1;
        }
        long bidLots = bidTicks > 0 ? affordable(market, seat, bidTicks, lots(market, bid.size())) : 0;
        long askLots = StrictMath.min(lots(market, ask.size()), sellable(market, seat, askTicks));
        boolean up = bidTicks > seat.registers()[at(Side.BUY) + TICKS];
        if (up) {
            move(market, gateway, seat, Side.SELL, askTicks, askLots, lots(market, ask.most()));
            move(market, gateway, seat, Side.BUY, bidTicks, bidLots, lots(market, bid.most()));
        } else {
            move(market, gateway, seat, Side.BUY, bidTicks, bidLots, lots(market, bid.most()));
            move(market, gateway, seat, Side.SELL, askTicks, askLots, lots(market, ask.most()));
        }
    }

    /** Takes both quotes away. */
    void withdraw(MarketView market, Gateway gateway, Seat seat) {
        move(market, gateway, seat, Side.BUY, 0, 0, 0);
        move(market, gateway, seat, Side.SELL, 0, 0, 0);
    }

    private long lots(MarketView market, double size) {
        return size > 0 ? book(market).toLots(size) : 0;
    }

    /** Base units that may fill on a side beside the quote that stands there. */
    double stale(MarketView market, Seat seat, Side side) {
        long exposed = orders(market, seat).exposedLots(side);
        return (exposed - standing(market, seat, side)) * book(market).lotSize();
    }

    private void move(MarketView market, Gateway gateway, Seat seat, Side side, long ticks, long wanted, long most) {
        long[] registers = seat.registers();
        int at = at(side);
        long standing = standing(market, seat, side);
        long exposed = orders(market, seat).exposedLots(side);
        long lots = StrictMath.min(wanted, StrictMath.max(0, most - (exposed - standing)));
        if (standing == lots && (lots == 0 || registers[at + TICKS] == ticks)) {
            return;
        }
        if (standing > 0) {
            gateway.submit(new MarketCommand.CancelOrder(venue, registers[at + ID]));
        }
        place(gateway, seat, side, ticks, StrictMath.min(lots, StrictMath.max(0, most - exposed)));
    }

    private void place(Gateway gateway, Seat seat, Side side, long ticks, long lots) {
        long[] registers = seat.registers();
        int at = at(side);
        registers[at + ID] = lots > 0 ? seat.nextOrderId() : NONE;
        registers[at + TICKS] = ticks;
        registers[at + LOTS] = lots;
        if (lots > 0) {
            gateway.submit(
                    new MarketCommand.PlaceOrder(venue, side, TimeInForce.POST_ONLY, registers[at + ID], ticks, lots));
        }
    }

    /** Lots of our order on a side that stand or will. */
    private long standing(MarketView market, Seat seat, Side side) {
        long[] registers = seat.registers();
        int at = at(side);
        if (registers[at + ID] == NONE) {
            return 0;
        }
        return orders(market, seat).isUnderWay(registers[at + ID])
                ? registers[at + LOTS]
                : orders(market, seat).lots(registers[at + ID]);
    }

    /** Best ticks on a side that are not ours alone; where there are none, what bounds nothing. */
    private long othersBest(MarketView market, Seat seat, Side side) {
        long best = ticks(market, side, 0);
        boolean ours = best == seat.registers()[at(side) + TICKS]
                && lots(market, book(market).size(side, 0) + book(market).lotSize() / 2)
                        <= standing(market, seat, side);
        return ours ? ticks(market, side, 1) : best;
    }

    private long ticks(MarketView market, Side side, int level) {
        double price = book(market).price(side, level);
        if (price > 0) {
            return book(market).toTicks(price);
        }
        return side == Side.BUY ? 0 : Long.MAX_VALUE;
    }

    /** At most {@code lots}, as many as free cash and what the standing bid holds can pay. */
    private long affordable(MarketView market, Seat seat, long ticks, long lots) {
        if (Means.isMargined(market, venue)) {
            return StrictMath.min(lots, orderable(market, seat, Side.BUY, ticks));
        }
        int quote = market.map().venue(venue).quote();
        int place = market.map().venue(venue).place();
        double tick = book(market).tickSize();
        double dearer = 1 + market.prices().feeRate(venue);
        double held = standing(market, seat, Side.BUY)
                * book(market).lotSize()
                * seat.registers()[at(Side.BUY) + TICKS]
                * tick;
        double cash = market.holdings(seat.participant()).free(place, quote) + held * dearer;
        return StrictMath.min(lots, lots(market, cash / (ticks * tick * dearer)));
    }

    /** Lots of free base and of what the standing ask holds. */
    private long sellable(MarketView market, Seat seat, long ticks) {
        if (Means.isMargined(market, venue)) {
            return orderable(market, seat, Side.SELL, ticks);
        }
        int base = market.map().venue(venue).base();
        int place = market.map().venue(venue).place();
        return lots(market, market.holdings(seat.participant()).free(place, base)) + standing(market, seat, Side.SELL);
    }

    /** Lots of a position for which there is margin, and what the standing quote has. */
    private long orderable(MarketView market, Seat seat, Side side, long ticks) {
        double price = ticks * book(market).tickSize();
        double most = Means.orderable(market, seat.participant(), venue, side, price);
        return lots(market, most) + standing(market, seat, side);
    }

    private static int at(Side side) {
        return side == Side.BUY ? 0 : PER_SIDE;
    }
}
