package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.AddBridgeLiquidity;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.bridge.RemoveBridgeLiquidity;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.rollup.ForceTransaction;
import java.util.List;
import java.util.Optional;

/** A bridge that locks and mints, one with pools, and an exchange's deposit addresses; what has left arrives in any order, or comes back. */
final class BridgeStorm implements StormKind {
    private static final int LOCKS = 0;
    private static final int POOLS = 1;
    private static final int HOME = 0;

    @Override
    public String name() {
        return "bridge-gateway";
    }

    @Override
    public StormPlan plan(Kinds kinds, Draw draw) {
        List<AssetSpec> assets = List.of(new AssetSpec("A0", 18), new AssetSpec("A1", 6));
        return new StormPlan(
                kinds,
                assets,
                List.of(),
                List.of(
                        bridge(draw, "locks", BridgeSpec.Kind.LOCK_AND_MINT, 0),
                        bridge(draw, "pools", BridgeSpec.Kind.LIQUIDITY, 1)),
                List.of(draw.ofBits(draw.between(60, 100)), draw.ofBits(draw.between(60, 100))));
    }

    private static BridgeSpec bridge(Draw draw, String id, BridgeSpec.Kind kind, int asset) {
        return new BridgeSpec(
                id,
                HOME,
                1,
                List.of(asset),
                kind,
                new BridgeSpec.Passage(0, false, 0, 0, 0, 0),
                new BridgeSpec.Fees(draw.below(20_000L), draw.oneIn(2) ? List.of() : List.of(draw.uniform())),
                List.of(),
                BridgeSpec.RateLimit.NONE,
                new BridgeSpec.Liquidity(
                        kind == BridgeSpec.Kind.LIQUIDITY ? List.of(1 + 1e6 * draw.uniform()) : List.of(),
                        kind == BridgeSpec.Kind.LIQUIDITY ? List.of(1 + 1e6 * draw.uniform()) : List.of(),
                        draw.below(1_000_001L)));
    }

    @Override
    public int chain(Draw draw) {
        return draw.below(2);
    }

    /** Some of what is under way arrives, or comes back. */
    @Override
    public void pass(StormState state, Draw draw) {
        while (!state.sent().isEmpty() && draw.oneIn(2)) {
            Delivery due = state.sent().remove(draw.below(state.sent().size()));
            arrive(state, draw, due);
        }
    }

    private static void arrive(StormState state, Draw draw, Delivery due) {
        Settlement settlement = state.settlement();
        if (due.kind() == Delivery.Kind.DEPOSIT) {
            int to = state.accounts().free(due.participant(), HOME);
            state.ledger().transfer(state.accounts().transit(due.participant()), to, due.asset(), due.amount());
            return;
        }
        Bridge bridge = state.bridge(due.via());
        if (due.kind() == Delivery.Kind.LIQUIDITY) {
            bridge.provide(settlement, due.participant(), due.toPlace(), due.asset(), due.amount());
            return;
        }
        boolean fails = draw.oneIn(8)
                || bridge.obstacle(settlement.ledger(), due.asset(), due.toPlace(), due.amount())
                        .isPresent();
        if (fails) {
            bridge.giveBack(settlement, due.participant(), due.fromPlace(), due.asset(), due.amount());
        } else {
            bridge.deliver(settlement, due.participant(), due.toPlace(), due.asset(), due.amount());
        }
    }

