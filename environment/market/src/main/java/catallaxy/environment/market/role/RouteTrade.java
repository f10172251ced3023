package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OwnOrders;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.BookQuote;
import catallaxy.environment.market.trading.FlashCredit;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.RouteOptimum;
import catallaxy.environment.market.trading.Taker;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/**
 * One trade of the same amount of base, bought on one venue of a route and sold on the other.
 *
 * <p>Two venues of one chain: a single swap through both, which happens whole or not at all, and which by its minimum
 * output cannot lose what the present reserves promise not to lose; with a flash loan the swap's input is borrowed, and its minimum output is what
 * is owed. Otherwise two commands at once, each with its own limit:
 * if one fails, the inventory has shifted, and refills or later trades bring it back.
 */
final class RouteTrade {
    /** Stands for the first order of a trade where there was none. */
    static final long NO_ORDER = -2;

    private static final int PATIENCE_BLOCKS = 3;

    private final RoleSpec.Route route;
    private final double maxSlippage;
    private final int base;
    private final int quote;
    private final boolean atomic;
    private final Optional<RouteLoan> loan;
    private final boolean ranges;
    private final boolean bothOnChain;

    /** @param flashLoans whether it borrows what it spends where that can be had */
    RouteTrade(EngineSpec engine, RoleSpec.Route route, double maxSlippage, boolean flashLoans) {
        VenueSpec a = engine.venues().get(route.venueA());
        VenueSpec b = engine.venues().get(route.venueB());
        this.route = route;
        this.maxSlippage = maxSlippage;
        this.base = a.base();
        this.quote = a.quote();
        this.atomic = a instanceof VenueSpec.OnChain x && b instanceof VenueSpec.OnChain y && x.chain() == y.chain();
        this.loan = flashLoans ? RouteLoan.of(engine, route) : Optional.empty();
        this.bothOnChain = a instanceof VenueSpec.OnChain && b instanceof VenueSpec.OnChain;
        this.ranges = offersRanges(a) || offersRanges(b);
    }

    private static boolean offersRanges(VenueSpec venue) {
        return venue instanceof VenueSpec.OnChain pool
                && Kinds.registered().capabilities(pool).contains(RangeLiquidity.class);
    }

    /** Whether a venue of the route has liquidity in ranges, and both are contracts: a few levels do not tell what is best there. */
    boolean hasRanges() {
        return ranges && bothOnChain;
    }

    /** What pays for its trades; empty where its own money does. */
    Optional<RouteLoan> loan() {
        return loan;
    }

    /**
     * Writes the trade that earns most before gas, negative for base bought on the second venue, and what it earns.
     *
     * @param loanFee part of what is spent that its money costs
     */
    void best(MarketView market, double loanFee, double[] values, int at) {
        RouteOptimum there = best(market, route.venueA(), route.venueB(), loanFee);
        RouteOptimum back = best(market, route.venueB(), route.venueA(), loanFee);
        boolean first = there.profit() >= back.profit();
        values[at] = first ? there.spent() : -back.spent();
        values[at + 1] = first ? there.profit() : back.profit();
    }

    private RouteOptimum best(MarketView market, int from, int to, double loanFee) {
        Quoting buy = market.offered(from, Quoting.class);
        return RouteOptimum.of(buy, market.offered(to, Quoting.class), base, quote, 1 + loanFee)
                .orElse(RouteOptimum.NONE);
    }

    /** Whether transactions wait on a chain of the route, or orders of the trade that began with one are on their way. */
    boolean waiting(MarketView market, int participant, long firstOrder) {
        return waitingAt(market, participant, route.venueA(), firstOrder)
                || waitingAt(market, participant, route.venueB(), firstOrder);
    }

    private static boolean waitingAt(MarketView market, int participant, int venue, long firstOrder) {
        if (market.map().isOnChain(venue)) {
            return market.dealings(participant)
                            .pending(market.map().venue(venue).place())
                    > 0;
        }
        OwnOrders orders = market.offered(venue, LimitOrderBook.class).orders(participant);
        return orders.isUnderWay(firstOrder) || orders.isUnderWay(firstOrder + 1);
    }

    /**
     * Sends a trade.
     *
     * @param size quote units paid on the buying venue; positive buys on a, negative on b
     * @return whether any command was sent
     */
    boolean send(MarketView market, Gateway gateway, Seat seat, double size) {
        int from = size > 0 ? route.venueA() : route.venueB();
        int to = size > 0 ? route.venueB() : route.venueA();
        if (loan.isPresent()) {
            return sendLoan(market, gateway, loan.get(), new Path(from, to), StrictMath.abs(size));
        }
        double cash = Gas.spendable(
                market, seat.participant(), market.map().venue(from).place(), quote);
        double paid = StrictMath.min(StrictMath.abs(size), cash);
        return atomic ? sendPath(market, gateway, from, to, paid) : sendLegs(market, gateway, seat, from, to, paid);
    }

