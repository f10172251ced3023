package catallaxy.environment.market.bridge;

import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.function.IntToDoubleFunction;

/** What providers own of a bridge's pools by their shares. A view of the present state. */
public final class ProvidersClaims implements Claims {
    private final LiquidityPools pools;
    private final Ledger ledger;

    ProvidersClaims(LiquidityPools pools, Ledger ledger) {
        this.pools = pools;
        this.ledger = ledger;
    }

    @Override
    public double worth(int account, IntToDoubleFunction prices) {
        double worth = 0;
        for (int asset : pools.spec().assets()) {
            double quantity = quantity(account, asset, prices);
            worth += quantity == 0 ? 0 : quantity * prices.applyAsDouble(asset);
        }
        return worth;
    }

    @Override
    public double quantity(int account, int asset, IntToDoubleFunction prices) {
        return pools.spec().assets().contains(asset)
                ? ledger.toWhole(asset, pools.worth(ledger, asset, shares(account, asset)))
                : 0;
    }

    private UInt256 shares(int account, int asset) {
        return ledger.balance(account, pools.share(asset));
    }
}
