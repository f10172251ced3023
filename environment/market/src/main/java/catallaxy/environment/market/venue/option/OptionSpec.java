package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * A market of options as the scenario describes it.
 *
 * @param series     in the order of their indices
 * @param vaultBase  of the underlying that the vault has at the start, base units
 * @param vaultQuote of the quote asset
 * @param terms      how it quotes
 * @param oracle     that tells prices
 */
public record OptionSpec(
        String id,
        int chain,
        int base,
        int quote,
        List<OptionSeries> series,
        UInt256 vaultBase,
        UInt256 vaultQuote,
        Terms terms,
        OracleSpec oracle)
        implements VenueSpec.OnChain {
    private static final int MOST_SERIES = 200;

    public OptionSpec {
        series = List.copyOf(series);
        Checks.inRange("series", series.size(), 1, MOST_SERIES);
    }

    /**
     * How prices come about.
     *
     * @param surface       of volatilities over strikes
     * @param volatility    at the money at the start, per square root of a year
     * @param halfLifeNanos in which a move of the price loses half of its weight in it; 0 for one that stays
     * @param spread        by which part of the volatility it sells dearer and buys cheaper
     * @param impact        by which part of it prices rise until all collateral is in use
     */
    public record Terms(
            VolatilitySurface surface, double volatility, double halfLifeNanos, double spread, double impact) {
        public Terms {
            Checks.positive("volatility", volatility);
            Checks.that(halfLifeNanos >= 0, "halfLifeNanos", "a number that is not negative", halfLifeNanos);
            Checks.that(spread >= 0 && spread < 1, "spread", "0 to less than 1", spread);
            Checks.that(impact >= 0, "impact", "a number that is not negative", impact);
        }
    }

    @Override
    public List<Integer> reads() {
        return oracle.venues();
    }
}
