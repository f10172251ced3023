package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OwnOrders;
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
    private static final double NANOS_PER_SECOND = 1e9;

    private final RoleSpec.Trader spec;
    private final long durationNanos;
    private final int[] venues;
    private final Flattening flattening;
    private final ObservationSpec observationSpec;
    private final ActionSpec actionSpec;

    TraderRole(RoleSpec.Trader spec, EngineSpec engine, long durationNanos) {
        this.spec = spec;
        this.durationNanos = durationNanos;
        this.venues = spec.venues().stream().mapToInt(Integer::intValue).toArray();
        this.flattening = new Flattening(engine, spec.venues());
        this.observationSpec = features(engine);
        this.actionSpec = new ActionSpec(spec.venues().stream()
                .<ActionComponent>map(venue -> new ActionComponent.Continuous(
                        "trade." + engine.venues().get(venue).id(),
                        "quote",
                        -spec.maxTradeQuote(),
                        spec.maxTradeQuote(),
                        0))
                .toList());
    }

    private ObservationSpec features(EngineSpec engine) {
        Features features = new Features()
                .nonNegative("time_remaining", "s")
                .any("equity", "quote")
                .bounded("risk_scale", "1", 0, 1);
        for (int venue : venues) {
            VenueSpec market = engine.venues().get(venue);
            String unit = engine.assets().get(market.quote()).symbol() + "/"
                    + engine.assets().get(market.base()).symbol();
            features.nonNegative("price." + market.id(), unit)
                    .nonNegative("bid." + market.id(), unit)
                    .nonNegative("ask." + market.id(), unit)
                    .nonNegative("volume." + market.id(), "quote");
        }
        for (int place = 0; place < engine.places(); place++) {
            for (var asset : engine.assets()) {
                features.nonNegative("holding." + engine.placeId(place) + "." + asset.symbol(), asset.symbol());
            }
        }
        return features.spec();
    }

    @Override
    public String name() {
        return spec.role();
    }

    @Override
    public ObservationSpec observationSpec() {
        return observationSpec;
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
        int i = 0;
        values[i++] = (durationNanos - market.timeNanos()) / NANOS_PER_SECOND;
        values[i++] = market.holdings(seat.participant()).equityAtVenues();
        values[i++] = seat.scale();
        for (int v = 0; v < venues.length; v++) {
            int venue = venues[v];
            double price = market.prices().of(venue);
            double bid = market.prices().bid(venue);
            double ask = market.prices().ask(venue);
            values[i++] = price;
            values[i++] = bid > 0 ? bid : price;
            values[i++] = ask > 0 ? ask : price;
            values[i++] = seat.memory()[2 * v + 1];
        }
        int assets = market.map().assets().size();
        for (int place = 0; place < market.map().places().size(); place++) {
            for (int asset = 0; asset < assets; asset++) {
                values[i++] = market.holdings(seat.participant()).free(place, asset);
            }
        }
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        for (int i = 0; i < mask.length; i++) {
            mask[i] = !seat.halted() && !pending(market, seat, venues[i]);
        }
    }

    private static boolean pending(MarketView market, Seat seat, int venue) {
        if (market.map().isOnChain(venue)) {
            int chain = market.map().venue(venue).place();
            return market.dealings(seat.participant()).pending(chain) > 0;
        }
        OwnOrders orders = market.offered(venue, LimitOrderBook.class).orders(seat.participant());
        return orders.lotsUnderWay(Side.BUY) > 0 || orders.lotsUnderWay(Side.SELL) > 0;
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
        double costs = seat.costs(market);
        terms[0] = seat.equityChange(market) + costs;
        terms[1] = -costs;
    }
}
