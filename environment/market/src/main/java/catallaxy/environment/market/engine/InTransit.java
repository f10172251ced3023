package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;

/** Amounts of participants on their way between places. */
final class InTransit {
    private InTransit() {}

    /** Whole units of an asset that a participant has on bridges; other deliveries are in its transit account. */
    static double onBridges(MarketState state, int participant, int asset) {
        double total = 0;
        for (int slot = 0; state.deliveries.size() > 0 && slot < state.deliveries.bound(); slot++) {
            total += isOnBridge(state, slot, participant, asset)
                    ? state.settlement
                            .ledger()
                            .toWhole(asset, state.deliveries.get(slot).amount())
                    : 0;
        }
        return total;
    }

    /** The same in base units, exact. */
    static UInt256 unitsOnBridges(MarketState state, int participant, int asset) {
        UInt256 total = UInt256.ZERO;
        for (int slot = 0; state.deliveries.size() > 0 && slot < state.deliveries.bound(); slot++) {
            total = isOnBridge(state, slot, participant, asset)
                    ? total.plusExact(state.deliveries.get(slot).amount())
                    : total;
        }
        return total;
    }

    private static boolean isOnBridge(MarketState state, int slot, int participant, int asset) {
        return state.deliveries.isUsed(slot)
                && state.deliveries.get(slot).isOnBridge()
                && state.deliveries.get(slot).isOf(participant, asset);
    }

    /** Whether anything of the asset is on its way for a participant. */
    static boolean any(MarketState state, int participant, int asset) {
        for (int slot = 0; state.deliveries.size() > 0 && slot < state.deliveries.bound(); slot++) {
            if (state.deliveries.isUsed(slot) && state.deliveries.get(slot).isOf(participant, asset)) {
                return true;
            }
        }
        return false;
    }
}
