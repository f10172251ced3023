package catallaxy.agents.planning;

import catallaxy.environment.api.view.Holdings;
import catallaxy.environment.api.view.MarketView;

/**
 * What a participant has earned by what it did since a moment: the change of what it holds of each asset, wherever and on whatever
 * way, at the prices that venues show at the end. {@code Σ (q(t) − q(0)) p(t)}: equity without what the holdings of the beginning earned by
 * themselves, which no decision changes and which would drown what decisions earn. Gas, fees and what bridges lose are in it. Immutable.
 */
final class TradedGain {
    private final int participant;
    private final double[] held;

    private TradedGain(int participant, double[] held) {
        this.participant = participant;
        this.held = held;
    }

    /** From the market's present moment on. */
    static TradedGain since(MarketView market, int participant) {
        double[] held = new double[market.map().assets().size()];
        for (int asset = 0; asset < held.length; asset++) {
            held[asset] = held(market.holdings(participant), asset);
        }
        return new TradedGain(participant, held);
    }

    /** Earned up to the present moment of a market, the same or a copy; quote units. */
    double at(MarketView market) {
        Holdings holdings = market.holdings(participant);
        double gain = 0;
        for (int asset = 0; asset < held.length; asset++) {
            double change = held(holdings, asset) - held[asset];
            gain += change == 0 ? 0 : change * market.prices().atVenues(asset);
        }
        return gain;
    }

    private static double held(Holdings holdings, int asset) {
        return holdings.total(asset) + holdings.claimed(asset);
    }
}
