package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One manager of recorded sequences, with the router that did every operation, and a source of tokens without limit. Used once. */
final class V4Bench {
    /** How an operation ended; what a reverted one would have given is nothing. */
    record Outcome(V4Status status, V4Delta delta, V4Delta fees, String swapFee, String crossed) {
        static Outcome of(V4Delta delta) {
            return new Outcome(V4Status.OK, delta, V4Delta.ZERO, "", "");
        }
    }

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
    private final int source = ledger.openIssuer("source");
    private final int router = ledger.openAccount("router");
    private final int stranger = ledger.openAccount("stranger");
    private final V4Pools manager = new V4Pools(ledger.openAccount("manager"), router, hooks(router));
    private @Nullable V4PoolKey pool;
    private Outcome outcome = Outcome.of(V4Delta.ZERO);

    /** The router, none of whose functions is called. */
    private static Map<Integer, V4Hook> hooks(int router) {
        Map<Integer, V4Hook> hooks = new TreeMap<>();
        hooks.put(router, () -> 0);
        return hooks;
    }

    Outcome apply(V4Operation operation) {
        V4PoolKey key = key(operation);
        outcome = Outcome.of(V4Delta.ZERO);
        V4Status status = manager.run(ledger, 0, new Undo(), () -> transact(operation, key));
        if (status.ok() && operation.type() == V4Operation.Type.INIT) {
            pool = key;
        }
        return status.ok() ? outcome : new Outcome(status, V4Delta.ZERO, V4Delta.ZERO, "", "");
    }

    private V4PoolKey key(V4Operation operation) {
        long order =
                operation.type() == V4Operation.Type.INIT ? operation.amount1().longValueExact() : 0;
        int hook = operation.hooked() ? router : V4PoolKey.NO_HOOK;
        return new V4PoolKey(order == 0 ? 0 : 1, order == 1 ? 0 : 1, operation.fee(), operation.tickSpacing(), hook);
    }

    private void transact(V4Operation operation, V4PoolKey key) {
        int caller = operation.actor() == V4Operation.STRANGER ? stranger : router;
        UInt256 amount0 = operation.amount0().bits();
        switch (operation.type()) {
            case INIT -> manager.initialize(caller, key, amount0);
            case PROTOCOL_FEE -> manager.setProtocolFee(caller, key, Math.toIntExact(amount0.longValueExact()));
            case LP_FEE -> manager.updateDynamicLpFee(caller, key, Math.toIntExact(amount0.longValueExact()));
            case COLLECT -> {
                boolean zero = amount0.isZero();
                Int256 collected =
                        Int256.of(manager.collectProtocolFees(caller, caller, zero ? 0 : 1, operation.amount1()));
                outcome = Outcome.of(V4Delta.ordered(zero, collected, Int256.ZERO));
            }
            case MODIFY, SWAP, DONATE, ROUND_TRIP -> unlock(operation, key);
        }
    }

    private void unlock(V4Operation operation, V4PoolKey key) {
        if (operation.settle().equals("noUnlock")) {
            locked(operation, key);
            return;
        }
        manager.unlock(() -> {
            if (operation.settle().equals("nested")) {
                manager.unlock(() -> {});
            }
            locked(operation, key);
            settle(0, operation.settle());
            settle(1, operation.settle());
        });
    }

    private void locked(V4Operation operation, V4PoolKey key) {
        switch (operation.type()) {
            case MODIFY -> {
                V4Change change = manager.modifyLiquidity(
                        router,
                        key,
                        new V4LiquidityOrder(
                                operation.lower(), operation.upper(), operation.amount0(), operation.actor()));
                outcome = new Outcome(V4Status.OK, change.delta(), change.fees(), "", "");
            }
            case SWAP -> {
                V4Trade trade = manager.swap(
                        router, key, new V4Order(operation.zeroForOne(), operation.amount0(), operation.amount1()));
                String crossed = String.valueOf(trade.crossed());
                outcome = new Outcome(V4Status.OK, trade.delta(), V4Delta.ZERO, "" + trade.feePips(), crossed);
            }
            case DONATE ->
                outcome = Outcome.of(
                        manager.donate(router, key, operation.amount0().bits(), operation.amount1()));
            default -> roundTrip(operation, key);
        }
    }

    private void roundTrip(V4Operation operation, V4PoolKey key) {
        boolean down = operation.zeroForOne();
        V4Trade there = manager.swap(router, key, new V4Order(down, operation.amount0(), farthest(down)));
        Int256 out = down ? there.delta().amount1() : there.delta().amount0();
        V4Trade back = manager.swap(router, key, new V4Order(!down, out.negatedExact(), farthest(!down)));
        V4Delta net = there.delta().plus(back.delta());
        outcome = new Outcome(V4Status.OK, net, V4Delta.ZERO, "" + there.feePips(), "");
    }

    private static UInt256 farthest(boolean zeroForOne) {
        return zeroForOne
                ? TickMath.MIN_SQRT_RATIO.plusExact(UInt256.ONE)
                : TickMath.MAX_SQRT_RATIO.minusExact(UInt256.ONE);
    }

    private void settle(int currency, String how) {
        Int256 delta = manager.delta(router, currency);
        if (delta.isNegative()) {
            pay(currency, delta.magnitude(), how);
        } else if (!delta.isZero()) {
            take(currency, delta.magnitude(), how);
        }
    }

    private void pay(int currency, UInt256 owed, String how) {
        UInt256 paid = switch (how) {
            case "payLess" -> owed.minusExact(UInt256.ONE);
            case "payMore" -> owed.plusExact(UInt256.ONE);
            default -> owed;
        };
        manager.sync(currency);
        ledger.issue(source, manager.account(), currency, paid);
        manager.settle(router);
    }

    private void take(int currency, UInt256 due, String how) {
        UInt256 less = due.minusExact(UInt256.ONE);
        switch (how) {
            case "takeLess" -> manager.take(router, currency, router, less);
            case "clearOne" -> {
                manager.take(router, currency, router, less);
                manager.clear(router, currency, UInt256.ONE);
            }
            case "clearWrong" -> manager.clear(router, currency, less);
            default -> manager.take(router, currency, router, due);
        }
    }

    private @Nullable V4Pool pool() {
        return pool == null ? null : manager.pool(pool);
    }

    /** Whether there is a pool whose fee its key fixes. */
    boolean isStatic() {
        return pool != null && !pool.isDynamic();
    }

    /** Of the sequence's pool, once it is initialised. */
    V4State state() {
        V4Pool initialised = pool();
        return initialised == null ? V4State.NEW : initialised.state();
    }

    V4Position position(V4Operation operation) {
        V4Pool initialised = pool();
        return initialised == null
                ? V4Position.NONE
                : initialised.position(
                        new V4PositionKey(router, operation.lower(), operation.upper(), operation.actor()));
    }

    @Nullable
    V4Tick tick(int tick) {
        V4Pool initialised = pool();
        return initialised == null ? null : initialised.ticks().get(tick);
    }

    UInt256 protocolFees(int currency) {
        return manager.accruals().protocolFees(currency);
    }

    UInt256 balance(int currency) {
        return ledger.balance(manager.account(), currency);
    }
}
