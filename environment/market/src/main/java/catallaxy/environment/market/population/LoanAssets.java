package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.view.MarketView;
import java.util.List;

/** Which assets of a lending market a group borrows, and which it leaves for them. Pure functions. */
final class LoanAssets {
    private LoanAssets() {}

    /** What is borrowed: the market's quote asset where it is lent, else the last that is. */
    static int debt(MarketView market, Lending lending) {
        int quote = market.map().quoteAsset();
        return lending.assets().contains(quote) ? quote : lending.assets().getLast();
    }

    /** What may be left for it: the other assets that lend anything. */
    static List<Integer> collaterals(MarketView market, Lending lending) {
        int debt = debt(market, lending);
        return lending.assets().stream()
                .filter(asset -> asset != debt && lending.loanToValue(asset) > 0)
                .toList();
    }
}
