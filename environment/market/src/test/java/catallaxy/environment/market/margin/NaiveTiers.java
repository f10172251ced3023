package catallaxy.environment.market.margin;

import java.math.BigInteger;
import java.util.List;

/** Margin as exchanges publish it, in whole numbers without bounds: the rate of the tier in which a worth lies, less that tier's amount. */
public final class NaiveTiers {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private NaiveTiers() {}

    /** What a worth needs at the maintenance or the initial rates, rounded up. */
    public static BigInteger margin(MarginRates rates, boolean maintenance, long worth) {
        BigInteger rate = BigInteger.valueOf(maintenance ? rates.maintenanceMarginPips() : rates.initialMarginPips());
        BigInteger amount = BigInteger.ZERO;
        for (MarginTier tier : under(rates.tiers(), worth)) {
            BigInteger next = BigInteger.valueOf(maintenance ? tier.maintenanceMarginPips() : tier.initialMarginPips());
            amount = amount.add(next.subtract(rate).multiply(BigInteger.valueOf(tier.floorUnits())));
            rate = next;
        }
        BigInteger millionths = rate.multiply(BigInteger.valueOf(worth)).subtract(amount);
        return millionths.add(MILLION).subtract(BigInteger.ONE).divide(MILLION);
    }

    private static List<MarginTier> under(List<MarginTier> tiers, long worth) {
        return tiers.stream().filter(tier -> tier.floorUnits() < worth).toList();
    }
}
