package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Taker;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * Buys and sells on any of its venues; the role for agents of a user's own.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. Orders on books are immediate-or-cancel; trades of one epoch that
 * together need more than is there are cut or rejected, the later venue's first. A venue takes no trade while an earlier one of the
 * seat is on its way there or waits on its chain: decided again before its effect was seen, it would be done twice.
 */
final class TraderRole implements Role {

    private final RoleSpec.Trader spec;
    private final long durationNanos;
    private final int[] venues;
    private final Flattening flattening;
    private final Factors<Sight> factors;
    private final ActionSpec actionSpec;

    TraderRole(RoleSpec.Trader spec, EngineSpec engine, long durationNanos) {
        this.spec = spec;
        this.durationNanos = durationNanos;
        this.venues = spec.venues().stream().mapToInt(Integer::intValue).toArray();
        this.flattening = new Flattening(engine, spec.venues());
        this.factors = factors(engine);
        this.actionSpec = new ActionSpec(spec.venues().stream()
                .<ActionComponent>map(venue -> new ActionComponent.Continuous(
                        Quantity.TRADE.of(subject(engine, venue)),
                        "quote",
                        -spec.maxTradeQuote(),
                        spec.maxTradeQuote(),
                        0))
                .toList());
    }

    private static Subject.Venue subject(EngineSpec engine, int venue) {
        VenueSpec of = engine.venues().get(venue);
        return new Subject.Venue(
                of.id(),
                engine.assets().get(of.base()).symbol(),
                engine.assets().get(of.quote()).symbol());
    }

    /** What is looked at for an observation. */
    private record Sight(MarketView market, Seat seat) implements RoleSight {
        double orPrice(double price, int venue) {
            return price > 0 ? price : market.prices().of(venue);
        }
    }

    private Factors<Sight> factors(EngineSpec engine) {
        Factors.Listing<Sight> all = Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .any(Quantity.EQUITY.ofSeat(), "quote", RoleSight::equityAtVenues)
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale);
        for (int i = 0; i < venues.length; i++) {
            addVenue(all, subject(engine, venues[i]), i);
        }
        for (int place = 0; place < engine.places(); place++) {
            for (int asset = 0; asset < engine.assets().size(); asset++) {
                addHolding(all, engine, place, asset);
            }
        }
        return all.done();
    }

    private void addVenue(Factors.Listing<Sight> all, Subject.Venue of, int index) {
        int venue = venues[index];
        String unit = of.quote() + "/" + of.base();
        all.nonNegative(
                        Quantity.PRICE.of(of),
                        unit,
                        seen -> seen.market().prices().of(venue))
                .nonNegative(
                        Quantity.BID.of(of),
                        unit,
                        seen -> seen.orPrice(seen.market().prices().bid(venue), venue))
                .nonNegative(
                        Quantity.ASK.of(of),
                        unit,
                        seen -> seen.orPrice(seen.market().prices().ask(venue), venue))
                .nonNegative(
                        Quantity.VOLUME.of(of), "quote", seen -> seen.seat().memory()[2 * index + 1]);
    }

    private static void addHolding(Factors.Listing<Sight> all, EngineSpec engine, int place, int asset) {
        String symbol = engine.assets().get(asset).symbol();
        all.nonNegative(
                Quantity.HOLDING.of(new Subject.Holding(engine.placeId(place), symbol)),
                symbol,
                seen -> seen.holdings().free(place, asset));
    }

    @Override
    public String name() {
        return spec.role();
    }

    @Override
    public ObservationSpec observationSpec() {
        return factors.spec();
    }

    @Override
    public ActionSpec actionSpec() {
        return actionSpec;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("pnl", "costs");
    }

    /** For each venue its turnover at this epoch, and how much of it is since the one before. */
    @Override
    public int memorySize() {
        return 2 * venues.length;
    }

    @Override
    public int registerCount() {
        return 0;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        for (int i = 0; i < venues.length; i++) {
            seat.memory()[2 * i] = market.prices().turnover(venues[i]);
        }
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        double[] memory = seat.memory();
        for (int i = 0; i < venues.length; i++) {
            double turnover = market.prices().turnover(venues[i]);
            memory[2 * i + 1] = turnover - memory[2 * i];
            memory[2 * i] = turnover;
        }
        Role.super.advance(market, seat);
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(new Sight(market, seat), values);
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        for (int i = 0; i < mask.length; i++) {
            mask[i] = !seat.halted() && !UnderWay.to(market, seat, venues[i]);
        }
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        boolean[] free = new boolean[venues.length];
        mask(market, seat, free);
        for (int i = 0; i < venues.length; i++) {
            MarketMap.Venue venue = market.map().venue(venues[i]);
            double price = market.prices().of(venues[i]);
            double quote = free[i] ? action[i] * seat.scale() / market.prices().atVenues(venue.quote()) : 0;
            if (quote > 0) {
                Taker.buy(market, gateway, venues[i], quote, spec.maxSlippage(), seat.nextOrderId());
            } else if (quote < 0 && price > 0) {
                double base = -quote / price;
                Taker.sell(market, gateway, venues[i], base, spec.maxSlippage(), seat.nextOrderId());
            }
        }
    }

    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {
        flattening.step(market, gateway, seat);
    }

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return flattening.done(market, seat);
    }

    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        terms[0] = seat.profit(market);
        terms[1] = -seat.costs(market);
    }
}
