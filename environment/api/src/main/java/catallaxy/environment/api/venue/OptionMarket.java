package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * A venue of European options on its base asset, priced in its quote asset. Quantities are whole units of the underlying, prices whole
 * quote units for the option on one. A view of the present state, valid as long as its market.
 */
public interface OptionMarket {
    /**
     * One option that is dealt in.
     *
     * @param strike      whole quote units per whole base unit
     * @param expiryNanos simulated time from which it is worth what it pays
     */
    record Series(OptionRight right, double strike, long expiryNanos) {}

    /** All that are dealt in, by their indices. */
    List<Series> series();

    /** Price of the underlying as the venue knows it; 0 where it knows none. */
    double underlying();

    /** Volatility at the money, per square root of a year, on which the venue's prices rest. */
    double volatility();

    /** Volatility at which a series is priced between {@link #bid} and {@link #ask}. */
    double volatility(int series);

    /** Volatility at which options at the money that expire then are priced between {@link #bid} and {@link #ask}; {@code NaN} from then on. */
    double volatilityAtMoney(long expiryNanos);

    /** Times at which series expire, in their order, each once. */
    default List<Long> expiries() {
        return series().stream().map(Series::expiryNanos).distinct().sorted().toList();
    }

    /** All options of a right that are bought by somebody and still dealt in; whole units of the underlying. */
    default double openInterest(OptionRight right) {
        List<Series> all = series();
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            sum += all.get(i).right() == right && !Double.isNaN(bid(i)) ? openInterest(i) : 0;
        }
        return sum;
    }

    /** {@link #openInterest(OptionRight) Open interest} of puts over that of calls; 0 where no calls are open. */
    default double putCallRatio() {
        double calls = openInterest(OptionRight.CALL);
        return calls > 0 ? openInterest(OptionRight.PUT) / calls : 0;
    }

    /**
     * What the venue would have to trade of the underlying to stay as hedged as it is where the price rises by a hundredth, whole quote
     * units: {@code −Σ owed · Γ · price² / 100}. Negative where it buys into a rise.
     */
    default double gammaExposure() {
        double sum = 0;
        for (int i = 0; i < series().size(); i++) {
            double gamma = gammaOf(i);
            sum -= Double.isNaN(gamma) ? 0 : owed(i) * gamma;
        }
        return sum * underlying() * underlying() / 100;
    }

    /** What an option costs now; {@code NaN} where none is sold. */
    double ask(int series);

    /** What an option brings now; {@code NaN} where none is bought. */
    double bid(int series);

    /** Options that an account has bought and not yet sold, negative where it has written more; whole units of the underlying. */
    double position(int account, int series);

    /** Change of an option's price with that of the underlying; {@code NaN} where it is not dealt in. */
    double deltaOf(int series);

    /** Change of an option's delta with the price of the underlying; {@code NaN} where it is not dealt in. */
    double gammaOf(int series);

    /** All options of a series that are bought by somebody; whole units of the underlying. */
    double openInterest(int series);

    /** Those of them, less what was written, that the venue itself owes. */
    double owed(int series);

    /** Change of the worth of an account's options with the price of the underlying: whole units of base. */
    double delta(int account);

    /** Change of {@link #delta} with the price of the underlying. */
    double gamma(int account);

    /** Change of the worth of an account's options with volatility, whole quote units for each 1.00 of it. */
    double vega(int account);

    /** Buys options, closing what the caller has written first; reverts where they would cost more than {@code most} base units of quote. */
    Call buy(int series, UInt256 quantity, UInt256 most);

    /** Sells options, writing what the caller does not have; reverts where they would bring less than {@code least} base units of quote. */
    Call sell(int series, UInt256 quantity, UInt256 least);

    /** Takes what the caller's options of a series that has expired are worth. */
    Call settle(int series);
}
