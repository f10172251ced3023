package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Adds liquidity to pools in their ratio and takes it out again: each arrival picks a pool and, with the given probability,
 * removes a fraction of the group's shares there instead of adding. Amounts may fall short by the population's slippage.
 */
record PoolProviding(PoolProviderSpec spec) implements Act {
    private static final int PATIENCE_BLOCKS = 20;
    private static final UInt256 PPM = UInt256.of(1_000_000);

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        int pool = account.draw(spec.venues());
        boolean removes = account.random().nextBoolean(spec.removeShare());
        double size = account.draw(spec.tradeSize());
        if (removes) {
            remove(market, account, pool);
        } else {
            add(market, account, pool, size);
        }
    }

    private void add(MarketEngine market, GroupAccount account, int pool, double size) {
        VenueSpec venue = market.spec().venues().get(pool);
        int chain = market.spec().placeOfVenue(pool);
        double price = market.price(pool);
        double wanted = GroupAccount.inQuoteOf(market, pool, size) / 2;
        double quote = StrictMath.min(wanted, account.spendable(market, chain, venue.quote()));
        double base = StrictMath.min(quote / price, account.spendable(market, chain, venue.base()));
        double least = 1 - GroupAccount.MAX_SLIPPAGE;
        Call call = market.liquidity(pool)
                .add(
                        market.toUnits(venue.base(), base),
                        market.toUnits(venue.quote(), base * price),
                        market.toUnits(venue.base(), base * least),
                        market.toUnits(venue.quote(), base * price * least));
        if (base > 0) {
            account.send(market, chain, call, PATIENCE_BLOCKS);
        }
    }

    private void remove(MarketEngine market, GroupAccount account, int pool) {
        VenueSpec venue = market.spec().venues().get(pool);
        UInt256 owned = market.shares(account.participant(), pool);
        UInt256 burnt = owned.mulDivFloor(UInt256.of(StrictMath.round(spec.removeFraction() * 1e6)), PPM);
        Liquidity liquidity = market.liquidity(pool);
        double share = burnt.doubleValue() / liquidity.totalShares().doubleValue() * (1 - GroupAccount.MAX_SLIPPAGE);
        Call call = liquidity.remove(
                Amount.of(burnt),
                market.toUnits(venue.base(), share * liquidity.base()),
                market.toUnits(venue.quote(), share * liquidity.quote()));
        if (!burnt.isZero()) {
            account.send(market, market.spec().placeOfVenue(pool), call, PATIENCE_BLOCKS);
        }
    }
}
