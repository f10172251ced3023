package catallaxy.scenarios.folder;

/**
 * What a run's summary says of a bridge; unknown numbers are {@code NaN}. Worth is in the quote asset, at the world's prices of the moment.
 *
 * @param arrived       transfers that arrived where they were sent
 * @param arrivedWorth  of what arrived, after fees
 * @param returned      transfers that failed and came back
 * @param returnedWorth of what came back
 * @param inTransitWorth of what was still on its way at the end
 * @param costOfCorruption what the cheapest quorum of its validators asked at the beginning for a forged message; unknown where none can
 *                         be bought
 * @param bribes         that validators took
 * @param forgedWorth    of what was paid out for forged messages
 * @param shortfallWorth of what it owed and did not have at the end
 * @param forgersGain    change of the forgers' equity at the venues' prices, from before their first bribe to the end
 * @param slashed        stakes that signers of forged messages lost
 */
public record BridgeTotals(
        String id,
        double arrived,
        double arrivedWorth,
        double returned,
        double returnedWorth,
        double inTransitWorth,
        double costOfCorruption,
        double bribes,
        double forgedWorth,
        double shortfallWorth,
        double forgersGain,
        double slashed) {
    /** Whether its validators could be bought, or were. */
    public boolean isCorruptible() {
        return costOfCorruption > 0 || bribes > 0;
    }
}
