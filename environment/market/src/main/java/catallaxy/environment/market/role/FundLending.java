package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a fund lends and borrows: a lending market, and which of the fund's assets on its chain it takes. Sleeves come first, in their
 * order, then the quote asset where that is lent, which is also the one that is borrowed. Quantities are whole units. Immutable.
 */
final class FundLending {
    /** What it keeps of the gas asset when it supplies the rest, over what it keeps when it trades: its transactions are larger. */
    private static final double RESERVES = 4;

    private final int venue;
    private final int chain;
    private final int quote;
    private final double healthFloor;
    private final List<Integer> assets;
    private final boolean lendsQuote;
    private final List<Subject.Reserve> reserves;
    private final Subject market;

    private FundLending(
            EngineSpec engine, VenueSpec.OnChain bank, int venue, double healthFloor, List<Integer> assets) {
        this.venue = venue;
        this.chain = bank.chain();
        this.quote = engine.quoteAsset();
        this.healthFloor = healthFloor;
        this.assets = assets;
        this.lendsQuote = assets.contains(quote);
        this.market = new Subject.Venue(bank.id(), "", "");
        this.reserves = assets.stream()
                .map(asset -> new Subject.Reserve(
                        bank.id(), engine.assets().get(asset).symbol()))
                .toList();
    }

    /** That of a fund; empty where it names no lending market. */
    static Optional<FundLending> of(EngineSpec engine, RoleSpec.Portfolio spec) {
        if (spec.lending().isEmpty()) {
            return Optional.empty();
        }
        int venue = spec.lending().getAsInt();
        VenueSpec bank = engine.venues().get(venue);
        List<Integer> assets = assets(bank, spec.sleeves(), engine.quoteAsset());
        Checks.that(!assets.isEmpty(), "lending", "a lending market of a sleeve's asset on its chain", bank.id());
        return Optional.of(
                new FundLending(engine, (VenueSpec.OnChain) bank, venue, spec.healthFloor(), List.copyOf(assets)));
    }

    /** The assets that a fund can supply to a venue: none where that lends none of its sleeves' assets on their chain. */
    static List<Integer> assets(VenueSpec venue, List<RoleSpec.Sleeve> sleeves, int quote) {
        List<Integer> assets = new ArrayList<>();
        if (venue instanceof VenueSpec.OnChain bank
                && Kinds.registered().capabilities(bank).contains(Lending.class)) {
            sleeves.stream()
                    .filter(sleeve ->
                            sleeve.chain() == bank.chain() && bank.assets().contains(sleeve.asset()))
                    .map(RoleSpec.Sleeve::asset)
                    .distinct()
                    .forEach(assets::add);
            if (!assets.isEmpty() && bank.assets().contains(quote)) {
                assets.add(quote);
            }
        }
        return assets;
    }

    int venue() {
        return venue;
    }

    int chain() {
        return chain;
    }

    double healthFloor() {
        return healthFloor;
    }

    /** What can be supplied. */
    List<Integer> assets() {
        return assets;
    }

    /** Whether the quote asset can be supplied and borrowed. */
    boolean lendsQuote() {
        return lendsQuote;
    }

    Lending lending(MarketView market) {
        return market.offered(venue, Lending.class);
    }

    private int account(MarketView market, Seat seat) {
        return market.holdings(seat.participant()).account(chain);
    }

    /** What is supplied of an asset at a place, with interest; 0 elsewhere and of others. */
    double supplied(MarketView market, Seat seat, int place, int asset) {
        return place == chain && assets.contains(asset) ? lending(market).supplied(account(market, seat), asset) : 0;
    }

    /** What is supplied of each asset, {@code [assets]}. */
    double[] supplied(MarketView market, Seat seat) {
        return assets.stream()
                .mapToDouble(asset -> supplied(market, seat, chain, asset))
                .toArray();
    }

    /** What of an asset is there: supplied, or free to be. */
    double held(MarketView market, Seat seat, int asset) {
        return supplied(market, seat, chain, asset) + supplyable(market, seat, asset);
    }

