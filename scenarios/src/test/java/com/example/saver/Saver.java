package com.example.saver;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.role.Flattening;
import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.Seat;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Taker;
import java.util.List;

/** The role: observes the price and what it has, and decides what share of its cash to spend. */
final class Saver implements Role {
    static final Quantity SHARE = new Quantity("share_spent");
    static final Quantity CASH = new Quantity("cash");

    /** What is looked at for an observation, once for all its factors. */
    private record Sight(MarketView market, int participant) {}

    private final SaverSpec spec;
    private final MarketMap.Venue pair;
    private final Factors<Sight> factors;
    private final ActionSpec actions;
    private final Flattening flattening;

    Saver(SaverSpec spec, RoleSite site) {
        MarketMap map = site.engine().map();
        this.spec = spec;
        pair = map.venue(spec.venue());
        String base = map.assets().get(pair.base()).symbol();
        String quote = map.assets().get(pair.quote()).symbol();
        Subject venue = new Subject.Venue(pair.id(), base, quote);
        Subject holding = new Subject.Holding(map.places().get(pair.place()), base);
        factors = Factors.<Sight>list()
                .nonNegative(
                        Quantity.PRICE.of(venue),
                        quote,
                        seen -> seen.market().prices().of(spec.venue()))
                .nonNegative(CASH.ofSeat(), quote, seen -> cash(seen.market(), seen.participant()))
                .nonNegative(
                        Quantity.HOLDING.of(holding),
                        base,
                        seen -> seen.market().holdings(seen.participant()).free(pair.place(), pair.base()))
                .done();
        actions = new ActionSpec(List.of(new ActionComponent.Continuous(SHARE.ofSeat(), "1", 0, 1, 0)));
        flattening = new Flattening(site.engine(), List.of(spec.venue()));
    }

    /** What it may spend: where the quote asset also pays for gas, not the last of it. */
    private double cash(MarketView market, int participant) {
        return Gas.spendable(market, participant, pair.place(), pair.quote());
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
        return actions;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("equity_change");
    }

    /** It remembers nothing; what it did would be kept here, for forks and snapshots. */
    @Override
    public int memorySize() {
        return 0;
    }

    @Override
    public int registerCount() {
        return 0;
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(new Sight(market, seat.participant()), values);
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        mask[0] = !seat.halted() && !waits(market, seat);
    }

    private boolean waits(MarketView market, Seat seat) {
        return spec.patient() && market.dealings(seat.participant()).pending(pair.place()) > 0;
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        double spent = action[0] * seat.scale() * cash(market, seat.participant());
        if (spent > 0 && !waits(market, seat)) {
            Taker.buy(market, gateway, spec.venue(), spent, spec.maxSlippage(), seat.nextOrderId());
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
        terms[0] = seat.equityChange(market);
    }
}
