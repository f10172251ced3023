package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/**
 * A market of options as the scenario describes it.
 *
 * @param series     in the order of their indices
 * @param vaultBase  of the underlying that the vault has at the start, base units
 * @param vaultQuote of the quote asset
 * @param vaultFee   part of what is withdrawn from the vault that stays in it
 * @param terms      how it quotes
 * @param margin     that writers keep; empty where they post all that they may have to pay
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
        double vaultFee,
        Terms terms,
        Optional<MarginTerms> margin,
        OracleSpec oracle)
        implements VenueSpec.OnChain {
    private static final int MOST_SERIES = 200;

    public OptionSpec {
        series = List.copyOf(series);
        Checks.inRange("series", series.size(), 1, MOST_SERIES);
        Checks.that(vaultFee >= 0 && vaultFee < 1, "vaultFee", "0 to less than 1", vaultFee);
    }

    /**
     * How prices come about.
     *
     * @param surface       of volatilities over strikes and times
     * @param volatility    level of it at the start, per square root of a year
     * @param halfLifeNanos in which a move of the price loses half of its weight in it; 0 for one that stays
     * @param spread        by which part of the level it sells dearer and buys cheaper
     * @param impact        by which part of it prices rise until all that the vault has is in use
     * @param demand        how trades move the surface
     */
    public record Terms(
            QuotedSurface surface,
            double volatility,
            double halfLifeNanos,
            double spread,
            double impact,
            Demand demand) {
        public Terms {
            Checks.positive("volatility", volatility);
            Checks.that(halfLifeNanos >= 0, "halfLifeNanos", "a number that is not negative", halfLifeNanos);
            Checks.that(spread >= 0 && spread < 1, "spread", "0 to less than 1", spread);
            Checks.that(impact >= 0, "impact", "a number that is not negative", impact);
        }
    }

    /**
     * How what is bought and sold moves the volatilities of its strike, to which the surface is fitted again.
     *
     * @param push          change of a volatility's logarithm where options on as much as the vault started with were bought; 0 for none
     * @param halfLifeNanos in which a trade loses half of its weight
     */
    public record Demand(double push, double halfLifeNanos) {
        /** Trades move nothing. */
        public static final Demand NONE = new Demand(0, 1);

        public Demand {
            Checks.inRange("push", push, 0, 10);
            Checks.positive("halfLifeNanos", halfLifeNanos);
        }
    }

    /** The asset of a series' collateral and of what it pays. */
    int paidIn(OptionSeries which) {
        return which.isCall() ? base : quote;
    }

    @Override
    public List<Integer> reads() {
        return oracle.venues();
    }

    @Override
    public Optional<String> faultOfReads(List<VenueSpec> all) {
        return oracle.misfit(all);
    }
}
