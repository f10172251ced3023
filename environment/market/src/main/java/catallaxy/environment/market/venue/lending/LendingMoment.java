package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.oracle.PriceOracle;

/**
 * When and where an operation happens.
 *
 * @param ledger in which assets move
 * @param now    seconds
 * @param prices of all assets at this moment
 */
public record LendingMoment(Ledger ledger, long now, PriceOracle prices) {
    UInt256 price(ReserveConfig config) {
        return prices.priceE8(config.asset());
    }
}
