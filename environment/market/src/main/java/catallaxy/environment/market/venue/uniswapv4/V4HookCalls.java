package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one pool's hook on behalf of one sender: only what its permissions name, and nothing where the hook itself is the sender.
 * Source: {@code Hooks.sol} of v4-core 1.0.2.
 */
final class V4HookCalls {
    /** What a swap is after its hook has spoken. */
    record Asked(V4Order order, V4BeforeSwap hook, int lpFeePips) {}

    /** What is left to the caller, and what the hook has. */
    record Shared(V4Delta caller, V4Delta hook) {}

    private final @Nullable V4Hook hook;
    private final V4Visit visit;

    /** @param hook null where the pool has none, or it is the sender */
    V4HookCalls(@Nullable V4Hook hook, V4Visit visit) {
        this.hook = hook;
        this.visit = visit;
    }

    /** Whether a pool may have a hook, or none. */
    static boolean isValid(@Nullable V4Hook hook, V4PoolKey key) {
        return hook == null
                ? key.hook() == V4PoolKey.NO_HOOK && !key.isDynamic()
                : V4Permissions.isValid(hook.permissions(), key.isDynamic());
    }

    private boolean calls(int permission) {
        return hook != null && V4Permissions.has(hook.permissions(), permission);
    }

    private V4Hook called() {
        return Objects.requireNonNull(hook);
    }

    private static <T> T wrapped(Supplier<T> call) {
        try {
            return call.get();
        } catch (V4Revert reverted) {
            throw new V4Revert("WrappedError: " + reverted.error());
        }
    }

    private void tell(int permission, Runnable call) {
        if (calls(permission)) {
            wrapped(() -> {
                call.run();
                return visit;
            });
        }
    }

    void beforeInitialize(UInt256 price) {
        tell(V4Permissions.BEFORE_INITIALIZE, () -> called().beforeInitialize(visit, price));
    }

    void afterInitialize(UInt256 price, int tick) {
        tell(V4Permissions.AFTER_INITIALIZE, () -> called().afterInitialize(visit, price, tick));
    }

    void beforeDonate(UInt256 amount0, UInt256 amount1) {
        tell(V4Permissions.BEFORE_DONATE, () -> called().beforeDonate(visit, amount0, amount1));
    }

    void afterDonate(UInt256 amount0, UInt256 amount1) {
        tell(V4Permissions.AFTER_DONATE, () -> called().afterDonate(visit, amount0, amount1));
    }

    void beforeModify(V4LiquidityOrder order) {
        if (order.liquidityDelta().signum() > 0) {
            tell(V4Permissions.BEFORE_ADD_LIQUIDITY, () -> called().beforeAddLiquidity(visit, order));
        } else {
            tell(V4Permissions.BEFORE_REMOVE_LIQUIDITY, () -> called().beforeRemoveLiquidity(visit, order));
        }
    }

    Shared afterModify(V4LiquidityOrder order, V4Change change) {
        boolean adds = order.liquidityDelta().signum() > 0;
        if (!calls(adds ? V4Permissions.AFTER_ADD_LIQUIDITY : V4Permissions.AFTER_REMOVE_LIQUIDITY)) {
            return new Shared(change.delta(), V4Delta.ZERO);
        }
        V4Delta answered = wrapped(() -> adds
                ? called().afterAddLiquidity(visit, order, change)
                : called().afterRemoveLiquidity(visit, order, change));
        boolean counts = calls(
                adds
                        ? V4Permissions.AFTER_ADD_LIQUIDITY_RETURNS_DELTA
                        : V4Permissions.AFTER_REMOVE_LIQUIDITY_RETURNS_DELTA);
        V4Delta taken = counts ? answered : V4Delta.ZERO;
        return new Shared(change.delta().minus(taken), taken);
    }

    /** @param lpFeePips of the pool, which a hook may override */
    Asked beforeSwap(V4Order order, int lpFeePips) {
        if (!calls(V4Permissions.BEFORE_SWAP)) {
            return new Asked(order, V4BeforeSwap.NONE, lpFeePips);
        }
        V4BeforeSwap answered = wrapped(() -> called().beforeSwap(visit, order));
        boolean overrides = visit.key().isDynamic() && (answered.lpFee() & V4Fees.OVERRIDE) != 0;
        int fee = overrides ? V4Fees.validated(answered.lpFee() & ~V4Fees.OVERRIDE) : lpFeePips;
        if (!calls(V4Permissions.BEFORE_SWAP_RETURNS_DELTA)) {
            return new Asked(order, V4BeforeSwap.NONE, fee);
        }
        Int256 left = order.specified().plusExact(V4Cast.int128(answered.specified()));
        V4Revert.unless(order.exactIn() ? left.signum() <= 0 : left.signum() >= 0, "HookDeltaExceedsSwapAmount");
        return new Asked(order.of(left), answered, fee);
    }

    /** @param order as the swapper gave it */
    Shared afterSwap(V4Order order, V4Delta swapped, V4BeforeSwap before) {
        Int256 open = before.unspecified();
        if (calls(V4Permissions.AFTER_SWAP)) {
            Int256 answered = wrapped(() -> called().afterSwap(visit, order, swapped));
            boolean counts = calls(V4Permissions.AFTER_SWAP_RETURNS_DELTA);
            open = V4Cast.int128(open.plusExact(counts ? V4Cast.int128(answered) : Int256.ZERO));
        }
        V4Delta taken = V4Delta.ordered(order.exactIn() == order.zeroForOne(), before.specified(), open);
        return new Shared(swapped.minus(taken), taken);
    }
}
