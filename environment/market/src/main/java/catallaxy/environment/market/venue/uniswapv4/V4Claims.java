package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.venue.Claims;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What accounts have in the pools of a manager: the sum of what they have in each. */
record V4Claims(List<Claims> pools) implements Claims {
    @Override
    public double worth(int account, IntToDoubleFunction prices) {
        double worth = 0;
        for (Claims each : pools) {
            worth += each.worth(account, prices);
        }
        return worth;
    }

    @Override
    public double quantity(int account, int asset, IntToDoubleFunction prices) {
        double quantity = 0;
        for (Claims each : pools) {
            quantity += each.quantity(account, asset, prices);
        }
        return quantity;
    }
}
