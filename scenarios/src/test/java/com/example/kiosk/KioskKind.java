package com.example.kiosk;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The kind: what is registered. */
public final class KioskKind implements VenueKind<KioskSpec, Kiosk> {
    private static final VenueKey PRICE =
            VenueKey.quantity("price", "Price of a whole unit of base at the start, in the quote asset.");
    private static final VenueKey STOCK_BASE = VenueKey.quantity("stock-base", "Base asset in it at the start.");
    private static final VenueKey STOCK_QUOTE = VenueKey.quantity("stock-quote", "Quote asset in it at the start.");
    private static final VenueKey FEE = VenueKey.number("fee-bps", "10", 0, 1_000, "What it keeps of what is paid in.");
    private static final VenueKey STEP =
            VenueKey.number("step-bps", "2", 0, 1_000, "By how much a trade moves its price.");

    @Override
    public String name() {
        return "kiosk";
    }

    @Override
    public String summary() {
        return "A dealer with a posted price and a stock, an example";
    }

    @Override
    public String detail() {
        return "amountOut = floor(floor(amountIn (1 − fee)) price); then the price moves a step against the taker.";
    }

    @Override
    public Class<KioskSpec> spec() {
        return KioskSpec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(PRICE, STOCK_BASE, STOCK_QUOTE, FEE, STEP);
    }

    @Override
    public List<KioskSpec> read(VenueSettings settings) {
        return List.of(new KioskSpec(
                settings.name(),
                settings.chain(),
                settings.base(),
                settings.quote(),
                settings.units(PRICE, settings.quote(), 0),
                settings.units(STOCK_BASE, settings.base(), 0),
                settings.units(STOCK_QUOTE, settings.quote(), 0),
                Math.round(100 * settings.number(FEE)),
                Math.round(100 * settings.number(STEP))));
    }

    /** Swaps come through the router of the chain; it has no calls of its own. */
    @Override
    public List<CallKind<?>> calls() {
        return List.of();
    }

    @Override
    public long gas(Call.OfVenue call) {
        return 0;
    }

    @Override
    public long hopGas() {
        return Kiosk.GAS;
    }

    @Override
    public Kiosk deploy(KioskSpec spec, Deployment at) {
        int account = at.ledger().openAccount(spec.id());
        at.endow(account, spec.base(), spec.stockBase());
        at.endow(account, spec.quote(), spec.stockQuote());
        int decimals = at.ledger().assetSpec(spec.base()).decimals();
        return new Kiosk(spec, at.venue(), account, UInt256.of(BigInteger.TEN.pow(decimals)), spec.price());
    }

    @Override
    public Kiosk load(KioskSpec spec, int venue, StateReader in) {
        int account = in.int32();
        return new Kiosk(spec, venue, account, UInt256.load(in), UInt256.load(in));
    }

    @Override
    public List<Class<?>> capabilities() {
        return List.of(Quoting.class);
    }

    @Override
    public <T> Optional<T> as(Class<T> capability, KioskSpec spec, int venue, Kiosk contract, Ledger ledger) {
        return capability == Quoting.class
                ? Optional.of(capability.cast(new KioskQuotes(spec, venue, contract, ledger)))
                : Optional.empty();
    }
}
