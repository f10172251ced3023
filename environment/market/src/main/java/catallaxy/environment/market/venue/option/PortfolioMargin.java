package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.UInt256;

/**
 * What a writer must have at a vault: the most that the account's options would lose where price and volatility are moved, and a least
 * part for each that is written. The moves are those of SPAN (Chicago Mercantile Exchange 1988): the price stays or goes up or down by
 * one, two or three thirds of its range, volatility goes up or down by its range with each; and a move of twice the range either way, of
 * whose loss {@value #EXTREME_PART} counts. Options that the account has bought count against those that it wrote. A view of the present state.
 */
record PortfolioMargin(OptionPrices prices, MarginTerms terms, int account) {
    static final double EXTREME_PART = 0.35;

    private static final int THIRDS = 3;

    /** What the account's options would be worth less what they are, at other prices. */
    private record Scenario(double price, double volatility, double part) {}

    private boolean has(int series) {
        return !prices.state().tally(series).position(account).isZero();
    }

    /** Whether it owes anything that has not been settled. */
    boolean hasWritten() {
        return prices.state().tallies().stream()
                .anyMatch(tally -> !tally.writtenBy(account).isZero());
    }

    UInt256 cash() {
        return prices.state().margins().of(account);
    }

    /** Cash and options in the middle of bid and ask, whole quote units; negative where it owes more. */
    double equity() {
        return prices.whole(prices.spec().quote(), cash())
                + settled()
                + worth(prices.pricing(), new Scenario(prices.underlying(), 1, 1));
    }

    /** What its options that have expired and were not taken are worth. */
    private double settled() {
        double sum = 0;
        for (int i = 0; i < prices.spec().series().size(); i++) {
            OptionTally tally = prices.state().tally(i);
            if (has(i) && tally.isSettled()) {
                OptionSeries series = prices.spec().series().get(i);
                UInt256 worth = series.worthInQuote(tally.boughtBy(account), tally.settled());
                UInt256 owed = series.owedInQuote(tally.writtenBy(account), tally.settled());
                sum += prices.whole(prices.spec().quote(), worth)
                        - prices.whole(prices.spec().quote(), owed);
            }
        }
        return sum;
    }

    private double worth(OptionPricing now, Scenario scenario) {
        double sum = 0;
        for (int i = 0; i < prices.spec().series().size(); i++) {
            if (has(i) && !prices.state().tally(i).isSettled()) {
                OptionPricing.Priced priced = prices.priced(i);
                double volatility = now.volatility(priced) * scenario.volatility();
                sum += prices.position(account, i)
                        * BlackScholes.undiscounted(scenario.price(), priced.strike(), now.years(priced))
                                .price(priced.right(), volatility);
            }
        }
        return sum;
    }

    /** Below this it may be liquidated; whole quote units, 0 for who has written nothing. */
    double maintenance() {
        return hasWritten() ? StrictMath.max(0, worstLoss()) + floor() : 0;
    }

    /** What must be there after a trade that adds risk. */
    double initial() {
        return terms.initial() * maintenance();
    }

    /** Equity over what must be there: below 1 it may be liquidated. Infinite where nothing must be. */
    double health() {
        double needed = maintenance();
        if (needed > 0) {
            return equity() / needed;
        }
        return hasWritten() && equity() < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private double floor() {
        double written = 0;
        for (int i = 0; i < prices.spec().series().size(); i++) {
            OptionTally tally = prices.state().tally(i);
            written += tally.isSettled() ? 0 : prices.whole(prices.spec().base(), tally.writtenBy(account));
        }
        return terms.floor() * written * prices.underlying();
    }

    private double worstLoss() {
        OptionPricing now = prices.pricing();
        double before = worth(now, new Scenario(prices.underlying(), 1, 1));
        double worst = 0;
        for (int thirds = -THIRDS; thirds <= THIRDS; thirds++) {
            double move = terms.priceRange() * thirds / THIRDS;
            worst = StrictMath.max(worst, loss(now, before, scenario(move, 1 + terms.volatilityRange(), 1)));
            worst = StrictMath.max(worst, loss(now, before, scenario(move, 1 - terms.volatilityRange(), 1)));
        }
        worst = StrictMath.max(worst, loss(now, before, scenario(2 * terms.priceRange(), 1, EXTREME_PART)));
        return StrictMath.max(worst, loss(now, before, scenario(-2 * terms.priceRange(), 1, EXTREME_PART)));
    }

    private Scenario scenario(double move, double volatility, double part) {
        return new Scenario(prices.underlying() * (1 + move), volatility, part);
    }

    private double loss(OptionPricing now, double before, Scenario scenario) {
        return scenario.part() * (before - worth(now, scenario));
    }
}