    /** What of an asset is free and not kept for gas. */
    double supplyable(MarketView market, Seat seat, int asset) {
        double free = market.holdings(seat.participant()).free(chain, asset);
        return StrictMath.max(0, free - kept(market, asset));
    }

    /** Whether there is gas to begin something with, and to end it. */
    boolean hasGas(MarketView market, Seat seat) {
        int gas = market.chain(chain).gasAsset();
        return market.holdings(seat.participant()).free(chain, gas) >= Gas.reserve(market, chain);
    }

    private double kept(MarketView market, int asset) {
        return isGas(market, asset) ? RESERVES * Gas.reserve(market, chain) : 0;
    }

    private boolean isGas(MarketView market, int asset) {
        return market.chain(chain).gasAsset() == asset;
    }

    /** What of an asset must be taken out to pay for transactions: nothing as long as a reserve is there. */
    double neededForGas(MarketView market, Seat seat, int asset) {
        double free = market.holdings(seat.participant()).free(chain, asset);
        return isGas(market, asset) && free < Gas.reserve(market, chain) ? kept(market, asset) - free : 0;
    }

    /** What is owed of the quote asset. */
    double owed(MarketView market, Seat seat) {
        return lendsQuote ? lending(market).owed(account(market, seat), quote) : 0;
    }

    /** The most of the quote asset that may be owed against so much of each asset, at the floor of the health factor. */
    double most(MarketView market, double[] collateral) {
        double price = lendsQuote ? lending(market).price(quote) : 0;
        return price > 0 ? LoanStanding.of(lending(market), assets, collateral).most(healthFloor) / price : 0;
    }

    /** Whether the market's oracle tells the price of each asset: without it nothing is lent or taken out against a debt. */
    boolean sees(MarketView market) {
        return assets.stream().allMatch(asset -> lending(market).price(asset) > 0);
    }

    /** Actions: a share of each asset, then the loan. */
    List<ActionComponent> actions() {
        List<ActionComponent> actions = new ArrayList<>();
        reserves.forEach(each -> actions.add(share(Quantity.SUPPLIED, each)));
        if (lendsQuote) {
            actions.add(share(Quantity.BORROWED, reserves.getLast()));
        }
        return actions;
    }

    private static ActionComponent share(Quantity quantity, Subject of) {
        return new ActionComponent.Continuous(quantity.of(of), "1", 0, 1, 0);
    }

    /** Lists what a fund sees of the market and of its place there. */
    <S extends RoleSight> void list(Factors.Listing<S> all) {
        for (int i = 0; i < assets.size(); i++) {
            int asset = assets.get(i);
            Subject of = reserves.get(i);
            all.nonNegative(
                            Quantity.SUPPLY_RATE.of(of),
                            "1/year",
                            seen -> lending(seen.market()).supplyRate(asset))
                    .nonNegative(
                            Quantity.BORROW_RATE.of(of),
                            "1/year",
                            seen -> lending(seen.market()).borrowRate(asset))
                    .bounded(
                            Quantity.UTILISATION.of(of),
                            "1",
                            0,
                            1,
                            seen -> lending(seen.market()).utilisation(asset))
                    .bounded(Quantity.SUPPLIED.of(of), "1", 0, 1, seen -> suppliedShare(seen, asset));
        }
        if (lendsQuote) {
            all.nonNegative(Quantity.BORROWED.of(reserves.getLast()), "1", this::borrowedShare);
        }
        all.bounded(Quantity.HEALTH.of(market), "1", 0, BorrowerHealth.MOST, this::health);
    }

    private double suppliedShare(RoleSight seen, int asset) {
        double held = held(seen.market(), seen.seat(), asset);
        return LearnerFeatures.ratio(supplied(seen.market(), seen.seat(), chain, asset), held);
    }

    /** What is owed over what its floor and scale allow. */
    private double borrowedShare(RoleSight seen) {
        double most = most(seen.market(), supplied(seen.market(), seen.seat())) * seen.riskScale();
        return LearnerFeatures.ratio(owed(seen.market(), seen.seat()), most);
    }

    private double health(RoleSight seen) {
        return BorrowerHealth.finite(lending(seen.market()).health(account(seen.market(), seen.seat())));
    }
}
