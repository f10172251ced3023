package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;

/** What a pool of two assets offers those who provide them. */
final class PoolLiquidity extends PoolQuotes implements Liquidity {
    PoolLiquidity(int venue, SharedPool pool, Ledger ledger) {
        super(venue, pool, new PoolPairs(0, 1), ledger, () -> 0);
    }

    @Override
    public double base() {
        return held(0);
    }

    @Override
    public double quote() {
        return held(1);
    }

    @Override
    public UInt256 shares(int account) {
        return ledger().balance(account, pool().shares());
    }

    @Override
    public UInt256 totalShares() {
        return pool().totalShares(ledger());
    }

    @Override
    public double worthAt(double basePrice, double quotePrice) {
        double[] balances = balancesAt(basePrice, quotePrice);
        return balances[0] * basePrice + balances[1] * quotePrice;
    }

    @Override
    public double baseAt(double basePrice, double quotePrice) {
        return balancesAt(basePrice, quotePrice)[0];
    }

    private double[] balancesAt(double basePrice, double quotePrice) {
        return pool().curve(ledger()).balancesAt(new double[] {basePrice, quotePrice});
    }

    @Override
    public Call add(UInt256 mostBase, UInt256 mostQuote, UInt256 leastBase, UInt256 leastQuote) {
        return new Call.AddLiquidity(venue(), mostBase, mostQuote, leastBase, leastQuote);
    }

    @Override
    public Call remove(Amount shares, UInt256 leastBase, UInt256 leastQuote) {
        return new Call.RemoveLiquidity(venue(), shares, leastBase, leastQuote);
    }
}
