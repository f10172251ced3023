package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.RangeDeposit;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * Opens ranges about the price and closes them again: each arrival picks a pool and a width, and opens a range, or closes one instead, of
 * those that the price has left as long as there are any. So liquidity lies thickest about where the price has been lately. Amounts may
 * fall short of what they would be at a price that is off by the population's slippage.
 */
record RangeProviding(RangeProviderSpec spec) implements Act {
    private static final int PATIENCE_BLOCKS = 20;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        int pool = account.draw(spec.venues());
        boolean removes = account.random().nextBoolean(spec.removeShare());
        double size = account.draw(spec.tradeSize());
        double width = spec.widthPercent()
                / 100
                * StrictMath.exp(spec.widthDeviation() * account.random().nextGaussian());
        double which = account.random().nextDouble();
        if (removes) {
            close(market, account, pool, which);
        } else {
            open(market, account, pool, size, width);
        }
    }

    private static void open(MarketEngine market, GroupAccount account, int pool, double size, double width) {
        RangeLiquidity ranges = ranges(market, pool);
        VenueSpec pair = market.spec().venues().get(pool);
        int chain = market.spec().placeOfVenue(pool);
        double price = market.price(pool);
        double worth = GroupAccount.inQuoteOf(market, pool, size);
        RangeDeposit deposit = RangeDeposit.of(
                        ranges, price, price / (1 + width), price * (1 + width), worth, GroupAccount.MAX_SLIPPAGE)
                .within(account.spendable(market, chain, pair.base()), account.spendable(market, chain, pair.quote()));
        if (deposit.isPositive()) {
            account.send(market, chain, deposit.call(ranges, market.map(), pool), PATIENCE_BLOCKS);
        }
    }

    private static void close(MarketEngine market, GroupAccount account, int pool, double which) {
        RangeLiquidity ranges = ranges(market, pool);
        int chain = market.spec().placeOfVenue(pool);
        int own = market.accounts().free(account.participant(), chain);
        List<RangeLiquidity.Position> all = ranges.positions(own);
        double price = market.price(pool);
        List<RangeLiquidity.Position> left = all.stream()
                .filter(each -> ranges.priceAt(each.lowerTick()) > price || ranges.priceAt(each.upperTick()) <= price)
                .toList();
        List<RangeLiquidity.Position> candidates = left.isEmpty() ? all : left;
        if (!candidates.isEmpty()) {
            RangeLiquidity.Position chosen = candidates.get((int) (which * candidates.size()));
            Call call = ranges.close(chosen, UInt256.ZERO, UInt256.ZERO);
            account.send(market, chain, call, PATIENCE_BLOCKS);
        }
    }

    private static RangeLiquidity ranges(MarketEngine market, int pool) {
        return market.offered(pool, RangeLiquidity.class);
    }
}