    @Override
    public Call next(StormState state, Draw draw, int who) {
        int bridge = draw.oneIn(16) ? draw.between(-1, 2) : draw.below(2);
        int asset = draw.oneIn(16) ? draw.below(state.ledger().assets()) : bridge == POOLS ? 1 : 0;
        UInt256 owned = state.ledger().balance(state.accounts().free(who, draw.below(2)), asset);
        return switch (draw.below(8)) {
            case 0 -> new Call.Deposit(draw.oneIn(8) ? 1 : 0, asset, draw.amount(owned));
            case 1 -> new AddBridgeLiquidity(bridge, asset, draw.amount(owned.shiftRight(draw.below(24))));
            case 2 -> new RemoveBridgeLiquidity(bridge, asset, draw.oneIn(2) ? Amount.all() : draw.amount(owned));
            case 3 ->
                new ForceTransaction(
                        draw.oneIn(8) ? bridge : 1,
                        draw.oneIn(8) ? draw.below(21_000L) : 200_000,
                        new Call.BridgeTransfer(bridge, asset, draw.amount(owned)));
            default -> new Call.BridgeTransfer(bridge, asset, draw.amount(owned));
        };
    }

    /** What goes over a bridge and back at once is not more; nor is what is provided and taken out. */
    @Override
    public List<Call> trip(StormChain chain, Draw draw, int who) {
        StormState state = chain.state();
        int bridge = draw.below(2);
        UInt256 owned = state.ledger().balance(state.accounts().free(who, HOME), bridge);
        Call away = new Call.BridgeTransfer(bridge, bridge, draw.amount(owned));
        UInt256 there = state.ledger().balance(state.accounts().free(who, 1), bridge);
        if (isShort(state, bridge) || !cross(chain, HOME, who, away)) {
            return List.of();
        }
        UInt256 got =
                state.ledger().balance(state.accounts().free(who, 1), bridge).minusExact(there);
        Call back = new Call.BridgeTransfer(bridge, bridge, Amount.of(got));
        cross(chain, 1, who, back);
        return List.of(away, back);
    }

    /** Whether a pool pays for being filled: who does so earns what others have paid. */
    private static boolean isShort(StormState state, int bridge) {
        return bridge == POOLS
                && !(state.ledger()
                                .balance(state.ledger().account("pools/pot-home"), 1)
                                .isZero()
                        && state.ledger()
                                .balance(state.ledger().account("pools/pot-remote"), 1)
                                .isZero());
    }

    private static boolean cross(StormChain chain, int from, int who, Call transfer) {
        if (!chain.execute(from, who, transfer).ok()) {
            return false;
        }
        StormState state = chain.state();
        Delivery due = state.sent().removeLast();
        Bridge bridge = state.bridge(due.via());
        if (bridge.obstacle(state.ledger(), due.asset(), due.toPlace(), due.amount())
                .isPresent()) {
            bridge.giveBack(state.settlement(), who, due.fromPlace(), due.asset(), due.amount());
            return false;
        }
        bridge.deliver(state.settlement(), who, due.toPlace(), due.asset(), due.amount());
        return true;
    }

    /** Each bridge holds what is under way, and what it has minted. */
    @Override
    public Optional<String> fault(StormState state) {
        for (int bridge = LOCKS; bridge <= POOLS; bridge++) {
            int via = bridge;
            UInt256 underWay = sum(state.sent().stream()
                    .filter(each -> each.isOnBridge() && each.via() == via)
                    .toList());
            if (!state.bridge(bridge).balances(state.ledger(), bridge, underWay)) {
                return Optional.of("bridge " + bridge + " is not backed, with " + underWay + " under way");
            }
        }
        List<Delivery> deposits =
                state.sent().stream().filter(each -> !each.isOnBridge()).toList();
        UInt256 transit = UInt256.ZERO;
        for (int who = 0; who < StormPlan.PARTICIPANTS; who++) {
            for (int asset = 0; asset < state.ledger().assets(); asset++) {
                transit = transit.plusExact(
                        state.ledger().balance(state.accounts().transit(who), asset));
            }
        }
        return transit.equals(sum(deposits)) ? Optional.empty() : Optional.of("deposits under way are not in transit");
    }

    private static UInt256 sum(List<Delivery> deliveries) {
        UInt256 sum = UInt256.ZERO;
        for (Delivery each : deliveries) {
            sum = sum.plusExact(each.amount());
        }
        return sum;
    }
}
