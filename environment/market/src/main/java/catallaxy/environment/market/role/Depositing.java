package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Gas;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Deposits of a seat in pools and withdrawals from them, each one transaction that reverts whole where it would get less than the seat's
 * slippage allows. A deposit takes what is free on the pool's chain; where that is not in the pool's ratio, it swaps in the same pool first.
 */
final class Depositing {
    /** Blocks that a transaction may wait. */
    private static final int PATIENCE_BLOCKS = 5;

    private static final UInt256 WHOLE = UInt256.of(1_000_000_000L);

    private final RoleSpec.LiquidityProvider spec;

    Depositing(RoleSpec.LiquidityProvider spec) {
        this.spec = spec;
    }

    /** Part of a pool that a seat owns, in [0, 1]. */
    static double share(MarketView market, Seat seat, int pool) {
        UInt256 shares = market.holdings(seat.participant()).shares(pool);
        return shares.isZero()
                ? 0
                : shares.doubleValue()
                        / market.offered(pool, Liquidity.class).totalShares().doubleValue();
    }

    /** Worth of all that a pool holds, at the prices that venues show; quote units. */
    static double depth(MarketView market, int pool) {
        Liquidity liquidity = market.offered(pool, Liquidity.class);
        MarketMap.Venue pair = market.map().venue(pool);
        return liquidity.base() * market.prices().atVenues(pair.base()) + liquidity.quote();
    }

    /** What could be deposited in a pool: worth of both its assets that is free on its chain, quote units. */
    static double free(MarketView market, Seat seat, int pool) {
        MarketMap.Venue pair = market.map().venue(pool);
        double base = Gas.spendable(market, seat.participant(), pair.place(), pair.base());
        return base * market.prices().atVenues(pair.base())
                + Gas.spendable(market, seat.participant(), pair.place(), pair.quote());
    }

    /** What the gas of a deposit and of its withdrawal costs now, quote units. */
    static double gasQuote(MarketView market, int pool) {
        Liquidity liquidity = market.offered(pool, Liquidity.class);
        int chain = market.map().venue(pool).place();
        Call add = liquidity.add(UInt256.ONE, UInt256.ONE, UInt256.ZERO, UInt256.ZERO);
        Call remove = liquidity.remove(Amount.of(UInt256.ONE), UInt256.ZERO, UInt256.ZERO);
        return Gas.costQuote(market, chain, add) + Gas.costQuote(market, chain, remove);
    }

    /** What is still free of the assets of one chain while transactions of the same epoch are being sent; whole units. */
    static final class Purse {
        private final double[] free;

        Purse(MarketView market, Seat seat, int chain) {
            free = new double[market.map().assets().size()];
            for (int asset = 0; asset < free.length; asset++) {
                free[asset] = Gas.spendable(market, seat.participant(), chain, asset);
            }
        }

        /** Worth of the quote asset and of base assets that is free, quote units. */
        double worth(MarketView market, IntStream bases) {
            return free[market.map().quoteAsset()]
                    + bases.distinct()
                            .mapToDouble(base -> free[base] * market.prices().atVenues(base))
                            .sum();
        }

        private void spend(MarketMap.Venue pair, DepositPlan plan) {
            spend(pair.base(), plan.base(), plan);
            spend(pair.quote(), plan.quote(), plan);
        }

        private void spend(int asset, double deposited, DepositPlan plan) {
            double swapped = plan.assetIn() == asset ? plan.in() : 0;
            free[asset] = StrictMath.max(0, free[asset] - deposited - swapped);
        }
    }

    /** Deposits {@code worth} quote units, or as much of it as the purse holds. */
    void deposit(MarketView market, Gateway gateway, Purse purse, int pool, double worth) {
        MarketMap.Venue pair = market.map().venue(pool);
        Liquidity liquidity = market.offered(pool, Liquidity.class);
        Quoting quotes = market.offered(pool, Quoting.class);
        if (!(liquidity.base() > 0 && liquidity.quote() > 0)) {
            return;
        }
        DepositPlan.Means means = new DepositPlan.Means(
                purse.free[pair.base()], purse.free[pair.quote()], spec.minTradeQuote(), spec.maxSlippage());
        DepositPlan plan = DepositPlan.of(pair, liquidity, quotes, worth, means);
        double least = 1 - spec.maxSlippage();
        UInt256 base = market.map().units(pair.base(), plan.base());
        UInt256 quote = market.map().units(pair.quote(), plan.quote());
        if (base.isZero() || quote.isZero() || 2 * plan.quote() < spec.minTradeQuote()) {
            return;
        }
        Call add = liquidity.add(
                base,
                quote,
                market.map().units(pair.base(), plan.base() * least),
                market.map().units(pair.quote(), plan.quote() * least));
        if (Gas.send(market, gateway, pair.place(), withSwap(market, pair, quotes, plan, add), PATIENCE_BLOCKS)) {
            purse.spend(pair, plan);
        }
    }

    private Call withSwap(MarketView market, MarketMap.Venue pair, Quoting quotes, DepositPlan plan, Call add) {
        if (plan.assetIn() == DepositPlan.NO_SWAP) {
            return add;
        }
        int assetOut = plan.assetIn() == pair.base() ? pair.quote() : pair.base();
        UInt256 in = market.map().units(plan.assetIn(), plan.in());
        UInt256 least = market.map().units(assetOut, plan.out() * (1 - spec.maxSlippage()));
        return new Call.Batch(List.of(quotes.swap(plan.assetIn(), Amount.of(in), least), add));
    }

    /**
     * Takes out a fraction of what a seat has in a pool.
     *
     * @param fraction in [0, 1]; 1 for all of it, to the last share
     */
    void withdraw(MarketView market, Gateway gateway, Seat seat, int pool, double fraction) {
        MarketMap.Venue pair = market.map().venue(pool);
        Liquidity liquidity = market.offered(pool, Liquidity.class);
        UInt256 owned = market.holdings(seat.participant()).shares(pool);
        UInt256 burnt = fraction >= 1
                ? owned
                : owned.mulDivFloor(UInt256.of(StrictMath.round(fraction * WHOLE.doubleValue())), WHOLE);
        if (burnt.isZero()) {
            return;
        }
        double share = burnt.doubleValue() / liquidity.totalShares().doubleValue();
        double least = share * (1 - spec.maxSlippage());
        Call remove = liquidity.remove(
                Amount.of(burnt),
                market.map().units(pair.base(), liquidity.base() * least),
                market.map().units(pair.quote(), liquidity.quote() * least));
        Gas.send(market, gateway, pair.place(), remove, PATIENCE_BLOCKS);
    }
}
