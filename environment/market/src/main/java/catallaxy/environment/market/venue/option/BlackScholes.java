package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.random.NormalDistribution;

/**
 * Prices of European options on a forward, and their derivatives: Black 1976, {@code call = D (F Φ(d₁) − K Φ(d₂))},
 * {@code put = D (K Φ(−d₂) − F Φ(−d₁))}, {@code d₁ = ln(F/K)/s + s/2}, {@code d₂ = d₁ − s} with {@code s = σ√T}. With
 * {@code F = S e^{(r−q)T}} and {@code D = e^{−rT}} they are those of Black and Scholes 1973 and Merton 1973.
 * https://doi.org/10.1016/0304-405X(76)90024-6. Immutable.
 *
 * @param forward  price of the underlying for delivery at expiry, positive
 * @param strike   positive
 * @param years    until expiry; 0 at expiry
 * @param discount worth now of a unit paid at expiry, positive
 */
public record BlackScholes(double forward, double strike, double years, double discount) {
    public BlackScholes {
        boolean sound = forward > 0 && strike > 0 && years >= 0 && discount > 0;
        if (!sound || !Double.isFinite(forward + strike + years + discount)) {
            throw new IllegalArgumentException("forward " + forward + ", strike " + strike + ", years " + years
                    + ", discount " + discount + ": expected finite positive numbers");
        }
    }

    /** An option without interest: forward and spot are one. */
    public static BlackScholes undiscounted(double spot, double strike, double years) {
        return new BlackScholes(spot, strike, years, 1);
    }

    /** Deviation of the logarithm of the price until expiry. */
    private double deviation(double volatility) {
        return volatility * StrictMath.sqrt(years);
    }

    private double d1(double volatility) {
        double deviation = deviation(volatility);
        return StrictMath.log(forward / strike) / deviation + deviation / 2;
    }

    /** What the right is worth where nothing is uncertain. */
    private double intrinsic(OptionRight right) {
        return discount * Math.max(0, right.sign() * (forward - strike));
    }

    private boolean isCertain(double volatility) {
        return !(deviation(volatility) > 0);
    }

    /**
     * Price in units of the forward's numeraire.
     *
     * @param volatility per square root of a year; 0 gives what the right is worth at the forward
     */
    public double price(OptionRight right, double volatility) {
        if (isCertain(volatility)) {
            return intrinsic(right);
        }
        int sign = right.sign();
        double d1 = d1(volatility);
        double d2 = d1 - deviation(volatility);
        double price = sign
                * (forward * NormalDistribution.cumulative(sign * d1)
                        - strike * NormalDistribution.cumulative(sign * d2));
        return Math.max(intrinsic(right), discount * price);
    }

    /** Change of the price with the forward: for each unit of it. */
    public double delta(OptionRight right, double volatility) {
        if (isCertain(volatility)) {
            return discount * (right.sign() * (forward - strike) > 0 ? right.sign() : 0);
        }
        return discount * right.sign() * NormalDistribution.cumulative(right.sign() * d1(volatility));
    }

    /** Change of {@link #delta} with the forward; of calls and puts alike. */
    public double gamma(double volatility) {
        return isCertain(volatility)
                ? 0
                : discount * NormalDistribution.density(d1(volatility)) / (forward * deviation(volatility));
    }

    /** Change of the price with the volatility, for each 1.00 of it; of calls and puts alike. */
    public double vega(double volatility) {
        return isCertain(volatility)
                ? 0
                : discount * forward * NormalDistribution.density(d1(volatility)) * StrictMath.sqrt(years);
    }

    /** Change of the price in a year in which forward, discount and volatility stay; of calls and puts alike. */
    public double theta(double volatility) {
        return isCertain(volatility)
                ? 0
                : -discount
                        * forward
                        * NormalDistribution.density(d1(volatility))
                        * volatility
                        / (2 * StrictMath.sqrt(years));
    }

    /** Change of {@link #delta} with the volatility, and of {@link #vega} with the forward. */
    public double vanna(double volatility) {
        if (isCertain(volatility)) {
            return 0;
        }
        double d1 = d1(volatility);
        return -discount * NormalDistribution.density(d1) * (d1 - deviation(volatility)) / volatility;
    }

    /** Change of {@link #vega} with the volatility. */
    public double volga(double volatility) {
        if (isCertain(volatility)) {
            return 0;
        }
        double d1 = d1(volatility);
        return vega(volatility) * d1 * (d1 - deviation(volatility)) / volatility;
    }

    /**
     * The volatility at which a price is right: 0 at what the right is worth at the forward, {@code NaN} for a price outside of what
     * any volatility gives. Found by bisection, so that a price which hardly depends on volatility cannot lead astray.
     */
    public double impliedVolatility(OptionRight right, double price) {
        double most = discount * (right == OptionRight.CALL ? forward : strike);
        if (!(price >= intrinsic(right)) || !(price < most) || years == 0) {
            return Double.NaN;
        }
        double low = 0;
        double high = 1;
        while (price(right, high) < price) {
            high *= 2;
        }
        for (double middle = high / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (price(right, middle) < price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high == Double.MIN_VALUE ? 0 : high;
    }
}
