package catallaxy.environment.market.trading;

import catallaxy.environment.api.venue.Quoting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The round trip along a route, from an asset back to it, that earns most before gas, where every venue on the way moves along
 * {@linkplain Piece pieces}: exact, piece by piece. In a row, pieces are one piece {@code a x / (b + c x)}, of which
 *
 * <pre>
 *   x* = (√(a b) − b) / c
 * </pre>
 *
 * <p>is best; where the money costs, so that c' is to be paid back for each unit, {@code (√(a b / c') − b) / c}. Where a piece ends before, all of it is taken, and its next begins with the others as they are then: the marginal gain falls
 * along the way, so that the first x* within all is the optimum.
 *
 * @param spent  what is paid, fee included
 * @param profit what is gained, of the same asset, what its money costs paid
 */
public record RouteOptimum(double spent, double profit) {
    /** No trade earns anything. */
    public static final RouteOptimum NONE = new RouteOptimum(0, 0);

    /** The best purchase on one venue and sale on the other; empty where one of them has no stretches. */
    public static Optional<RouteOptimum> of(Quoting buy, Quoting sell, int base, int quote) {
        return of(buy, sell, base, quote, 1);
    }

    /**
     * The same where what is paid is borrowed.
     *
     * @param unitCost what is to be paid back for a unit, at least 1
     */
    public static Optional<RouteOptimum> of(Quoting buy, Quoting sell, int base, int quote, double unitCost) {
        return along(List.of(pieces(buy, quote), pieces(sell, base)), unitCost);
    }

    /** The pieces of a venue's curve where an asset is paid in; none where it moves otherwise. */
    public static Iterator<Piece> pieces(Quoting venue, int assetIn) {
        Iterator<Quoting.Stretch> stretches = venue.stretches(assetIn);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return stretches.hasNext();
            }

            @Override
            public Piece next() {
                return Piece.of(stretches.next());
            }
        };
    }

    /** The best trade along a route of one leg and more; empty where a leg has no pieces. */
    public static Optional<RouteOptimum> along(List<Iterator<Piece>> legs) {
        return along(legs, 1);
    }

    private static Optional<RouteOptimum> along(List<Iterator<Piece>> legs, double unitCost) {
        return legs.stream().allMatch(Iterator::hasNext) ? Optional.of(best(legs, unitCost)) : Optional.empty();
    }

    private static RouteOptimum best(List<Iterator<Piece>> legs, double unitCost) {
        List<Piece> now = new ArrayList<>();
        legs.forEach(leg -> now.add(leg.next()));
        RouteOptimum all = NONE;
        while (true) {
            Piece whole = now.stream().reduce(Piece::then).orElseThrow();
            double spent = whole.inTo(unitCost);
            if (!(whole.rate() > unitCost && spent < Double.POSITIVE_INFINITY)) {
                return all;
            }
            all = new RouteOptimum(all.spent + spent, all.profit + whole.out(spent) - spent * unitCost);
            if (spent < whole.most() || !advance(now, legs, spent)) {
                return all;
            }
        }
    }

    /** Moves all legs past an input at which one of them ends; whether there is a next piece of each that does. */
    private static boolean advance(List<Piece> now, List<Iterator<Piece>> legs, double spent) {
        int ending = ending(now);
        double in = spent;
        for (int leg = 0; leg < now.size(); leg++) {
            Piece piece = now.get(leg);
            double out = piece.out(in);
            if (leg != ending) {
                now.set(leg, piece.after(in));
            } else if (legs.get(leg).hasNext()) {
                now.set(leg, legs.get(leg).next());
            } else {
                return false;
            }
            in = out;
        }
        return true;
    }

    /** The leg that ends first, in the input of the route. */
    private static int ending(List<Piece> now) {
        Piece before = Piece.flat(1, Double.POSITIVE_INFINITY);
        double least = Double.POSITIVE_INFINITY;
        int ending = -1;
        for (int leg = 0; leg < now.size(); leg++) {
            double most = before.in(now.get(leg).most());
            if (most < least) {
                least = most;
                ending = leg;
            }
            before = before.then(now.get(leg));
        }
        return ending;
    }

    /** As much of it as some money is enough for; its gain is at least in proportion, since the first units earn most. */
    public RouteOptimum within(double quote) {
        return spent <= quote ? this : quote > 0 ? new RouteOptimum(quote, profit * quote / spent) : NONE;
    }
}
