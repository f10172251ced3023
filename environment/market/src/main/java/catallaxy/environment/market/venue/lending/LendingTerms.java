package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;

/**
 * One reserve as a scenario describes it; parts are basis points, as {@link ReserveConfig} has them.
 *
 * @param asset    index of the asset
 * @param supplied at the start, by the market's founder; base units
 * @param supplyCap whole units that may be supplied in all, 0 for any number
 * @param borrowCap whole units that may be owed in all, 0 for any number
 */
public record LendingTerms(
        int asset,
        long ltvBps,
        long thresholdBps,
        long bonusBps,
        long reserveFactorBps,
        long protocolFeeBps,
        RateCurve curve,
        UInt256 supplied,
        long supplyCap,
        long borrowCap) {
    public LendingTerms {
        new ReserveConfig(
                asset,
                0,
                ltvBps,
                thresholdBps,
                bonusBps,
                reserveFactorBps,
                protocolFeeBps,
                curve,
                supplyCap,
                borrowCap);
    }

    /** Terms without caps. */
    public LendingTerms(
            int asset,
            long ltvBps,
            long thresholdBps,
            long bonusBps,
            long reserveFactorBps,
            long protocolFeeBps,
            RateCurve curve,
            UInt256 supplied) {
        this(asset, ltvBps, thresholdBps, bonusBps, reserveFactorBps, protocolFeeBps, curve, supplied, 0, 0);
    }

    /** The terms for an asset of so many decimals. */
    ReserveConfig config(int decimals) {
        return new ReserveConfig(
                asset,
                decimals,
                ltvBps,
                thresholdBps,
                bonusBps,
                reserveFactorBps,
                protocolFeeBps,
                curve,
                supplyCap,
                borrowCap);
    }
}
