package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.OptionRight;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a market of options says of itself: volatilities of expiries, open interest, put/call ratio, the vault's gamma. */
final class OptionFiguresTest {
    private final OptionsMarket market = OptionsMarket.of(0, OptionsMarket.TERMS, Optional.empty(), 1);
    private final int trader = market.open("trader");
    private final int writer = market.open("writer");

    @Test
    void openInterestIsWhatIsBought() {
        assertThat(market.options().putCallRatio()).as("nothing open").isZero();
        market.buy(trader, OptionsMarket.CALL, "4");
        market.buy(trader, OptionsMarket.PUT, "3");
        market.buy(writer, 9, "3");
        market.sell(writer, OptionsMarket.CALL, "5");
        assertThat(market.options().openInterest(OptionRight.CALL)).isEqualTo(4);
        assertThat(market.options().openInterest(OptionRight.PUT)).isEqualTo(6);
        assertThat(market.options().putCallRatio()).isEqualTo(1.5);
        assertThat(market.options().owed(OptionsMarket.CALL))
                .as("more is written than bought")
                .isEqualTo(-1);
    }

    /** Against the change of what a hedge of the vault needs where the price is a hundredth higher, by differences of deltas. */
    @Test
    void gammaExposureIsWhatAHedgeWouldTrade() {
        market.buy(trader, OptionsMarket.CALL, "4");
        double gamma = market.options().gamma(market.account(trader));
        double underlying = market.options().underlying();
        double expected = -gamma * underlying * underlying / 100;
        assertThat(market.options().gammaExposure())
                .isNegative()
                .isCloseTo(expected, within(1e-6 * Math.abs(expected)));
        OptionMarketSeries at = OptionMarketSeries.of(market, OptionsMarket.CALL);
        double step = underlying * 1e-4;
        double slope = (at.delta(underlying + step) - at.delta(underlying - step)) / (2 * step);
        assertThat(market.options().gammaOf(OptionsMarket.CALL)).isCloseTo(slope, within(1e-3 * slope));
    }

    /** One series with its volatility held. */
    private record OptionMarketSeries(double strike, double years, double volatility) {
        static OptionMarketSeries of(OptionsMarket market, int series) {
            var each = market.options().series().get(series);
            double years = (each.expiryNanos() - market.market.timeNanos()) / (365 * 86_400e9);
            return new OptionMarketSeries(each.strike(), years, market.options().volatility(series));
        }

        double delta(double underlying) {
            return BlackScholes.undiscounted(underlying, strike, years).delta(OptionRight.CALL, volatility);
        }
    }

    @Test
    void eachExpiryHasItsVolatilityUntilItIsThere() {
        List<Long> expiries = market.options().expiries();
        assertThat(expiries).containsExactly(6 * OptionsMarket.HOUR, 12 * OptionsMarket.HOUR);
        assertThat(market.options().volatilityAtMoney(expiries.getFirst())).isCloseTo(0.7, within(1e-9));
        market.buy(trader, OptionsMarket.CALL, "15");
        assertThat(market.options().volatilityAtMoney(expiries.getLast()))
                .as("half of the vault is in use")
                .isCloseTo(0.7 * 1.25, within(1e-9));
        market.until(7 * OptionsMarket.HOUR);
        assertThat(market.options().volatilityAtMoney(expiries.getFirst())).isNaN();
        assertThat(market.options().openInterest(OptionRight.CALL))
                .as("it has expired")
                .isZero();
        assertThat(market.options().gammaExposure()).isZero();
    }
}
