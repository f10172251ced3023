package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;

/**
 * What a participant owns somewhere at the start.
 *
 * @param place  index of the place: chains first, then exchanges
 * @param asset  index of the asset
 * @param amount base units
 */
public record Endowment(int place, int asset, UInt256 amount) {}
