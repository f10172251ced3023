package catallaxy.environment.market.storm;

import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.api.view.Dealings;
import catallaxy.environment.api.view.Holdings;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.api.view.Prices;
import catallaxy.environment.market.ledger.AssetSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The time, and prices of the world that the storm moves; there is nothing else to be seen. */
final class StormMarket implements MarketView, Prices {
    private final MarketMap map;
    private final double[] prices;
    private long timeNanos;

    StormMarket(List<AssetSpec> assets) {
        this(
                new MarketMap(
                        assets.stream()
                                .map(each -> new MarketMap.Asset(each.symbol(), each.decimals()))
                                .toList(),
                        1,
                        List.of("one", "two"),
                        StormPlan.CHAINS,
                        List.of()),
                new double[assets.size()],
                0);
        Arrays.fill(prices, 1);
    }

    private StormMarket(MarketMap map, double[] prices, long timeNanos) {
        this.map = map;
        this.prices = prices;
        this.timeNanos = timeNanos;
    }

    StormMarket copy() {
        return new StormMarket(map, prices.clone(), timeNanos);
    }

    void pass(long nanos) {
        timeNanos += nanos;
    }

    void price(int asset, double price) {
        prices[asset] = price;
    }

    @Override
    public long timeNanos() {
        return timeNanos;
    }

    @Override
    public MarketMap map() {
        return map;
    }

    @Override
    public Prices prices() {
        return this;
    }

    @Override
    public double worth(int asset) {
        return prices[asset];
    }

    @Override
    public double inWorld(int asset) {
        return prices[asset];
    }

    @Override
    public double atVenues(int asset) {
        return prices[asset];
    }

    @Override
    public double of(int venue) {
        return Double.NaN;
    }

    @Override
    public double bid(int venue) {
        return Double.NaN;
    }

    @Override
    public double ask(int venue) {
        return Double.NaN;
    }

    @Override
    public double feeRate(int venue) {
        return Double.NaN;
    }

    @Override
    public double turnover(int venue) {
        return 0;
    }

    @Override
    public <T> Optional<T> venue(int venue, Class<T> capability) {
        return Optional.empty();
    }

    @Override
    public ChainView chain(int chain) {
        throw new UnsupportedOperationException("blocks are not looked at");
    }

    @Override
    public Holdings holdings(int participant) {
        throw new UnsupportedOperationException("the ledger is not behind this view");
    }

    @Override
    public Dealings dealings(int participant) {
        throw new UnsupportedOperationException("nothing is recorded");
    }
}
