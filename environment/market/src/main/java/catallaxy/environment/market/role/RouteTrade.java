package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.BookQuote;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Taker;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * One trade of the same amount of base, bought on one venue of a route and sold on the other.
 *
 * <p>Two venues of one chain: a single swap through both, which happens whole or not at all, and which by its minimum
 * output cannot lose what the present reserves promise not to lose. Otherwise two commands at once, each with its own limit:
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

    RouteTrade(EngineSpec engine, RoleSpec.Route route, double maxSlippage) {
        VenueSpec a = engine.venues().get(route.venueA());
        VenueSpec b = engine.venues().get(route.venueB());
        this.route = route;
        this.maxSlippage = maxSlippage;
        this.base = a.base();
        this.quote = a.quote();
        this.atomic =
                a instanceof VenueSpec.OnChain x && b instanceof VenueSpec.OnChain y && x.chain() == y.chain();
    }

    /** Whether transactions wait on a chain of the route, or orders of the trade that began with one are on their way. */
    boolean waiting(MarketEngine market, int participant, long firstOrder) {
        return waitingAt(market, participant, route.venueA(), firstOrder)
                || waitingAt(market, participant, route.venueB(), firstOrder);
    }

    private static boolean waitingAt(MarketEngine market, int participant, int venue, long firstOrder) {
        return switch (market.spec().venues().get(venue)) {
            case VenueSpec.OnChain pool -> market.pendingTransactions(participant, pool.chain()) > 0;
            case VenueSpec.Book _ ->
                market.isUnderWay(participant, venue, firstOrder)
                        || market.isUnderWay(participant, venue, firstOrder + 1);
        };
    }

    /**
     * Sends a trade.
     *
     * @param size quote units paid on the buying venue; positive buys on a, negative on b
     * @return whether any command was sent
     */
    boolean send(MarketEngine market, Seat seat, double size) {
        int from = size > 0 ? route.venueA() : route.venueB();
        int to = size > 0 ? route.venueB() : route.venueA();
        double cash = Gas.spendable(market, seat.participant(), market.spec().placeOfVenue(from), quote);
        double paid = StrictMath.min(StrictMath.abs(size), cash);
        return atomic ? sendPath(market, seat.participant(), from, to, paid) : sendLegs(market, seat, from, to, paid);
    }

    private boolean sendPath(MarketEngine market, int participant, int from, int to, double paid) {
        double promised = market.quoting(to).out(base, market.quoting(from).out(quote, paid));
        double least = StrictMath.max(promised * (1 - maxSlippage), StrictMath.min(promised, paid));
        UInt256 in = paid > 0 ? market.toUnits(quote, paid) : UInt256.ZERO;
        UInt256 out = least > 0 ? market.toUnits(quote, least) : UInt256.ZERO;
        int chain = market.spec().placeOfVenue(from);
        return !in.isZero()
                && Gas.send(
                        market, participant, chain, new Call.Swap(List.of(from, to), quote, in, out), PATIENCE_BLOCKS);
    }

    private boolean sendLegs(MarketEngine market, Seat seat, int from, int to, double paid) {
        double sellable =
                Gas.spendable(market, seat.participant(), market.spec().placeOfVenue(to), base);
        double amount = inLots(
                market,
                to,
                inLots(market, from, StrictMath.min(bought(market, seat.participant(), from, paid), sellable)));
        if (!(amount > 0 && payable(market, seat.participant(), from) && payable(market, seat.participant(), to))) {
            return false;
        }
        boolean bought = buy(market, seat, from, amount, paid);
        boolean sold = sell(market, seat, to, amount);
        return bought || sold;
    }

    /** Whether gas for a leg is there: no leg goes without the other. */
    private static boolean payable(MarketEngine market, int participant, int venue) {
        int place = market.spec().placeOfVenue(venue);
        if (place >= market.spec().chains().size()) {
            return true;
        }
        int gasAsset = market.spec().chains().get(place).gasAsset();
        return market.holding(participant, place, gasAsset) > Gas.reserve(market, place) / 4;
    }

    private static double bought(MarketEngine market, int participant, int venue, double paid) {
        return switch (market.spec().venues().get(venue)) {
            case VenueSpec.OnChain contract -> market.quoting(venue).out(contract.quote(), paid);
            case VenueSpec.Book _ -> BookQuote.baseFor(market, participant, venue, paid / (1 + market.feeRate(venue)));
        };
    }

    /** Rounds down to what a venue trades in. */
    private static double inLots(MarketEngine market, int venue, double amount) {
        return switch (market.spec().venues().get(venue)) {
            case VenueSpec.OnChain _ -> amount;
            case VenueSpec.Book _ -> market.toLots(venue, amount) * market.lotSize(venue);
        };
    }

    private boolean buy(MarketEngine market, Seat seat, int venue, double amount, double most) {
        return switch (market.spec().venues().get(venue)) {
            case VenueSpec.OnChain _ -> {
                double in = StrictMath.min(most, market.quoting(venue).in(base, amount));
                yield Taker.swap(market, seat.participant(), venue, quote, in, base, amount * (1 - maxSlippage));
            }
            case VenueSpec.Book _ -> order(market, seat, venue, Side.BUY, amount, 1 + maxSlippage);
        };
    }

    private boolean sell(MarketEngine market, Seat seat, int venue, double amount) {
        return switch (market.spec().venues().get(venue)) {
            case VenueSpec.OnChain _ -> {
                double out = market.quoting(venue).out(base, amount) * (1 - maxSlippage);
                yield Taker.swap(market, seat.participant(), venue, base, amount, quote, out);
            }
            case VenueSpec.Book _ -> order(market, seat, venue, Side.SELL, amount, 1 - maxSlippage);
        };
    }

    private boolean order(MarketEngine market, Seat seat, int venue, Side side, double amount, double slippage) {
        double worst = BookQuote.sweepPrice(market, seat.participant(), venue, side.opposite(), amount);
        return Taker.order(market, seat.participant(), venue, side, amount, worst * slippage, seat.nextOrderId());
    }
}
