package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Adds liquidity to pools in their ratio and takes it out again: each arrival picks a pool and, with the given probability,
 * removes a fraction of the group's shares there instead of adding. Amounts may fall short by the population's slippage.
 */
final class PoolProviderGroup implements PopulationGroup {
    private static final int PATIENCE_BLOCKS = 20;
    private static final UInt256 PPM = UInt256.of(1_000_000);

    private final GroupSpec.PoolProvider spec;
    private final int[] venues;
    private final GroupAccount account;
    private final Arrivals arrivals;

    private PoolProviderGroup(GroupSpec.PoolProvider spec, int[] venues, GroupAccount account, Arrivals arrivals) {
        this.spec = spec;
        this.venues = venues;
        this.account = account;
        this.arrivals = arrivals;
    }

    static PoolProviderGroup open(GroupSpec.PoolProvider spec, GroupAccount account, MarketEngine market) {
        return new PoolProviderGroup(
                spec, GroupAccount.venues(spec), account, Arrivals.open(market, spec.ratePerHour(), account.random()));
    }

    @Override
    public int participant() {
        return account.participant();
    }

    @Override
    public long nextWakeNanos() {
        return arrivals.nextNanos();
    }

    @Override
    public void wake(MarketEngine market) {
        if (arrivals.take(market, account.random())) {
            int pool = account.draw(venues);
            boolean removes = account.random().nextBoolean(spec.removeShare());
            double size = account.draw(spec.tradeSize());
            if (removes) {
                remove(market, pool);
            } else {
                add(market, pool, size);
            }
        }
    }

    private void add(MarketEngine market, int pool, double size) {
        VenueSpec venue = market.spec().venues().get(pool);
        int chain = market.spec().placeOfVenue(pool);
        double price = market.price(pool);
        double wanted = GroupAccount.inQuoteOf(market, pool, size) / 2;
        double quote = StrictMath.min(wanted, Gas.spendable(market, participant(), chain, venue.quote()));
        double base = StrictMath.min(quote / price, Gas.spendable(market, participant(), chain, venue.base()));
        double least = 1 - GroupAccount.MAX_SLIPPAGE;
        Call call = market.liquidity(pool)
                .add(
                        market.toUnits(venue.base(), base),
                        market.toUnits(venue.quote(), base * price),
                        market.toUnits(venue.base(), base * least),
                        market.toUnits(venue.quote(), base * price * least));
        if (base > 0) {
            Gas.send(market, market.gateway(participant()), chain, call, PATIENCE_BLOCKS);
        }
    }

    private void remove(MarketEngine market, int pool) {
        VenueSpec venue = market.spec().venues().get(pool);
        UInt256 owned = market.shares(participant(), pool);
        UInt256 burnt = owned.mulDivFloor(UInt256.of(StrictMath.round(spec.removeFraction() * 1e6)), PPM);
        Liquidity liquidity = market.liquidity(pool);
        double share = burnt.doubleValue() / liquidity.totalShares().doubleValue() * (1 - GroupAccount.MAX_SLIPPAGE);
        Call call = liquidity.remove(
                Amount.of(burnt),
                market.toUnits(venue.base(), share * liquidity.base()),
                market.toUnits(venue.quote(), share * liquidity.quote()));
        if (!burnt.isZero()) {
            Gas.send(market, market.gateway(participant()), market.spec().placeOfVenue(pool), call, PATIENCE_BLOCKS);
        }
    }

    @Override
    public PoolProviderGroup copy() {
        return new PoolProviderGroup(spec, venues, account.copy(), arrivals.copy());
    }

    @Override
    public void save(StateWriter out) {
        account.save(out);
        arrivals.save(out);
    }

    static PoolProviderGroup load(StateReader in, GroupSpec.PoolProvider spec, MarketEngine market) {
        return new PoolProviderGroup(
                spec, GroupAccount.venues(spec), GroupAccount.load(in), Arrivals.load(in, market, spec.ratePerHour()));
    }
}
