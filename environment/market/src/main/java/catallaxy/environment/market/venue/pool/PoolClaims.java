package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What shares of a pool of more than two assets stand for where the prices of the world hold. */
record PoolClaims(SharedPool pool, Ledger ledger) implements Claims {
    @Override
    public double worth(int account, IntToDoubleFunction prices) {
        double part = part(account);
        if (part == 0) {
            return 0;
        }
        double[] balances = balancesAt(prices);
        double worth = 0;
        for (int i = 0; i < balances.length; i++) {
            worth += part * balances[i] * prices.applyAsDouble(pool.assets().get(i));
        }
        return worth;
    }

    @Override
    public double quantity(int account, int asset, IntToDoubleFunction prices) {
        int place = pool.assets().indexOf(asset);
        double part = place < 0 ? 0 : part(account);
        return part == 0 ? 0 : part * balancesAt(prices)[place];
    }

    private double part(int account) {
        UInt256 shares = ledger.balance(account, pool.shares());
        return shares.isZero()
                ? 0
                : shares.doubleValue() / pool.totalShares(ledger).doubleValue();
    }

    private double[] balancesAt(IntToDoubleFunction prices) {
        List<Integer> assets = pool.assets();
        return pool.curve(ledger)
                .balancesAt(assets.stream().mapToDouble(prices::applyAsDouble).toArray());
    }
}