    /** A way through both venues. */
    private record Path(int from, int to) {
        double promised(MarketView market, int base, int quote, double paid) {
            return market.offered(to, Quoting.class)
                    .out(base, market.offered(from, Quoting.class).out(quote, paid));
        }

        Call swap(int quote, UInt256 in, UInt256 least) {
            return new Call.Swap(List.of(from, to), quote, in, least);
        }
    }

    /** Nothing goes where nobody lends, or the present reserves promise less than would be owed. */
    private boolean sendLoan(MarketView market, Gateway gateway, RouteLoan borrowed, Path path, double size) {
        UInt256 wanted = market.map().units(quote, size);
        FlashLender lender = borrowed.lender(market, wanted).orElse(null);
        if (lender == null) {
            return false;
        }
        UInt256 in = FlashCredit.lendable(lender, quote, wanted);
        UInt256 owed = in.plusExact(lender.flashFee(quote, in));
        double promised = path.promised(market, base, quote, market.map().whole(quote, in));
        UInt256 out = promised > 0 ? market.map().units(quote, promised * (1 - maxSlippage)) : UInt256.ZERO;
        UInt256 least = out.isLessThan(owed) ? owed : out;
        return promised >= market.map().whole(quote, owed)
                && Gas.send(
                        market,
                        gateway,
                        borrowed.chain(),
                        lender.flashLoan(quote, in, path.swap(quote, in, least)),
                        PATIENCE_BLOCKS);
    }

    private boolean sendPath(MarketView market, Gateway gateway, int from, int to, double paid) {
        Path path = new Path(from, to);
        double promised = path.promised(market, base, quote, paid);
        double least = StrictMath.max(promised * (1 - maxSlippage), StrictMath.min(promised, paid));
        UInt256 in = paid > 0 ? market.map().units(quote, paid) : UInt256.ZERO;
        UInt256 out = least > 0 ? market.map().units(quote, least) : UInt256.ZERO;
        int chain = market.map().venue(from).place();
        return !in.isZero() && Gas.send(market, gateway, chain, path.swap(quote, in, out), PATIENCE_BLOCKS);
    }

    private boolean sendLegs(MarketView market, Gateway gateway, Seat seat, int from, int to, double paid) {
        double sellable =
                Gas.spendable(market, seat.participant(), market.map().venue(to).place(), base);
        double amount = inLots(
                market,
                to,
                inLots(market, from, StrictMath.min(bought(market, seat.participant(), from, paid), sellable)));
        if (!(amount > 0 && payable(market, seat.participant(), from) && payable(market, seat.participant(), to))) {
            return false;
        }
        boolean bought = buy(market, gateway, seat, from, amount, paid);
        boolean sold = sell(market, gateway, seat, to, amount);
        return bought || sold;
    }

    /** Whether gas for a leg is there: no leg goes without the other. */
    private static boolean payable(MarketView market, int participant, int venue) {
        int place = market.map().venue(venue).place();
        if (place >= market.map().chains()) {
            return true;
        }
        int gasAsset = market.chain(place).gasAsset();
        return market.holdings(participant).free(place, gasAsset) > Gas.reserve(market, place) / 4;
    }

    private static double bought(MarketView market, int participant, int venue, double paid) {
        if (market.map().isOnChain(venue)) {
            return market.offered(venue, Quoting.class)
                    .out(market.map().venue(venue).quote(), paid);
        }
        LimitOrderBook book = market.offered(venue, LimitOrderBook.class);
        return BookQuote.baseFor(book, participant, paid / (1 + book.takerFeeRate()));
    }

    /** Rounds down to what a venue trades in. */
    private static double inLots(MarketView market, int venue, double amount) {
        return market.venue(venue, LimitOrderBook.class)
                .map(book -> book.toLots(amount) * book.lotSize())
                .orElse(amount);
    }

    private boolean buy(MarketView market, Gateway gateway, Seat seat, int venue, double amount, double most) {
        if (market.map().isOnChain(venue)) {
            double in =
                    StrictMath.min(most, market.offered(venue, Quoting.class).in(base, amount));
            return Taker.swap(market, gateway, venue, quote, in, base, amount * (1 - maxSlippage));
        }
        return order(market, gateway, seat, venue, Side.BUY, amount, 1 + maxSlippage);
    }

    private boolean sell(MarketView market, Gateway gateway, Seat seat, int venue, double amount) {
        if (market.map().isOnChain(venue)) {
            double out = market.offered(venue, Quoting.class).out(base, amount) * (1 - maxSlippage);
            return Taker.swap(market, gateway, venue, base, amount, quote, out);
        }
        return order(market, gateway, seat, venue, Side.SELL, amount, 1 - maxSlippage);
    }

    private boolean order(
            MarketView market, Gateway gateway, Seat seat, int venue, Side side, double amount, double slippage) {
        double worst = BookQuote.sweepPrice(
                market.offered(venue, LimitOrderBook.class), seat.participant(), side.opposite(), amount);
        return Taker.order(market, gateway, venue, side, amount, worst * slippage, seat.nextOrderId());
    }
}
