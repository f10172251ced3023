package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.BridgeView;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import java.util.List;

/** Moves assets between places: over the best of the given bridges, to an exchange, or from one. */
final class Bridging {
    private static final int PATIENCE_BLOCKS = 100;
    private static final int NONE = -1;

    private final EngineSpec engine;
    private final List<Integer> bridges;

    Bridging(EngineSpec engine, List<Integer> bridges) {
        this.engine = engine;
        this.bridges = bridges;
    }

    /** Whether there is a way of one step. */
    boolean connects(int from, int to, int asset) {
        int chains = engine.chains().size();
        if (from < chains && to < chains) {
            return isBridged(from, to, asset);
        }
        return from < chains || to < chains;
    }

    /**
     * Sends whole units of an asset from one place to another.
     *
     * @return whether a command was sent
     */
    boolean move(MarketView market, Gateway gateway, int from, int to, int asset, double amount) {
        UInt256 units = amount > 0 ? market.map().units(asset, amount) : UInt256.ZERO;
        if (units.isZero() || !connects(from, to, asset)) {
            return false;
        }
        int chains = engine.chains().size();
        if (from >= chains) {
            gateway.submit(new MarketCommand.Withdraw(from - chains, to, asset, units));
            return true;
        }
        int bridge = to < chains ? best(market, from, to, asset, amount) : NONE;
        if (to < chains && bridge == NONE) {
            return false;
        }
        Call call = to < chains
                ? new Call.BridgeTransfer(bridge, asset, units)
                : new Call.Deposit(to - chains, asset, units);
        return Gas.send(market, gateway, from, call, PATIENCE_BLOCKS);
    }

    private boolean isBridged(int from, int to, int asset) {
        return bridges.stream().anyMatch(index -> engine.bridges().get(index).carries(asset, from, to));
    }

    /** The bridge over which most would arrive, the first of them; none where everything would come back. */
    private int best(MarketView market, int from, int to, int asset, double amount) {
        int best = NONE;
        double most = 0;
        for (int index : bridges) {
            BridgeView bridge = market.bridges().get(index);
            double received = bridge.carries(asset, from, to) ? bridge.received(asset, to, amount) : 0;
            if (received > most) {
                most = received;
                best = index;
            }
        }
        return best;
    }
}
