package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Demand for options: hedgers buy puts below the price, overwriters sell calls above it, and those who expect a move buy a call or a put
 * next to it, each as likely; the expiry is any. What has expired is settled before anything else, one series at an arrival. An arrival
 * may close a position of the group instead. Of some trades the delta is traded away at once on a venue of the underlying.
 */
record TradingOptions(OptionTradersSpec spec) implements Act {
    private static final int PATIENCE_BLOCKS = 10;
    private static final double BPS = 1e-4;
    /** By which part a trade may cost more, or bring less, than its trader saw. */
    private static final double SLIPPAGE = 0.1;
    /** Posted for what is written, as a part of what it is on, where writers keep a margin. */
    private static final double MARGIN = 0.35;

    /** What an arrival has drawn: always as many words. */
    private record Draws(int venue, double size, double who, double which, boolean closes, boolean hedges) {}

    /** A market of options at this moment, and the group's account on its chain. */
    private record Desk(MarketEngine market, GroupAccount account, int venue, OptionMarket options) {
        int place() {
            return market.spec().placeOfVenue(venue);
        }

        int number() {
            return market.accounts().free(account.participant(), place());
        }

        int base() {
            return market.spec().venues().get(venue).base();
        }

        int quote() {
            return market.spec().venues().get(venue).quote();
        }

        double position(int series) {
            return options.position(number(), series);
        }

        boolean isDealt(int series) {
            return !Double.isNaN(options.ask(series));
        }

        void send(Call call) {
            account.send(market, place(), call, PATIENCE_BLOCKS);
        }
    }

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        int venue = account.draw(spec.venues());
        Draws draws = new Draws(
                venue,
                account.draw(spec.tradeSize()),
                account.random().nextDouble(),
                account.random().nextDouble(),
                account.random().nextBoolean(spec.closeShare()),
                account.random().nextBoolean(spec.hedgeShare()));
        Desk desk = new Desk(market, account, venue, market.offered(venue, OptionMarket.class));
        if (desk.options().underlying() > 0 && !settles(desk)) {
            act(desk, draws);
        }
    }

    private static boolean settles(Desk desk) {
        for (int i = 0; i < desk.options().series().size(); i++) {
            boolean hasExpired = desk.options().series().get(i).expiryNanos()
                    <= desk.market().timeNanos();
            if (hasExpired && desk.position(i) != 0) {
                desk.send(desk.options().settle(i));
                return true;
            }
        }
        return false;
    }

    private void act(Desk desk, Draws draws) {
        List<Integer> held = held(desk);
        if (draws.closes() && !held.isEmpty()) {
            int series = held.get((int) (draws.which() * held.size()));
            double position = desk.position(series);
            trade(
                    desk,
                    draws,
                    series,
                    -StrictMath.signum(position) * StrictMath.min(quantity(desk, draws), StrictMath.abs(position)));
            return;
        }
        boolean isHedger = draws.who() < spec.hedgerShare();
        boolean writes = !isHedger && draws.who() < spec.ownersShare();
        double distance = isHedger ? -spec.distanceBps() : writes ? spec.distanceBps() : 0;
        OptionRight right = isHedger || (!writes && isBearish(draws)) ? OptionRight.PUT : OptionRight.CALL;
        nearest(desk, right, desk.options().underlying() * (1 + distance * BPS), draws.which())
                .ifPresent(series -> trade(desk, draws, series, (writes ? -1 : 1) * quantity(desk, draws)));
    }

    /** Of those who expect a move one half expects a fall. */
    private boolean isBearish(Draws draws) {
        double least = spec.ownersShare();
        return draws.who() - least < (1 - least) / 2;
    }

    private static List<Integer> held(Desk desk) {
        List<Integer> held = new ArrayList<>();
        for (int i = 0; i < desk.options().series().size(); i++) {
            if (desk.position(i) != 0 && desk.isDealt(i)) {
                held.add(i);
            }
        }
        return held;
    }

    /** Whole units of the underlying. */
    private static double quantity(Desk desk, Draws draws) {
        return GroupAccount.inQuoteOf(desk.market(), desk.venue(), draws.size())
                / desk.options().underlying();
    }

    /** The series with the strike that is nearest to a price, of an expiry that is dealt in. */
    private static Optional<Integer> nearest(Desk desk, OptionRight right, double price, double which) {
        List<OptionMarket.Series> all = desk.options().series();
        List<Long> expiries = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (desk.isDealt(i) && !expiries.contains(all.get(i).expiryNanos())) {
                expiries.add(all.get(i).expiryNanos());
            }
        }
        if (expiries.isEmpty()) {
            return Optional.empty();
        }
        long expiry = expiries.get((int) (which * expiries.size()));
        int best = -1;
        for (int i = 0; i < all.size(); i++) {
            OptionMarket.Series each = all.get(i);
            boolean fits = each.right() == right && each.expiryNanos() == expiry;
            double off = StrictMath.abs(each.strike() - price);
            best = fits && (best < 0 || off < StrictMath.abs(all.get(best).strike() - price)) ? i : best;
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    /** Buys so much of a series, or sells where it is negative, and hedges it. */
    private void trade(Desk desk, Draws draws, int series, double quantity) {
        UInt256 units = desk.market().toUnits(desk.base(), StrictMath.abs(quantity));
        if (units.isZero()) {
            return;
        }
        desk.send(quantity > 0 ? bought(desk, series, units, quantity) : sold(desk, series, units, -quantity));
        if (draws.hedges() && !spec.hedgeVenues().isEmpty()) {
            hedge(desk, series, quantity);
        }
    }

    private static Call bought(Desk desk, int series, UInt256 units, double quantity) {
        double most = quantity * desk.options().ask(series) * (1 + SLIPPAGE);
        return desk.options()
                .buy(series, units, desk.market().toUnits(desk.quote(), most).max(UInt256.of(2)));
    }

    private static Call sold(Desk desk, int series, UInt256 units, double quantity) {
        double least = quantity * desk.options().bid(series) * (1 - SLIPPAGE);
        Call sale = desk.options().sell(series, units, desk.market().toUnits(desk.quote(), least));
        double written = quantity - StrictMath.max(0, desk.position(series));
        double margin = MARGIN * StrictMath.max(0, written) * desk.options().underlying();
        UInt256 posted = desk.market().toUnits(desk.quote(), margin);
        return desk.market()
                .venue(desk.venue(), WriterMargin.class)
                .filter(margins -> !posted.isZero())
                .<Call>map(margins -> new Call.Batch(List.of(margins.post(Amount.of(posted)), sale)))
                .orElse(sale);
    }

    /** Sells what calls that were bought would gain with the price, or buys. */
    private void hedge(Desk desk, int series, double quantity) {
        double delta = quantity * desk.options().deltaOf(series);
        int hedge = spec.hedgeVenues().getFirst();
        double worth = StrictMath.abs(delta) * desk.market().price(hedge);
        double quoteUnits = worth * desk.market().priceAtVenues(desk.quote());
        desk.account().trade(desk.market(), hedge, delta > 0 ? Side.SELL : Side.BUY, quoteUnits);
    }
}
