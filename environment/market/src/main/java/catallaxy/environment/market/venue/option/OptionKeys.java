package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.oracle.OracleKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a market of options in scenario files, and what they make. */
final class OptionKeys {
    private static final double HOUR_NANOS = 3_600e9;
    private static final double BPS = 1e-4;
    private static final String COLLATERAL = "collateral";
    private static final String MARGIN = "margin";

    private static final VenueKey STRIKES = VenueKey.list(
            "strikes", "", 1e-9, 1e12, "Strikes, quote units per unit of base; of each a call and a put.");
    private static final VenueKey EXPIRIES =
            VenueKey.list("expiry-hours", "[24]", 1e-3, 87_600, "Hours after the start at which they expire.");
    private static final VenueKey VAULT_BASE =
            VenueKey.quantity("vault-base", "Base asset in the vault at the start: as many calls it can sell.");
    private static final VenueKey VAULT_QUOTE =
            VenueKey.quantity("vault-quote", "Quote asset in the vault at the start, collateral of its puts.");
    private static final VenueKey VAULT_FEE = VenueKey.number(
            "vault-fee-bps", "30", 0, 1_000, "What stays in the vault of what is withdrawn for its shares.");
    private static final VenueKey VOLATILITY = VenueKey.number(
            "volatility", "0.7", 1e-3, 10, "Volatility at the money at the start, per square root of a year.");
    private static final VenueKey HALF_LIFE = VenueKey.number(
            "volatility-half-life-hours",
            "12",
            0,
            87_600,
            "Hours in which a move of the price loses half of its weight in the volatility; 0 for one that stays.");
    private static final VenueKey QUOTES = VenueKey.file(
            "quotes-file",
            "CSV of quotes to which the surface is fitted, in place of volatility, skew, curvature and decay: expiry-hours, strike, forward and volatility, or right, bid and ask.");
    private static final VenueKey SKEW = VenueKey.number(
            "skew", "-0.2", -0.999, 0.999, "Correlation of the surface: negative where low strikes are dearer.");
    private static final VenueKey CURVATURE = VenueKey.number(
            "curvature", "0.5", 1e-6, 1, "Curvature of the smile, as a part of the greatest that excludes arbitrage.");
    private static final VenueKey DECAY =
            VenueKey.number("decay", "0.4", 1e-6, 0.5, "How smiles flatten with time to expiry.");
    private static final VenueKey SPREAD = VenueKey.number(
            "spread", "0.03", 0, 0.99, "By which part of the volatility it sells dearer and buys cheaper.");
    private static final VenueKey IMPACT = VenueKey.number(
            "impact", "0.5", 0, 10, "By which part the volatility rises until all that the vault has is in use.");
    private static final VenueKey PUSH = VenueKey.number(
            "demand",
            "0",
            0,
            10,
            "Change of the logarithm of a strike's volatility where as much of it as the vault covers was bought; the surface is then fitted again. 0 for none.");
    private static final VenueKey DEMAND_HALF_LIFE = VenueKey.number(
            "demand-half-life-hours", "6", 1e-3, 87_600, "Hours in which a trade loses half of its weight in that.");
    private static final VenueKey WRITING = VenueKey.word(
            "writing",
            COLLATERAL,
            List.of(COLLATERAL, MARGIN),
            "What writers post: all that they may have to pay, or a margin.");
    private static final VenueKey PRICE_RANGE = VenueKey.number(
            "margin-price-range", "0.15", 0.001, 0.49, "Part by which the margin's scenarios move the price at most.");
    private static final VenueKey VOLATILITY_RANGE =
            VenueKey.number("margin-volatility-range", "0.3", 0, 0.99, "Part by which they move the volatility.");
    private static final VenueKey FLOOR = VenueKey.number(
            "margin-floor", "0.02", 0, 1, "Least margin of a written option, as a part of the price of what it is on.");
    private static final VenueKey INITIAL = VenueKey.number(
            "initial-margin", "1.1", 1, 10, "How many times the maintenance margin a trade that adds risk needs.");
    private static final VenueKey BONUS = VenueKey.number(
            "liquidation-bonus", "0.05", 0, 1, "What who liquidates gets, as a part of the cost of what was written.");

