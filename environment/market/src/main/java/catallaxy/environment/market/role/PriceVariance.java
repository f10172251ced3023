package catallaxy.environment.market.role;

import catallaxy.environment.api.view.MarketView;
import java.util.function.ToDoubleFunction;

/**
 * The exponentially weighted variance of a price's logarithm over a seat's epochs, kept in {@link #SLOTS} of the seat's memory. While there
 * is no price nothing is added; the first price of all is none's move.
 *
 * @param price           that is looked at; not positive where there is none
 * @param slot            of the memory, the first
 * @param halfLifeSeconds after which a move has lost half of its weight
 */
public record PriceVariance(ToDoubleFunction<MarketView> price, int slot, double halfLifeSeconds) {
    /** Numbers of the memory that it takes. */
    public static final int SLOTS = EwmaVariance.SLOTS;

    private static final double ROOT_SECONDS_PER_YEAR = StrictMath.sqrt(365 * 86_400.0);

    /** That of the price that a venue shows. */
    public static PriceVariance ofVenue(int venue, int slot, long halfLifeNanos) {
        return new PriceVariance(market -> market.prices().of(venue), slot, halfLifeNanos / 1e9);
    }

    /** Takes the first price. */
    public void open(MarketView market, Seat seat) {
        EwmaVariance.open(seat.memory(), slot, level(market, Double.NaN));
    }

    /** Takes the price of an epoch, before the seat closes the epoch. */
    public void advance(MarketView market, Seat seat) {
        double before = seat.memory()[slot];
        double now = level(market, before);
        if (Double.isNaN(before)) {
            seat.memory()[slot] = now;
        } else {
            EwmaVariance.add(seat.memory(), slot, now, seat.seconds(market), halfLifeSeconds);
        }
    }

    private double level(MarketView market, double otherwise) {
        double present = price.applyAsDouble(market);
        return present > 0 ? StrictMath.log(present) : otherwise;
    }

    /** Standard deviation per √year; 0 before the first move. */
    public double perRootYear(Seat seat) {
        return EwmaVariance.deviation(seat.memory(), slot) * ROOT_SECONDS_PER_YEAR;
    }
}
