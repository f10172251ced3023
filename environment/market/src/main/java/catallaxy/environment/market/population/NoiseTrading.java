package catallaxy.environment.market.population;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayDeque;

/**
 * Traders that buy and sell at random: each arrival tosses a fair coin. On pools they swap; on books they send market
 * orders or, for a share of them, limit orders behind the price that are cancelled after their life.
 */
final class NoiseTrading implements Behaviour {
    private static final double BPS = 1e-4;

    private final NoiseSpec spec;
    private final Arrivals arrivals;
    /** Limit orders in the order of their ends; all lives are equal, so it is the order of placing. */
    private final ArrayDeque<Standing> standing;

    private record Standing(int venue, long orderId, long endNanos) {}

    private NoiseTrading(NoiseSpec spec, Arrivals arrivals, ArrayDeque<Standing> standing) {
        this.spec = spec;
        this.arrivals = arrivals;
        this.standing = standing;
    }

    static NoiseTrading open(NoiseSpec spec, GroupAccount account, MarketEngine market) {
        Arrivals arrivals = Arrivals.open(market, spec.ratePerHour(), account.random());
        return new NoiseTrading(spec, arrivals, new ArrayDeque<>());
    }

    @Override
    public long nextWakeNanos() {
        Standing first = standing.peekFirst();
        return first == null ? arrivals.nextNanos() : StrictMath.min(first.endNanos(), arrivals.nextNanos());
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        cancelEnded(market, account);
        if (arrivals.nextNanos() <= market.timeNanos() && arrivals.take(market, account.random())) {
            act(market, account);
        }
    }

    private void cancelEnded(MarketEngine market, GroupAccount account) {
        Standing first = standing.peekFirst();
        while (first != null && first.endNanos() <= market.timeNanos()) {
            if (mayBeOpen(market, account, first)) {
                market.submit(account.participant(), new MarketCommand.CancelOrder(first.venue(), first.orderId()));
            }
            standing.removeFirst();
            first = standing.peekFirst();
        }
    }

    private boolean mayBeOpen(MarketEngine market, GroupAccount account, Standing order) {
        return market.openLots(account.participant(), order.venue(), order.orderId()) > 0
                || market.isUnderWay(account.participant(), order.venue(), order.orderId());
    }

    /** Takes the same words of the stream whatever the venue, so that venues can be compared. */
    private void act(MarketEngine market, GroupAccount account) {
        int venue = account.draw(spec.venues());
        Side side = account.random().nextBoolean(0.5) ? Side.BUY : Side.SELL;
        double size = account.draw(spec.tradeSize());
        boolean limit = account.random().nextBoolean(spec.limitShare());
        double offset = account.random().nextExponential() * spec.limitOffsetBps() * BPS;
        if (limit && market.spec().venues().get(venue) instanceof VenueSpec.Book) {
            placeLimit(market, account, venue, side, size, offset);
        } else {
            account.trade(market, venue, side, size, spec.maxSlippageBps() * BPS);
        }
    }

    private void placeLimit(
            MarketEngine market, GroupAccount account, int venue, Side side, double size, double offset) {
        double price = market.price(venue) * (side == Side.BUY ? 1 - offset : 1 + offset);
        if (price > 0) {
            long lots = market.toLots(venue, GroupAccount.inQuoteOf(market, venue, size) / price);
            long id = account.place(market, venue, side, TimeInForce.GTC, market.toTicks(venue, price), lots);
            if (id >= 0) {
                standing.addLast(new Standing(venue, id, market.timeNanos() + spec.limitLifeNanos()));
            }
        }
    }

    @Override
    public NoiseTrading copy() {
        return new NoiseTrading(spec, arrivals.copy(), new ArrayDeque<>(standing));
    }

    @Override
    public void save(StateWriter out) {
        arrivals.save(out);
        out.int32(standing.size());
        standing.forEach(each -> out.int32(each.venue()).int64(each.orderId()).int64(each.endNanos()));
    }

    static NoiseTrading load(StateReader in, NoiseSpec spec, MarketEngine market) {
        Arrivals arrivals = Arrivals.load(in, market, spec.ratePerHour());
        ArrayDeque<Standing> standing = new ArrayDeque<>();
        for (int rest = in.count(Integer.BYTES + 2 * Long.BYTES); rest > 0; rest--) {
            standing.addLast(new Standing(in.int32(), in.int64(), in.int64()));
        }
        return new NoiseTrading(spec, arrivals, standing);
    }
}
