package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.UInt256;
import java.util.function.IntToDoubleFunction;

/**
 * Whole units of both assets that somebody may claim at a vault less what it owes there: of each, by how much the worth moves with its
 * price. Immutable.
 */
record OptionClaims(OptionSpec spec, double base, double quote) {
    /**
     * What an account may claim: options in the middle of bid and ask, what it has posted, what it can take of options that have expired,
     * and its shares of what is left to the vault.
     */
    static OptionClaims of(OptionPrices prices, int account, double underlying) {
        Count count = new Count(prices, prices.at(underlying));
        AccountBalances shares = prices.state().shares();
        OptionClaims own = count.of(account);
        UInt256 held = shares.of(account);
        return held.isZero()
                ? own
                : own.plus(count.ofVault()
                        .times(held.doubleValue() / shares.total().doubleValue()));
    }

    /** What is left to a vault when everybody has what is theirs. */
    static OptionClaims ofVault(OptionPrices prices, double underlying) {
        return new Count(prices, prices.at(underlying)).ofVault();
    }

    /** At prices of the assets. */
    double worth(IntToDoubleFunction prices) {
        return base * prices.applyAsDouble(spec.base()) + quote * prices.applyAsDouble(spec.quote());
    }

    double quantity(int asset) {
        if (asset == spec.base()) {
            return base;
        }
        return asset == spec.quote() ? quote : 0;
    }

    private OptionClaims plus(OptionClaims other) {
        return new OptionClaims(spec, base + other.base, quote + other.quote);
    }

    private OptionClaims times(double factor) {
        return new OptionClaims(spec, factor * base, factor * quote);
    }

    private OptionClaims plus(int asset, double amount) {
        return asset == spec.base()
                ? new OptionClaims(spec, base + amount, quote)
                : new OptionClaims(spec, base, quote + amount);
    }

    /** Claims at one price of the underlying. */
    private record Count(OptionPrices prices, OptionPricing pricing) {
        private OptionSpec spec() {
            return prices.spec();
        }

        private OptionClaims none() {
            return new OptionClaims(spec(), 0, 0);
        }

        OptionClaims of(int account) {
            OptionClaims sum =
                    none().plus(spec().quote(), quote(prices.state().margins().of(account)));
            for (int i = 0; i < spec().series().size(); i++) {
                OptionTally tally = prices.state().tally(i);
                if (!tally.position(account).isZero()) {
                    sum = sum.plus(
                            tally.isSettled()
                                    ? settled(i, account)
                                    : open(i, prices.position(account, i), tally.writtenBy(account)));
                }
            }
            return sum;
        }

        private double quote(UInt256 units) {
            return prices.whole(spec().quote(), units);
        }

        private boolean isMargined() {
            return spec().margin().isPresent();
        }

        /** Options that have not expired, with the collateral of those that were written. */
        private OptionClaims open(int index, double position, UInt256 written) {
            OptionSeries series = spec().series().get(index);
            OptionClaims options = options(index, position);
            int asset = spec().paidIn(series);
            return isMargined() ? options : options.plus(asset, prices.whole(asset, series.collateral(written)));
        }

        private OptionClaims options(int index, double position) {
            if (!(pricing.underlying() > 0)) {
                return none();
            }
            OptionPricing.Priced priced = prices.priced(index);
            double volatility = pricing.volatility(priced);
            double delta = position * pricing.option(priced).delta(priced.right(), volatility);
            double worth = position * pricing.option(priced).price(priced.right(), volatility);
            return new OptionClaims(spec(), delta, worth - delta * pricing.underlying());
        }

        private OptionClaims settled(int index, int account) {
            OptionSeries series = spec().series().get(index);
            OptionTally tally = prices.state().tally(index);
            UInt256 written = tally.writtenBy(account);
            if (isMargined() && !written.isZero()) {
                return none().plus(spec().quote(), -quote(series.owedInQuote(written, tally.settled())));
            }
            int asset = spec().paidIn(series);
            return none().plus(asset, prices.whole(asset, OptionContract.due(series, tally, account)));
        }

        OptionClaims ofVault() {
            OptionClaims sum = balance(spec().base()).plus(balance(spec().quote()));
            sum = sum.plus(spec().quote(), -quote(prices.state().margins().total()));
            for (int i = 0; i < spec().series().size(); i++) {
                OptionTally tally = prices.state().tally(i);
                if (!tally.positions().isEmpty()) {
                    sum = sum.plus(ofOthers(i, tally).times(-1));
                }
            }
            return sum;
        }

        private OptionClaims balance(int asset) {
            return none().plus(asset, prices.whole(asset, prices.ledger().balance(prices.account(), asset)));
        }

        /** What all who dealt in a series may claim of it together. */
        private OptionClaims ofOthers(int index, OptionTally tally) {
            OptionSeries series = spec().series().get(index);
            int asset = spec().paidIn(series);
            if (!tally.isSettled()) {
                double net = prices.whole(spec().base(), tally.bought()) - prices.whole(spec().base(), tally.written());
                double posted = isMargined() ? 0 : prices.whole(asset, tally.posted());
                return options(index, net).plus(asset, posted);
            } else if (isMargined()) {
                double owed = quote(series.owedInQuote(tally.written(), tally.settled()));
                return none().plus(asset, prices.whole(asset, tally.owedToHolders(series)))
                        .plus(spec().quote(), -owed);
            }
            return none().plus(asset, prices.whole(asset, tally.committed(series)));
        }
    }
}
