package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.engine.MarketEngine;

/**
 * Does nothing as long as a bridge has what it owes. Else it sends home what the vault could pay at this moment, as everybody does, so that
 * who comes late gets it back; once the vault is empty it sells a part on its venues as long as their price is above the backing times the
 * world's price, which is what a unit would get if all were paid alike.
 */
record RunningFromBridge(BridgeHoldersSpec spec) implements Act {
    private static final int PATIENCE_BLOCKS = 50;
    private static final double SLIPPAGE = 0.05;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        BridgeSpec stated = market.spec().bridges().get(spec.bridge());
        BridgeView bridge = market.bridges().get(spec.bridge());
        for (int venue : spec.venues()) {
            int asset = market.map().venue(venue).base();
            if (stated.assets().contains(asset) && bridge.backing(asset) < 1) {
                double held = account.spendable(market, stated.remoteChain(), asset);
                if (!redeem(market, account, stated, asset, held)) {
                    sell(market, account, venue, held * spec.sellShare(), bridge.backing(asset));
                }
            }
        }
    }

    private boolean redeem(MarketEngine market, GroupAccount account, BridgeSpec stated, int asset, double held) {
        BridgeView bridge = market.bridges().get(spec.bridge());
        double amount = StrictMath.min(held, bridge.capacity(asset, stated.homeChain()));
        UInt256 units = market.toUnits(asset, amount);
        boolean pays = bridge.received(asset, stated.homeChain(), amount) > 0 && !units.isZero();
        if (pays) {
            account.send(
                    market,
                    stated.remoteChain(),
                    new Call.BridgeTransfer(spec.bridge(), asset, units),
                    PATIENCE_BLOCKS);
        }
        return pays;
    }

    private static void sell(MarketEngine market, GroupAccount account, int venue, double amount, double backing) {
        var listed = market.map().venue(venue);
        double price = market.price(venue) * market.priceAtVenues(listed.quote());
        if (price > backing * market.worldPrice(listed.base())) {
            account.trade(market, venue, Side.SELL, amount * price, SLIPPAGE);
        }
    }
}
