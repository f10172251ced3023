package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.oracle.OracleKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Markets of European options: a vault that sells them, buys them back and settles them. Gas is in round figures. */
public final class OptionVenue implements VenueKind<OptionSpec, OptionContract> {
    static final long GAS = 250_000;
    /** Quantities stay below 2 to the power of this, so that their products with strikes fit. */
    static final int QUANTITY_BITS = 128;

    private static final double HOUR_NANOS = 3_600e9;
    private static final List<Class<?>> CAPABILITIES = List.of(OptionMarket.class, Claims.class);

    private static final VenueKey STRIKES = VenueKey.list(
            "strikes", "", 1e-9, 1e12, "Strikes, quote units per unit of base; of each a call and a put.");
    private static final VenueKey EXPIRIES =
            VenueKey.list("expiry-hours", "[24]", 1e-3, 87_600, "Hours after the start at which they expire.");
    private static final VenueKey VAULT_BASE =
            VenueKey.quantity("vault-base", "Base asset in the vault at the start: as many calls it can sell.");
    private static final VenueKey VAULT_QUOTE =
            VenueKey.quantity("vault-quote", "Quote asset in the vault at the start, collateral of its puts.");
    private static final VenueKey VOLATILITY = VenueKey.number(
            "volatility", "0.7", 1e-3, 10, "Volatility at the money at the start, per square root of a year.");
    private static final VenueKey HALF_LIFE = VenueKey.number(
            "volatility-half-life-hours",
            "12",
            0,
            87_600,
            "Hours in which a move of the price loses half of its weight in the volatility; 0 for one that stays.");
    private static final VenueKey SKEW = VenueKey.number(
            "skew", "-0.2", -0.999, 0.999, "Correlation of the surface: negative where low strikes are dearer.");
    private static final VenueKey CURVATURE = VenueKey.number(
            "curvature", "0.5", 1e-6, 1, "Curvature of the smile, as a part of the greatest that excludes arbitrage.");
    private static final VenueKey DECAY =
            VenueKey.number("decay", "0.4", 1e-6, 0.5, "How smiles flatten with time to expiry.");
    private static final VenueKey SPREAD = VenueKey.number(
            "spread", "0.03", 0, 0.99, "By which part of the volatility it sells dearer and buys cheaper.");
    private static final VenueKey IMPACT = VenueKey.number(
            "impact", "0.5", 0, 10, "By which part the volatility rises until all collateral is in use.");
    private static final List<VenueKey> KEYS = Stream.concat(
                    Stream.of(
                            STRIKES,
                            EXPIRIES,
                            VAULT_BASE,
                            VAULT_QUOTE,
                            VOLATILITY,
                            HALF_LIFE,
                            SKEW,
                            CURVATURE,
                            DECAY,
                            SPREAD,
                            IMPACT),
                    OracleKeys.ALL.stream())
            .toList();

    @Override
    public String name() {
        return "options";
    }

    @Override
    public String summary() {
        return "A market of European calls and puts that a vault sells and buys back, fully collateralised";
    }

    @Override
    public String detail() {
        return """
                price = F Φ(d1) − K Φ(d2) for calls (Black 1976) at the volatility of an SSVI surface without arbitrage:
                w(k, θ) = θ/2 (1 + ρφk + √((φk + ρ)² + 1 − ρ²)), φ = η / (θ^γ (1 + θ)^(1−γ)).
                Calls pay in base, puts in quote; all that could be due is in the vault. Writers post all of it.""";
    }

    @Override
    public Class<OptionSpec> spec() {
        return OptionSpec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return KEYS;
    }

    @Override
    public List<OptionSpec> read(VenueSettings settings) {
        OptionSpec.Terms terms = new OptionSpec.Terms(
                VolatilitySurface.of(settings.number(SKEW), settings.number(CURVATURE), settings.number(DECAY)),
                settings.number(VOLATILITY),
                settings.number(HALF_LIFE) * HOUR_NANOS,
                settings.number(SPREAD),
                settings.number(IMPACT));
        return List.of(new OptionSpec(
                settings.name(),
                settings.chain(),
                settings.base(),
                settings.quote(),
                series(settings),
                settings.units(VAULT_BASE, settings.base(), -1),
                settings.units(VAULT_QUOTE, settings.quote(), -1),
                terms,
                OracleKeys.read(settings)));
    }

    private static List<OptionSeries> series(VenueSettings settings) {
        UInt256 oneBase = settings.units(settings.base(), 1);
        List<OptionSeries> series = new ArrayList<>();
        for (double hours : settings.numbers(EXPIRIES)) {
            for (double strike : settings.numbers(STRIKES)) {
                for (OptionRight right : OptionRight.values()) {
                    series.add(new OptionSeries(
                            right, settings.units(settings.quote(), strike), oneBase, Math.round(hours * HOUR_NANOS)));
                }
            }
        }
        return series;
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(
                CallKind.ofVenue(
                        OptionCall.BuyOptions.class,
                        "buys options of a series",
                        (in, inner) -> OptionCall.BuyOptions.load(in)),
                CallKind.ofVenue(
                        OptionCall.SellOptions.class,
                        "sells options of a series, and writes those that the sender does not have",
                        (in, inner) -> OptionCall.SellOptions.load(in)),
                CallKind.ofVenue(
                        OptionCall.SettleOptions.class,
                        "takes what the sender's options of an expired series are worth",
                        (in, inner) -> OptionCall.SettleOptions.load(in)));
    }

    @Override
    public long gas(Call.OfVenue call) {
        return call instanceof OptionCall ? GAS : 0;
    }

    @Override
    public long hopGas() {
        return 0;
    }

    @Override
    public OptionContract deploy(OptionSpec spec, Deployment at) {
        int account = at.ledger().openAccount(spec.id());
        at.endow(account, spec.base(), spec.vaultBase());
        at.endow(account, spec.quote(), spec.vaultQuote());
        return new OptionContract(spec, at.venue(), account);
    }

    @Override
    public OptionContract load(OptionSpec spec, int venue, StateReader in) {
        return OptionContract.load(spec, venue, in);
    }

    @Override
    public List<Class<?>> capabilities() {
        return CAPABILITIES;
    }

    /** Nothing: what it offers depends on prices. */
    @Override
    public <T> Optional<T> as(Class<T> capability, OptionSpec spec, int venue, OptionContract contract, Ledger ledger) {
        return Optional.empty();
    }

    @Override
    public <T> Optional<T> as(
            Class<T> capability,
            OptionSpec spec,
            int venue,
            OptionContract contract,
            Ledger ledger,
            MarketView market) {
        return CAPABILITIES.contains(capability)
                ? Optional.of(capability.cast(new OptionView(spec, venue, contract, market, ledger)))
                : Optional.empty();
    }
}
