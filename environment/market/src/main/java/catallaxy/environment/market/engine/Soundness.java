package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.ledger.Conservation;
import java.util.ArrayList;
import java.util.List;

/** Conservation over the whole market: the ledger's own, that every bridge is backed but for what was forged, and that positions add up to zero. */
final class Soundness {
    private Soundness() {}

    static Conservation check(MarketState state) {
        Conservation ledger = state.settlement.ledger().check();
        List<Conservation.Violation> violations = new ArrayList<>(ledger.violations());
        long checks = ledger.checks();
        for (int i = 0; i < state.bridges.length; i++) {
            for (int asset : state.bridges[i].spec().assets()) {
                checks++;
                checkBacking(state, i, asset, violations);
            }
        }
        for (int venue : state.layout.derivativeVenues()) {
            checks++;
            checkPositions(state, state.book(venue), violations);
        }
        return new Conservation(checks, violations, shortfalls(state));
    }

    /** What bridges paid out for forged messages: accounted losses of their own. */
    private static List<Conservation.Shortfall> shortfalls(MarketState state) {
        List<Conservation.Shortfall> shortfalls = new ArrayList<>();
        for (Bridge bridge : state.bridges) {
            for (int asset : bridge.spec().assets()) {
                UInt256 amount = bridge.attestation().shortfall(asset);
                if (!amount.isZero()) {
                    String symbol = state.layout.spec().assets().get(asset).symbol();
                    shortfalls.add(new Conservation.Shortfall(bridge.spec().id(), symbol, amount));
                }
            }
        }
        return shortfalls;
    }

    private static void checkBacking(MarketState state, int index, int asset, List<Conservation.Violation> violations) {
        Bridge bridge = state.bridges[index];
        if (!bridge.balances(state.settlement.ledger(), asset, underWay(state, index, asset))) {
            String symbol = state.layout.spec().assets().get(asset).symbol();
            violations.add(new Conservation.Violation.Leak(
                    symbol, "bridge " + bridge.spec().id() + " is not backed"));
        }
    }

    /** Positions add up to zero, and between two events nothing is in the pot. */
    private static void checkPositions(MarketState state, BookMarket market, List<Conservation.Violation> violations) {
        String symbol = state.layout.spec().assets().get(market.spec().quote()).symbol();
        if (market.margined().sum() != 0) {
            violations.add(new Conservation.Violation.Leak(
                    symbol,
                    "positions on " + market.spec().id() + " add up to "
                            + market.margined().sum()));
        }
        UInt256 pot = state.settlement
                .ledger()
                .balance(market.house().pot(), market.spec().quote());
        if (!pot.isZero()) {
            violations.add(new Conservation.Violation.Leak(
                    symbol, pot + " in the pot of " + market.house().id()));
        }
    }

    private static UInt256 underWay(MarketState state, int bridge, int asset) {
        UInt256 sum = UInt256.ZERO;
        for (int slot = 0; slot < state.deliveries.bound(); slot++) {
            if (state.deliveries.isUsed(slot)) {
                Delivery each = state.deliveries.get(slot);
                boolean counts = each.isOnBridge() && each.via() == bridge && each.asset() == asset;
                sum = counts ? sum.plusExact(each.amount()) : sum;
            }
        }
        return sum;
    }
}
