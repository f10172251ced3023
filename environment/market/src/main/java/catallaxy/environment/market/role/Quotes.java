package catallaxy.environment.market.role;

import catallaxy.environment.market.command.MarketCommand;
import catallaxy.environment.market.command.Side;
import catallaxy.environment.market.command.TimeInForce;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Ticks;
import catallaxy.environment.market.trading.WorldPrice;
import java.util.Arrays;

/**
 * A post-only bid and ask on one book, kept in a seat's registers and replaced only where price or size changes.
 *
 * <p>An order that is on its way to the exchange counts as standing; afterwards the book is asked, so that fills,
 * partial fills and rejections are made good at the next epoch. A quote never crosses what others show: it is moved to one
 * tick behind the best opposite price. The side that could block the other is moved first.
 */
final class Quotes {
    static final int REGISTERS = 6;

    private static final int NONE = -1;
    private static final int PER_SIDE = 3;
    private static final int ID = 0;
    private static final int TICKS = 1;
    private static final int LOTS = 2;

    private final int venue;

    Quotes(int venue) {
        this.venue = venue;
    }

    void forget(Seat seat) {
        Arrays.fill(seat.registers(), 0);
        seat.registers()[at(Side.BUY) + ID] = NONE;
        seat.registers()[at(Side.SELL) + ID] = NONE;
    }

    /** Halfway between the best prices that others show; the world's price where they leave a side empty. */
    double othersMid(MarketEngine market, Seat seat) {
        long bid = othersBest(market, seat, Side.BUY);
        long ask = othersBest(market, seat, Side.SELL);
        return bid > 0 && ask < Long.MAX_VALUE
                ? (bid + ask) / 2.0 * market.tickSize(venue)
                : WorldPrice.of(market, venue);
    }

    /** Shows these quotes from now on; a size of less than a lot shows none. */
    void show(MarketEngine market, Seat seat, double bid, double bidSize, double ask, double askSize) {
        long bidTicks = Ticks.of(market, venue, Side.BUY, bid);
        long askTicks = Ticks.of(market, venue, Side.SELL, ask);
        bidTicks = StrictMath.min(bidTicks, othersBest(market, seat, Side.SELL) - 1);
        askTicks = StrictMath.max(askTicks, othersBest(market, seat, Side.BUY) + 1);
        if (bidTicks >= askTicks && bidSize > 0 && askSize > 0) {
            bidTicks = askTicks - 1;
        }
        long bidLots = bidTicks > 0 ? affordable(market, seat, bidTicks, lots(market, bidSize)) : 0;
        long askLots = StrictMath.min(lots(market, askSize), sellable(market, seat));
        boolean up = bidTicks > seat.registers()[at(Side.BUY) + TICKS];
        if (up) {
            move(market, seat, Side.SELL, askTicks, askLots);
            move(market, seat, Side.BUY, bidTicks, bidLots);
        } else {
            move(market, seat, Side.BUY, bidTicks, bidLots);
            move(market, seat, Side.SELL, askTicks, askLots);
        }
    }

    /** Takes both quotes away. */
    void withdraw(MarketEngine market, Seat seat) {
        move(market, seat, Side.BUY, 0, 0);
        move(market, seat, Side.SELL, 0, 0);
    }

    private long lots(MarketEngine market, double size) {
        return size > 0 ? market.toLots(venue, size) : 0;
    }

    private void move(MarketEngine market, Seat seat, Side side, long ticks, long lots) {
        long[] registers = seat.registers();
        int at = at(side);
        long standing = standing(market, seat, side);
        if (standing == lots && (lots == 0 || registers[at + TICKS] == ticks)) {
            return;
        }
        if (standing > 0) {
            market.submit(seat.participant(), new MarketCommand.CancelOrder(venue, registers[at + ID]));
        }
        registers[at + ID] = lots > 0 ? seat.nextOrderId() : NONE;
        registers[at + TICKS] = ticks;
        registers[at + LOTS] = lots;
        if (lots > 0) {
            market.submit(
                    seat.participant(),
                    new MarketCommand.PlaceOrder(venue, side, TimeInForce.POST_ONLY, registers[at + ID], ticks, lots));
        }
    }

    /** Lots of our order on a side that stand or will. */
    private long standing(MarketEngine market, Seat seat, Side side) {
        long[] registers = seat.registers();
        int at = at(side);
        if (registers[at + ID] == NONE) {
            return 0;
        }
        return market.isUnderWay(seat.participant(), venue, registers[at + ID])
                ? registers[at + LOTS]
                : market.openLots(seat.participant(), venue, registers[at + ID]);
    }

    /** Best ticks on a side that are not ours alone; where there are none, what bounds nothing. */
    private long othersBest(MarketEngine market, Seat seat, Side side) {
        long best = ticks(market, side, 0);
        boolean ours = best == seat.registers()[at(side) + TICKS]
                && lots(market, market.bookSize(venue, side, 0) + market.lotSize(venue) / 2)
                        <= standing(market, seat, side);
        return ours ? ticks(market, side, 1) : best;
    }

    private long ticks(MarketEngine market, Side side, int level) {
        double price = market.bookPrice(venue, side, level);
        if (price > 0) {
            return market.toTicks(venue, price);
        }
        return side == Side.BUY ? 0 : Long.MAX_VALUE;
    }

    /** At most {@code lots}, as many as free cash and what the standing bid holds can pay. */
    private long affordable(MarketEngine market, Seat seat, long ticks, long lots) {
        int quote = market.spec().venues().get(venue).quote();
        int place = market.spec().placeOfVenue(venue);
        double tick = market.tickSize(venue);
        double dearer = 1 + market.feeRate(venue);
        double held = standing(market, seat, Side.BUY)
                * market.lotSize(venue)
                * seat.registers()[at(Side.BUY) + TICKS]
                * tick;
        double cash = market.holding(seat.participant(), place, quote) + held * dearer;
        return StrictMath.min(lots, lots(market, cash / (ticks * tick * dearer)));
    }

    /** Lots of free base and of what the standing ask holds. */
    private long sellable(MarketEngine market, Seat seat) {
        int base = market.spec().venues().get(venue).base();
        int place = market.spec().placeOfVenue(venue);
        return lots(market, market.holding(seat.participant(), place, base)) + standing(market, seat, Side.SELL);
    }

    private static int at(Side side) {
        return side == Side.BUY ? 0 : PER_SIDE;
    }
}
