package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.adaptive.FeeRule;
import catallaxy.environment.market.venue.adaptive.SeenSwap;
import java.util.Objects;
import java.util.OptionalInt;

/** A hook of one pool of a dynamic fee, which it sets for each swap by a rule that sees them all. Owned by its manager. */
final class FeeHook implements V4Hook {
    private FeeRule rule;

    FeeHook(FeeRule rule) {
        this.rule = rule;
    }

    FeeRule rule() {
        return rule;
    }

    /** Changes the rule within a transaction of the manager. */
    void set(FeeRule changed, V4Pools manager) {
        FeeRule before = rule;
        manager.onRevert(() -> rule = before);
        rule = changed;
    }

    @Override
    public int permissions() {
        return V4Permissions.AFTER_INITIALIZE | V4Permissions.BEFORE_SWAP | V4Permissions.AFTER_SWAP;
    }

    @Override
    public void afterInitialize(V4Visit visit, UInt256 sqrtPriceX96, int tick) {
        set(rule.begun(tick), visit.manager());
    }

    @Override
    public V4BeforeSwap beforeSwap(V4Visit visit, V4Order order) {
        int fee = rule.feePips(order.zeroForOne(), visit.manager().timeNanos());
        return new V4BeforeSwap(Int256.ZERO, Int256.ZERO, V4Fees.OVERRIDE | fee);
    }

    @Override
    public Int256 afterSwap(V4Visit visit, V4Order order, V4Delta delta) {
        V4Pool pool = Objects.requireNonNull(visit.manager().pool(visit.key()), "the pool that was swapped in");
        SeenSwap seen = new SeenSwap(
                visit.manager().timeNanos(),
                pool.state().tick(),
                order.zeroForOne(),
                delta.amount0().magnitude(),
                delta.amount1().magnitude());
        set(rule.after(seen), visit.manager());
        return Int256.ZERO;
    }

    @Override
    public OptionalInt feeOverride(boolean zeroForOne, long timeNanos) {
        return OptionalInt.of(rule.feePips(zeroForOne, timeNanos));
    }

    @Override
    public FeeHook copy() {
        return new FeeHook(rule);
    }

    @Override
    public void restore(V4Hook earlier) {
        rule = ((FeeHook) earlier).rule;
    }
}
