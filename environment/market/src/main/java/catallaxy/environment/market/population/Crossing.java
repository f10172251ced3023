package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.engine.MarketEngine;

/**
 * Sends one of the assets of a venue from its chain over the bridge that leaves most of it: what would arrive now, less what the
 * waiting costs. Where every transfer would come back, or nothing is left of it, nothing is sent.
 */
record Crossing(BridgeUsersSpec spec) implements Act {
    private static final int PATIENCE_BLOCKS = 100;
    private static final double HOUR_NANOS = 3_600e9;
    private static final double BPS = 1e-4;
    private static final int NONE = -1;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        int venue = account.draw(spec.venues());
        boolean base = account.random().nextBoolean(0.5);
        double size = account.draw(spec.tradeSize());
        var listed = market.map().venue(venue);
        int asset = base ? listed.base() : listed.quote();
        double price = market.priceAtVenues(asset);
        double amount = StrictMath.min(size / price, account.spendable(market, listed.place(), asset));
        int bridge = amount > 0 ? best(market, listed.place(), asset, amount) : NONE;
        UInt256 units = market.toUnits(asset, amount);
        if (bridge != NONE && !units.isZero()) {
            account.send(market, listed.place(), new Call.BridgeTransfer(bridge, asset, units), PATIENCE_BLOCKS);
        }
    }

    private int best(MarketEngine market, int from, int asset, double amount) {
        int best = NONE;
        double most = 0;
        for (int index : spec.bridges()) {
            BridgeSpec stated = market.spec().bridges().get(index);
            BridgeView bridge = market.bridges().get(index);
            int to = stated.otherEnd(from);
            if (bridge.carries(asset, from, to)) {
                double received = bridge.received(asset, to, amount);
                double waiting = amount * spec.waitingBpsPerHour() * BPS * (bridge.delayNanos(from) / HOUR_NANOS);
                if (received - waiting > most) {
                    most = received - waiting;
                    best = index;
                }
            }
        }
        return best;
    }
}
