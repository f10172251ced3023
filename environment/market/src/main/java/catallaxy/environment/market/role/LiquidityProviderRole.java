package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Deposits in pools and takes out again.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. Targets are shares of the allotted equity, which is the equity times the
 * seat's scale: a target equal to the observed share asks for nothing at any scale. Targets that add up to more than 1 are scaled down to
 * 1. What accounts of pools count is in {@link PoolAccount}.
 */
final class LiquidityProviderRole implements Role {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Adjustments below this share of the equity are left alone. */
    private static final double DUST = 1e-6;

    private final RoleSpec.LiquidityProvider spec;
    private final int[] pools;
    private final Hedging hedging;
    private final Depositing depositing;
    private final Flattening flattening;
    private final ProviderFactors factors;
    private final ActionSpec actionSpec;

    LiquidityProviderRole(RoleSpec.LiquidityProvider spec, EngineSpec engine, long durationNanos) {
        spec.pools().forEach(pool -> checkPool(engine, engine.venues().get(pool)));
        this.spec = spec;
        this.pools = spec.pools().stream().mapToInt(Integer::intValue).toArray();
        this.hedging = new Hedging(spec, engine, pools.length * PoolAccount.SLOTS);
        this.depositing = new Depositing(spec);
        List<Integer> venues = new ArrayList<>(spec.hedges());
        venues.addAll(spec.pools());
        this.flattening = new Flattening(engine, venues);
        this.factors = new ProviderFactors(spec, engine, durationNanos, hedging);
        this.actionSpec = new ActionSpec(Stream.concat(
                        spec.pools().stream().map(pool -> share(Quantity.PROVIDED, engine, pool)),
                        spec.hedges().stream().map(venue -> share(Quantity.HEDGE, engine, venue)))
                .toList());
    }

    private static ActionComponent share(Quantity quantity, EngineSpec engine, int venue) {
        return new ActionComponent.Continuous(quantity.of(ProviderFactors.subject(engine, venue)), "1", 0, 1, 0);
    }

    private static void checkPool(EngineSpec engine, VenueSpec venue) {
        Checks.that(
                fits(venue, engine.quoteAsset()), "pool", "a pool with liquidity against the quote asset", venue.id());
    }

    /** Whether a venue takes deposits of an asset against the quote asset. */
    static boolean fits(VenueSpec venue, int quoteAsset) {
        return venue instanceof VenueSpec.OnChain pool
                && pool.quote() == quoteAsset
                && Kinds.registered().capabilities(pool).containsAll(List.of(Liquidity.class, Quoting.class));
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

    /** The accounts of the pools, then what was owned at first of each base asset that is hedged. */
    @Override
    public int memorySize() {
        return pools.length * PoolAccount.SLOTS + spec.hedges().size();
    }

    @Override
    public int registerCount() {
        return 0;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        for (int i = 0; i < pools.length; i++) {
            double turnover = market.prices().turnover(pools[i]);
            new PoolAccount(seat, i)
                    .open(
                            market.offered(pools[i], Liquidity.class),
                            ProviderFactors.reference(market, pools[i]),
                            turnover);
        }
        hedging.open(market, seat);
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        double seconds = seat.seconds(market);
        for (int i = 0; i < pools.length; i++) {
            new PoolAccount(seat, i)
                    .advance(
                            market.offered(pools[i], Liquidity.class),
                            ProviderFactors.reference(market, pools[i]),
                            market.holdings(seat.participant()).shares(pools[i]).doubleValue(),
                            market.prices().turnover(pools[i]),
                            seconds,
                            spec.halfLifeNanos() / NANOS_PER_SECOND);
        }
        Role.super.advance(market, seat);
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(market, seat, values);
    }

    /** A pool takes nothing while a transaction of the seat waits on its chain, or with nothing to deposit or to take out. */
    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        for (int i = 0; i < pools.length; i++) {
            mask[i] = !seat.halted()
                    && !UnderWay.on(market, seat, market.map().venue(pools[i]).place())
                    && (Depositing.share(market, seat, pools[i]) > 0
                            || Depositing.free(market, seat, pools[i]) > spec.minTradeQuote());
        }
        for (int i = 0; i < spec.hedges().size(); i++) {
            mask[pools.length + i] = !seat.halted() && hedging.canTrade(market, seat, i);
        }
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        boolean[] free = new boolean[actionSpec.size()];
        mask(market, seat, free);
        double[] changes = changes(market, seat, action, free);
        withdraw(market, gateway, seat, changes, action);
        deposit(market, gateway, seat, changes);
        for (int i = 0; i < spec.hedges().size(); i++) {
            if (free[pools.length + i] && hedging.canTrade(market, seat, i)) {
                hedging.trade(market, gateway, seat, i, action[pools.length + i]);
            }
        }
    }

    /** Quote units by which the position in each pool is to grow; 0 where that is too little or the pool takes nothing. */
    private double[] changes(MarketView market, Seat seat, double[] action, boolean[] free) {
        ProviderFactors.Sight now = ProviderFactors.Sight.of(market, seat);
        double least = StrictMath.max(spec.minTradeQuote(), DUST * now.equity());
        double sum =
                IntStream.range(0, pools.length).mapToDouble(i -> action[i]).sum();
        double perShare = now.allotted() / StrictMath.max(1, sum);
        double[] changes = new double[pools.length];
        for (int i = 0; i < pools.length; i++) {
            double change = action[i] * perShare - now.position(pools[i]);
            changes[i] = free[i] && (StrictMath.abs(change) >= least || action[i] == 0) ? change : 0;
        }
        return changes;
    }

    private void withdraw(MarketView market, Gateway gateway, Seat seat, double[] changes, double[] action) {
        for (int i = 0; i < pools.length; i++) {
            if (changes[i] < 0) {
                double position = ProviderFactors.Sight.of(market, seat).position(pools[i]);
                double fraction = action[i] == 0 ? 1 : StrictMath.min(1, -changes[i] / position);
                depositing.withdraw(market, gateway, seat, pools[i], fraction);
            }
        }
    }

    private void deposit(MarketView market, Gateway gateway, Seat seat, double[] changes) {
        for (int chain = 0; chain < market.map().chains(); chain++) {
            int here = chain;
            int[] growing = IntStream.range(0, pools.length)
                    .filter(i -> changes[i] > 0 && market.map().venue(pools[i]).place() == here)
                    .toArray();
            if (growing.length > 0) {
                depositOn(market, gateway, new Depositing.Purse(market, seat, chain), changes, growing);
            }
        }
    }

    /** Where the targets need more than is free on the chain, all of its deposits are made smaller in equal shares. */
    private void depositOn(
            MarketView market, Gateway gateway, Depositing.Purse purse, double[] changes, int[] growing) {
        IntStream bases =
                IntStream.of(growing).map(i -> market.map().venue(pools[i]).base());
        double wanted = IntStream.of(growing).mapToDouble(i -> changes[i]).sum();
        double part = StrictMath.min(1, purse.worth(market, bases) / wanted);
        for (int i : growing) {
            depositing.deposit(market, gateway, purse, pools[i], part * changes[i]);
        }
    }

    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {
        for (int pool : pools) {
            if (!UnderWay.on(market, seat, market.map().venue(pool).place())) {
                depositing.withdraw(market, gateway, seat, pool, 1);
            }
        }
        flattening.step(market, gateway, seat);
    }

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return IntStream.of(pools)
                        .allMatch(pool ->
                                market.holdings(seat.participant()).shares(pool).isZero())
                && flattening.done(market, seat);
    }

    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        terms[0] = seat.profit(market);
        terms[1] = -seat.costs(market);
    }
}
