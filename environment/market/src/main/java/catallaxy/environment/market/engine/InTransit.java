package catallaxy.environment.market.engine;

import catallaxy.environment.market.contract.Delivery;

/** Amounts of participants on their way between places. */
final class InTransit {
    private InTransit() {}

    /** Whole units of an asset that a participant has on bridges; other deliveries are in its transit account. */
    static double onBridges(MarketState state, int participant, int asset) {
        double total = 0;
        for (int slot = 0; state.deliveries.size() > 0 && slot < state.deliveries.bound(); slot++) {
            if (state.deliveries.isUsed(slot)) {
                Delivery each = state.deliveries.get(slot);
                boolean counts = each.kind() == Delivery.Kind.BRIDGE && each.isOf(participant, asset);
                total += counts ? state.settlement.ledger().toWhole(asset, each.amount()) : 0;
            }
        }
        return total;
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
