package catallaxy.environment.market.engine;

import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * Prices and quantities in whole units as the integers that commands carry: ticks, lots and base units. Immutable and safe
 * for any thread.
 */
public final class Units {
    private final EngineSpec spec;
    private final MarketMap map;
    private final double[] tickSizes;
    private final double[] lotSizes;

    /** The sizes of every book's ticks and lots, computed once. */
    public Units(EngineSpec spec) {
        List<VenueSpec> venues = spec.venues();
        this.spec = spec;
        this.map = spec.map();
        tickSizes = new double[venues.size()];
        lotSizes = new double[venues.size()];
        for (int venue = 0; venue < tickSizes.length; venue++) {
            if (venues.get(venue) instanceof VenueSpec.Book book) {
                double base = baseUnits(book.base());
                tickSizes[venue] = book.quoteUnitsPerTickLot() * (base / book.lotUnits()) / baseUnits(book.quote());
                lotSizes[venue] = book.lotUnits() / base;
            }
        }
    }

    /** What the indices of the market stand for. */
    public MarketMap map() {
        return map;
    }

    private double baseUnits(int asset) {
        return Double.parseDouble("1e" + spec.assets().get(asset).decimals());
    }

    /** Whole quote units per whole base unit in one tick of a book; a pool has none and throws. */
    public double tickSize(int venue) {
        return ofBook(tickSizes, venue);
    }

    /** Whole base units in one lot of a book; a pool has none and throws. */
    public double lotSize(int venue) {
        return ofBook(lotSizes, venue);
    }

    private double ofBook(double[] sizes, int venue) {
        double size = sizes[venue];
        if (size == 0) {
            throw new IllegalArgumentException(
                    "venue " + spec.venues().get(venue).id() + ": expected an order book, found a pool");
        }
        return size;
    }

    /** The nearest price in ticks, at least 1. */
    public long toTicks(int venue, double price) {
        return Math.max(1, Math.round(price / tickSize(venue)));
    }

    /** The quantity in lots, rounded down; 0 if negative. */
    public long toLots(int venue, double base) {
        return Math.max(0, (long) (base / lotSize(venue) * (1 + 1e-12)));
    }

    /** A quantity in base units, rounded down; 0 if it is negative or no number. */
    public UInt256 toUnits(int asset, double whole) {
        return map.units(asset, whole);
    }

    /** An amount in base units as whole units, rounded. */
    public double toWhole(int asset, UInt256 units) {
        return units.doubleValue() / baseUnits(asset);
    }
}
