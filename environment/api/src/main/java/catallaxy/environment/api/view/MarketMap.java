package catallaxy.environment.api.view;

import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * What the indices of a market stand for. Immutable.
 *
 * @param quoteAsset index of the asset in which prices, equity and rewards are expressed
 * @param places     names of the chains, then of the exchanges
 * @param chains     how many of the places are chains
 */
public record MarketMap(List<Asset> assets, int quoteAsset, List<String> places, int chains, List<Venue> venues) {
    public MarketMap {
        assets = List.copyOf(assets);
        places = List.copyOf(places);
        venues = List.copyOf(venues);
    }

    /**
     * An asset.
     *
     * @param decimals of its base unit
     */
    public record Asset(String symbol, int decimals) {
        /** A quantity in base units, rounded down; 0 if it is negative or no number. */
        public UInt256 units(double whole) {
            return BaseUnits.floor(whole, decimals);
        }

        /** Base units in whole ones, the nearest double but for a rounding. */
        public double whole(UInt256 units) {
            return units.doubleValue() / StrictMath.pow(10, decimals);
        }
    }

    /**
     * A venue.
     *
     * @param place at which its trades settle
     * @param base  index of the asset that is traded
     * @param quote index of the asset that it is priced in
     */
    public record Venue(String id, int place, int base, int quote) {}

    /** The venue of an index; an index out of range throws. */
    public Venue venue(int venue) {
        return venues.get(venue);
    }

    /** Whether a place is a chain; else it is an exchange. */
    public boolean isChain(int place) {
        return place < chains;
    }

    /** Whether a venue is a contract on a chain; else it is a book of an exchange. */
    public boolean isOnChain(int venue) {
        return isChain(venue(venue).place());
    }

    /** A quantity of an asset in base units, rounded down; 0 if it is negative or no number. */
    public UInt256 units(int asset, double whole) {
        return assets.get(asset).units(whole);
    }

    /** Base units of an asset in whole ones, the nearest double but for a rounding. */
    public double whole(int asset, UInt256 units) {
        return assets.get(asset).whole(units);
    }
}
