package catallaxy.scenarios.folder;

/**
 * What a run's summary says of a bridge; unknown numbers are {@code NaN}. Worth is in the quote asset, at the world's prices of the moment.
 *
 * @param arrived       transfers that arrived where they were sent
 * @param arrivedWorth  of what arrived, after fees
 * @param returned      transfers that failed and came back
 * @param returnedWorth of what came back
 * @param inTransitWorth of what was still on its way at the end
 */
public record BridgeTotals(
        String id, double arrived, double arrivedWorth, double returned, double returnedWorth, double inTransitWorth) {}
