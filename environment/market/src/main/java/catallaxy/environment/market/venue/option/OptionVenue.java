package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionVault;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.Optional;

/** Markets of European options: a vault that sells them, buys them back and settles them. Gas is in round figures. */
public final class OptionVenue implements VenueKind<OptionSpec, OptionContract> {
    static final long GAS = 250_000;
    /** Quantities stay below 2 to the power of this, so that their products with strikes fit. */
    static final int QUANTITY_BITS = 128;

    private static final List<Class<?>> CAPABILITIES =
            List.of(OptionMarket.class, OptionVault.class, WriterMargin.class, Claims.class);

    @Override
    public String name() {
        return "options";
    }

    @Override
    public String summary() {
        return "A market of European calls and puts that a vault sells and buys back; writers post collateral or a margin";
    }

    @Override
    public String detail() {
        return """
                price = F Φ(d1) − K Φ(d2) for calls (Black 1976) at the volatility of an SSVI surface without arbitrage:
                w(k, θ) = θ/2 (1 + ρφk + √((φk + ρ)² + 1 − ρ²)), φ = η / (θ^γ (1 + θ)^(1−γ)).
                Calls pay in base, puts in quote; all that could be due to holders is in the vault. Writers post all of it, or a
                margin against the worst of stated moves of price and volatility. Anybody may have shares of the vault.""";
    }

    @Override
    public Class<OptionSpec> spec() {
        return OptionSpec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return OptionKeys.ALL;
    }

    @Override
    public List<OptionSpec> read(VenueSettings settings) {
        return List.of(OptionKeys.read(settings));
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
                        (in, inner) -> OptionCall.SettleOptions.load(in)),
                CallKind.ofVenue(
                        OptionCall.DepositInOptionVault.class,
                        "gives a vault of options an asset for shares",
                        (in, inner) -> OptionCall.DepositInOptionVault.load(in)),
                CallKind.ofVenue(
                        OptionCall.WithdrawFromOptionVault.class,
                        "gives shares of a vault of options back for an asset",
                        (in, inner) -> OptionCall.WithdrawFromOptionVault.load(in)),
                CallKind.ofVenue(
                        OptionCall.PostWriterMargin.class,
                        "adds to the sender's margin at a market of options",
                        (in, inner) -> OptionCall.PostWriterMargin.load(in)),
                CallKind.ofVenue(
                        OptionCall.TakeWriterMargin.class,
                        "takes from the sender's margin what need not be there",
                        (in, inner) -> OptionCall.TakeWriterMargin.load(in)),
                CallKind.ofVenue(
                        OptionCall.LiquidateWriter.class,
                        "closes the options of a writer whose margin is too small, for a bonus",
                        (in, inner) -> OptionCall.LiquidateWriter.load(in)));
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

    /** Margins where writers keep them. */
    @Override
    public List<Class<?>> capabilities(OptionSpec spec) {
        return CAPABILITIES.stream()
                .filter(each -> each != WriterMargin.class || spec.margin().isPresent())
                .toList();
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
        if (capability == OptionVault.class) {
            return Optional.of(capability.cast(new VaultView(spec, venue, contract, market, ledger)));
        } else if (capability == WriterMargin.class) {
            return spec.margin()
                    .map(terms -> capability.cast(new MarginView(spec, terms, venue, contract, market, ledger)));
        }
        return CAPABILITIES.contains(capability)
                ? Optional.of(capability.cast(new OptionView(spec, venue, contract, market, ledger)))
                : Optional.empty();
    }
}