    static final List<VenueKey> ALL = Stream.concat(
                    Stream.of(
                            STRIKES,
                            EXPIRIES,
                            VAULT_BASE,
                            VAULT_QUOTE,
                            VAULT_FEE,
                            VOLATILITY,
                            HALF_LIFE,
                            QUOTES,
                            SKEW,
                            CURVATURE,
                            DECAY,
                            SPREAD,
                            IMPACT,
                            PUSH,
                            DEMAND_HALF_LIFE,
                            WRITING,
                            PRICE_RANGE,
                            VOLATILITY_RANGE,
                            FLOOR,
                            INITIAL,
                            BONUS),
                    OracleKeys.ALL.stream())
            .toList();

    private OptionKeys() {}

    static OptionSpec read(VenueSettings settings) {
        return new OptionSpec(
                settings.name(),
                settings.chain(),
                settings.base(),
                settings.quote(),
                series(settings),
                settings.units(VAULT_BASE, settings.base(), -1),
                settings.units(VAULT_QUOTE, settings.quote(), -1),
                settings.number(VAULT_FEE) * BPS,
                terms(settings),
                margin(settings),
                OracleKeys.read(settings));
    }

    private static OptionSpec.Terms terms(VenueSettings settings) {
        List<String> quotes = settings.lines(QUOTES);
        VolatilitySurface smile =
                VolatilitySurface.of(settings.number(SKEW), settings.number(CURVATURE), settings.number(DECAY));
        double volatility = settings.number(VOLATILITY);
        return quotes.isEmpty()
                ? terms(settings, QuotedSurface.flat(smile), volatility)
                : fitted(settings, QuotesFile.of(quotes));
    }

    /** The level is the volatility at the money of the nearest expiry. */
    private static OptionSpec.Terms fitted(VenueSettings settings, List<SurfaceQuote> quotes) {
        QuotedSurface absolute = SurfaceFit.of(1, quotes);
        double years = absolute.curve().years().getFirst();
        double level = StrictMath.sqrt(absolute.curve().at(years) / years);
        return terms(settings, absolute.at(level), level);
    }

    private static OptionSpec.Terms terms(VenueSettings settings, QuotedSurface surface, double volatility) {
        return new OptionSpec.Terms(
                surface,
                volatility,
                settings.number(HALF_LIFE) * HOUR_NANOS,
                settings.number(SPREAD),
                settings.number(IMPACT),
                new OptionSpec.Demand(settings.number(PUSH), settings.number(DEMAND_HALF_LIFE) * HOUR_NANOS));
    }

    private static Optional<MarginTerms> margin(VenueSettings settings) {
        MarginTerms terms = new MarginTerms(
                settings.number(PRICE_RANGE),
                settings.number(VOLATILITY_RANGE),
                settings.number(FLOOR),
                settings.number(INITIAL),
                settings.number(BONUS));
        return settings.word(WRITING).equals(MARGIN) ? Optional.of(terms) : Optional.empty();
    }

    private static List<Double> distinct(VenueSettings settings, VenueKey key) {
        List<Double> numbers = settings.numbers(key);
        Checks.that(numbers.stream().distinct().count() == numbers.size(), key.name(), "each number once", numbers);
        return numbers;
    }

    private static List<OptionSeries> series(VenueSettings settings) {
        UInt256 oneBase = settings.units(settings.base(), 1);
        List<OptionSeries> series = new ArrayList<>();
        for (double hours : distinct(settings, EXPIRIES)) {
            for (double strike : distinct(settings, STRIKES)) {
                for (OptionRight right : OptionRight.values()) {
                    series.add(new OptionSeries(
                            right, settings.units(settings.quote(), strike), oneBase, Math.round(hours * HOUR_NANOS)));
                }
            }
        }
        return series;
    }
}
