package catallaxy.scenarios.attribution;

import catallaxy.agents.statistics.Autoregression;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.market.engine.EngineView;
import catallaxy.environment.market.engine.Marks;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an agent holds, as it is sampled: how much of it is at risk, and how fast inventories return to their mean. One thread. */
public final class HoldingsTrack {
    private final int participant;
    private final List<Autoregression> reversions = new ArrayList<>();
    private long samples;
    private double equitySum;
    private double exposureSum;
    private double exposureMax = Double.NaN;

    /** A track without samples. */
    public HoldingsTrack(EngineView market, int participant) {
        this.participant = participant;
        market.spec().assets().forEach(_ -> reversions.add(new Autoregression()));
    }

    /** Takes a sample now. */
    public void sample(EngineView market) {
        double equity = market.equity(participant);
        double exposure = 0;
        for (int asset = 0; asset < reversions.size(); asset++) {
            double held = market.totalHolding(participant, asset);
            reversions.get(asset).add(held);
            double claimed = market.claims().quantity(participant, asset, each -> Marks.WORLD.price(market, each));
            exposure += asset == market.spec().quoteAsset() ? 0 : (held + claimed) * Marks.WORLD.price(market, asset);
        }
        for (int venue = 0; venue < market.spec().venues().size(); venue++) {
            exposure += inPool(market, venue);
        }
        samples++;
        equitySum += equity;
        double share = equity > 0 ? exposure / equity : 0;
        exposureSum += share;
        exposureMax = samples == 1 ? share : Math.max(exposureMax, share);
    }

    /** What of a share of a pool is not in the quote asset. */
    private double inPool(EngineView market, int venue) {
        Optional<Liquidity> pool = market.venue(venue, Liquidity.class);
        double shares = pool.isPresent() ? market.shares(participant, venue).doubleValue() : 0;
        if (shares == 0) {
            return 0;
        }
        VenueSpec spec = market.spec().venues().get(venue);
        double basePrice = Marks.WORLD.price(market, spec.base());
        ShareWorth each = ShareWorth.of(pool.orElseThrow(), basePrice, Marks.WORLD.price(market, spec.quote()));
        int quote = market.spec().quoteAsset();
        double ofBase = spec.base() == quote ? 0 : each.base() * each.basePrice();
        double ofQuote = spec.quote() == quote ? 0 : each.quote() * each.quotePrice();
        return shares * (ofBase + ofQuote);
    }

    /** Mean of the sampled equities, quote units; {@code NaN} without samples, as all that follow. */
    public double meanEquity() {
        return samples > 0 ? equitySum / samples : Double.NaN;
    }

    /** Mean share of the equity that is in other assets than the quote asset. */
    public double meanExposure() {
        return samples > 0 ? exposureSum / samples : Double.NaN;
    }

    /** The largest such share. */
    public double maxExposure() {
        return exposureMax;
    }

    /** Samples in which a deviation of the holding of an asset from its mean halves; {@code NaN} where it does not return. */
    public double halfLife(int asset) {
        return reversions.get(asset).halfLife();
    }
}
