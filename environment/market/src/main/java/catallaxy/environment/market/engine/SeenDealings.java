package catallaxy.environment.market.engine;

import catallaxy.environment.api.view.Dealings;
import catallaxy.environment.market.account.Totals;

/** What a participant has sent to this market. */
record SeenDealings(MarketState state, int participant) implements Dealings {
    private Totals totals() {
        return state.settlement.totals(participant);
    }

    @Override
    public int pending(int place) {
        int underWay = state.network.connection(participant, place).size();
        return place < state.chains.length ? state.chains[place].waiting(participant) + underWay : underWay;
    }

    @Override
    public long meanDelayNanos(int place) {
        return state.network.meanDelayNanos(participant, place);
    }

    @Override
    public long fills() {
        return totals().fills();
    }

    @Override
    public double costsQuote() {
        return totals().feesPaidQuote() + totals().gasPaidQuote();
    }

    @Override
    public long refusals() {
        return totals().rejected() + totals().reverted();
    }
}
