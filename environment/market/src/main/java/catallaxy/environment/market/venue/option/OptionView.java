package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A vault's options as those who decide see them; their worth is that in the middle of bid and ask. */
record OptionView(OptionSpec spec, int venue, OptionContract contract, MarketView market, Ledger ledger)
        implements OptionMarket, Claims {
    private OptionPrices prices() {
        return OptionPrices.of(spec, contract.account(), contract.state(), market, ledger);
    }

    @Override
    public List<Series> series() {
        OptionPrices prices = prices();
        return IntStream.range(0, spec.series().size())
                .mapToObj(prices::priced)
                .map(each -> new Series(each.right(), each.strike(), each.expiryNanos()))
                .toList();
    }

    @Override
    public double underlying() {
        return prices().underlying();
    }

    @Override
    public double volatility() {
        return contract.state().memory().volatility();
    }

    private boolean isDealt(int series, OptionPrices prices) {
        return !prices.price().isZero() && !spec.series().get(series).isExpired(market.timeNanos());
    }

    @Override
    public double volatility(int series) {
        OptionPrices prices = prices();
        return isDealt(series, prices) ? prices.pricing().volatility(prices.priced(series)) : Double.NaN;
    }

    @Override
    public double volatilityAtMoney(long expiryNanos) {
        OptionPrices prices = prices();
        boolean isDealt = prices.isKnown() && market.timeNanos() < expiryNanos;
        return isDealt
                ? prices.pricing()
                        .volatility(new OptionPricing.Priced(OptionRight.CALL, prices.underlying(), expiryNanos))
                : Double.NaN;
    }

    @Override
    public double ask(int series) {
        OptionPrices prices = prices();
        return isDealt(series, prices) ? prices.pricing().ask(prices.priced(series)) : Double.NaN;
    }

    @Override
    public double bid(int series) {
        OptionPrices prices = prices();
        return isDealt(series, prices) ? prices.pricing().bid(prices.priced(series)) : Double.NaN;
    }

    @Override
    public double position(int account, int series) {
        return prices().position(account, series);
    }

    @Override
    public double deltaOf(int series) {
        return of(series, (option, right, volatility) -> option.delta(right, volatility));
    }

    @Override
    public double gammaOf(int series) {
        return of(series, (option, right, volatility) -> option.gamma(volatility));
    }

    private double of(int series, Sensitivity sensitivity) {
        OptionPrices prices = prices();
        if (!isDealt(series, prices)) {
            return Double.NaN;
        }
        OptionPricing.Priced priced = prices.priced(series);
        OptionPricing pricing = prices.pricing();
        return sensitivity.of(pricing.option(priced), priced.right(), pricing.volatility(priced));
    }

    @Override
    public double openInterest(int series) {
        return ledger.toWhole(spec.base(), contract.state().tally(series).bought());
    }

    @Override
    public double owed(int series) {
        return openInterest(series)
                - ledger.toWhole(spec.base(), contract.state().tally(series).written());
    }

    @Override
    public double delta(int account) {
        return sum(account, prices(), (option, right, volatility) -> option.delta(right, volatility));
    }

    @Override
    public double gamma(int account) {
        return sum(account, prices(), (option, right, volatility) -> option.gamma(volatility));
    }

    @Override
    public double vega(int account) {
        return sum(account, prices(), (option, right, volatility) -> option.vega(volatility));
    }

    /** A sensitivity of one option. */
    @FunctionalInterface
    private interface Sensitivity {
        double of(BlackScholes option, OptionRight right, double volatility);
    }

    private double sum(int account, OptionPrices prices, Sensitivity sensitivity) {
        return prices.price().isZero() ? 0 : sum(account, prices, prices.pricing(), sensitivity);
    }

    /** Over what an account has of the series that have not expired. */
    private double sum(int account, OptionPrices prices, OptionPricing pricing, Sensitivity sensitivity) {
        double sum = 0;
        for (int i = 0; i < spec.series().size(); i++) {
            double position = contract.state().tally(i).position(account).isZero() ? 0 : position(account, i);
            if (position != 0 && !contract.state().tally(i).isSettled()) {
                OptionPricing.Priced priced = prices.priced(i);
                sum += position * sensitivity.of(pricing.option(priced), priced.right(), pricing.volatility(priced));
            }
        }
        return sum;
    }

    @Override
    public Call buy(int series, UInt256 quantity, UInt256 most) {
        return new OptionCall.BuyOptions(venue, series, quantity, most);
    }

    @Override
    public Call sell(int series, UInt256 quantity, UInt256 least) {
        return new OptionCall.SellOptions(venue, series, quantity, least);
    }

    @Override
    public Call settle(int series) {
        return new OptionCall.SettleOptions(venue, series);
    }

    /** Options at their price, collateral or margin, shares of the vault, and what has expired and was not taken yet. */
    @Override
    public double worth(int account, IntToDoubleFunction prices) {
        return claims(account, prices).worth(prices);
    }

    @Override
    public double quantity(int account, int asset, IntToDoubleFunction prices) {
        return claims(account, prices).quantity(asset);
    }

    private OptionClaims claims(int account, IntToDoubleFunction prices) {
        double underlying = prices.applyAsDouble(spec.base()) / prices.applyAsDouble(spec.quote());
        return OptionClaims.of(prices(), account, underlying);
    }
}
