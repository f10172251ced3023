package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.api.venue.RangeLiquidity.Holding;
import catallaxy.environment.api.venue.RangeLiquidity.Position;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import java.util.List;

/**
 * What a seat has in ranges of one pool, as it is now. Of several positions, which somebody may have opened by commands, the range is that
 * from the lowest end to the highest.
 *
 * @param positions in the order of their ticks
 * @param lower     price of the lowest end; 0 without a position
 * @param upper     price of the highest
 * @param price     of the pool
 */
record OwnRange(RangeLiquidity ranges, List<Position> positions, double lower, double upper, double price) {
    static OwnRange of(MarketView market, Seat seat, int pool) {
        MarketMap.Venue pair = market.map().venue(pool);
        RangeLiquidity ranges = market.offered(pool, RangeLiquidity.class);
        List<Position> own =
                ranges.positions(market.holdings(seat.participant()).account(pair.place()));
        double lower = own.stream()
                .mapToDouble(each -> ranges.priceAt(each.lowerTick()))
                .min()
                .orElse(0);
        double upper = own.stream()
                .mapToDouble(each -> ranges.priceAt(each.upperTick()))
                .max()
                .orElse(0);
        return new OwnRange(ranges, own, lower, upper, market.prices().of(pool));
    }

    boolean isEmpty() {
        return positions.isEmpty();
    }

    /** How far it reaches above its centre, as a fraction. */
    double width() {
        return isEmpty() ? 0 : StrictMath.sqrt(upper / lower) - 1;
    }

    /** Logarithm of the price over the centre, in half-widths: ±1 at the ends, 0 without a range. */
    double offset() {
        return isEmpty() ? 0 : StrictMath.log(price / StrictMath.sqrt(lower * upper)) / StrictMath.log1p(width());
    }

    boolean isInRange() {
        return !isEmpty() && price >= lower && price < upper;
    }

    /** Fees that can be paid out. */
    Holding fees() {
        return positions.stream().map(ranges::uncollected).reduce(new Holding(0, 0), OwnRange::sum);
    }

    /** Liquidity and fees at the pool's price. */
    Holding amounts() {
        return positions.stream().map(ranges::amounts).reduce(fees(), OwnRange::sum);
    }

    private static Holding sum(Holding a, Holding b) {
        return new Holding(a.base() + b.base(), a.quote() + b.quote());
    }
}
