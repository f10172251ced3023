package catallaxy.environment.market.trading;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.Quoting.Stretch;
import java.util.Iterator;
import java.util.Optional;

/**
 * The purchase of base on one venue, sold at once on another, that earns most before gas, where both move along stretches of constant
 * product: exact, stretch by stretch. With reserves R_a of quote and O_a of base where is bought, R_b of base and O_b of quote where is
 * sold, and g = 1 − fee,
 *
 * <pre>
 *   y* = (√(g_a g_b O_a O_b R_a R_b) − R_a R_b) / (g_a (R_b + g_b O_a))
 * </pre>
 *
 * <p>is best on a pair of stretches. Where one of them ends before, all of it is taken, and the next begins with the other as it is then:
 * the marginal gain falls along the way, so that the first y* within both is the optimum.
 *
 * @param spent  quote that is paid, fee included
 * @param profit quote that is gained
 */
public record RouteOptimum(double spent, double profit) {
    /** No trade earns anything. */
    public static final RouteOptimum NONE = new RouteOptimum(0, 0);

    /** The best purchase on one venue and sale on the other; empty where one of them has no stretches. */
    public static Optional<RouteOptimum> of(Quoting buy, Quoting sell, int base, int quote) {
        Iterator<Stretch> buying = buy.stretches(quote);
        Iterator<Stretch> selling = sell.stretches(base);
        return buying.hasNext() && selling.hasNext() ? Optional.of(best(buying, selling)) : Optional.empty();
    }

    private static RouteOptimum best(Iterator<Stretch> buying, Iterator<Stretch> selling) {
        Stretch from = buying.next();
        Stretch to = selling.next();
        RouteOptimum all = NONE;
        while (true) {
            double best = optimum(from, to);
            double allFrom = from.most() / (1 - from.fee());
            double allTo = needed(from, to.most() / (1 - to.fee()));
            double spent = StrictMath.min(best, StrictMath.min(allFrom, allTo));
            if (!(spent > 0)) {
                return all;
            }
            double bought = out(from, spent);
            double earned = out(to, bought);
            all = new RouteOptimum(all.spent + spent, all.profit + earned - spent);
            boolean fromEnds = spent == allFrom;
            boolean toEnds = spent == allTo;
            if (spent == best || (fromEnds && !buying.hasNext()) || (toEnds && !selling.hasNext())) {
                return all;
            }
            from = fromEnds ? buying.next() : rest(from, spent, bought);
            to = toEnds ? selling.next() : rest(to, bought, earned);
        }
    }

    private static double optimum(Stretch from, Stretch to) {
        double kept = 1 - from.fee();
        double both = from.in() * to.in();
        double product = kept * (1 - to.fee()) * from.out() * to.out() * both;
        return (StrictMath.sqrt(product) - both) / (kept * (to.in() + (1 - to.fee()) * from.out()));
    }

    private static double out(Stretch of, double in) {
        double kept = (1 - of.fee()) * in;
        return kept * of.out() / (of.in() + kept);
    }

    /** What has to be paid in for an output. */
    private static double needed(Stretch of, double out) {
        return out < of.out() ? out * of.in() / ((of.out() - out) * (1 - of.fee())) : Double.POSITIVE_INFINITY;
    }

    private static Stretch rest(Stretch of, double in, double out) {
        double kept = (1 - of.fee()) * in;
        return new Stretch(of.in() + kept, of.out() - out, of.most() - kept, of.fee());
    }

    /** As much of it as some money is enough for; its gain is at least in proportion, since the first units earn most. */
    public RouteOptimum within(double quote) {
        return spent <= quote ? this : quote > 0 ? new RouteOptimum(quote, profit * quote / spent) : NONE;
    }
}
