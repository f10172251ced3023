package catallaxy.environment.market.search;

import catallaxy.environment.api.command.BundleItem;
import java.util.List;

/**
 * A bundle that was tried.
 *
 * @param items     its transactions
 * @param gainQuote what it gains after gas and before its bid, quote units
 */
record Opportunity(List<BundleItem> items, double gainQuote) {
    Opportunity {
        items = List.copyOf(items);
    }
}
