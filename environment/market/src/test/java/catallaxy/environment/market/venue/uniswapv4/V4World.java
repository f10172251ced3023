package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.List;
import java.util.TreeMap;

/** A manager with three currencies, a user with plenty of each, and a hook whose behaviour a test gives. */
final class V4World {
    static final UInt256 PLENTY = UInt256.powerOfTwo(120);
    static final UInt256 PRICE_ONE = TickMath.sqrtRatioAtTick(0);

    final Ledger ledger =
            new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18), new AssetSpec("token2", 18)));
    final int user;
    final int hook;
    final V4Pools manager;

    V4World(V4Hook behaviour) {
        int issuer = ledger.openIssuer("source");
        user = ledger.openAccount("user");
        hook = ledger.openAccount("hook");
        for (int currency = 0; currency < 3; currency++) {
            ledger.issue(issuer, user, currency, PLENTY);
            ledger.issue(issuer, hook, currency, PLENTY);
        }
        TreeMap<Integer, V4Hook> hooks = new TreeMap<>();
        hooks.put(hook, behaviour);
        manager = new V4Pools(ledger.openAccount("manager"), user, hooks);
    }

    V4World() {
        this(() -> V4Permissions.BEFORE_DONATE);
    }

    V4PoolKey plain(int fee) {
        return new V4PoolKey(0, 1, fee, 60, V4PoolKey.NO_HOOK);
    }

    V4PoolKey hooked(int fee) {
        return new V4PoolKey(0, 1, fee, 60, hook);
    }

    V4Status run(Runnable transaction) {
        return manager.run(ledger, 0, new Undo(), transaction);
    }

    /** A pool at price one, with liquidity of the user's around it. */
    V4World open(V4PoolKey key) {
        V4Status status = run(() -> manager.initialize(user, key, PRICE_ONE));
        V4Status provided = status.ok() ? unlock(() -> add(key, 1_000_000_000)) : status;
        if (!provided.ok()) {
            throw new IllegalStateException(provided.error());
        }
        return this;
    }

    V4Change add(V4PoolKey key, long liquidity) {
        return manager.modifyLiquidity(user, key, new V4LiquidityOrder(-6_000, 6_000, Int256.of(liquidity), 0));
    }

    V4Trade swap(V4PoolKey key, boolean zeroForOne, long specified) {
        return manager.swap(user, key, order(zeroForOne, specified));
    }

    static V4Order order(boolean zeroForOne, long specified) {
        return new V4Order(zeroForOne, Int256.of(specified), TickMath.sqrtRatioAtTick(zeroForOne ? -6_000 : 6_000));
    }

    /** Does something, and settles what the user owes and gets. */
    V4Status unlock(Runnable callback) {
        return run(() -> manager.unlock(() -> {
            callback.run();
            settle(user);
        }));
    }

    void settle(int holder) {
        for (int currency = 0; currency < 3; currency++) {
            Int256 delta = manager.delta(holder, currency);
            if (delta.isNegative()) {
                manager.sync(currency);
                ledger.transfer(holder, manager.account(), currency, delta.magnitude());
                manager.settle(holder);
            } else if (!delta.isZero()) {
                manager.take(holder, currency, holder, delta.magnitude());
            }
        }
    }

    UInt256 held(int holder, int currency) {
        return ledger.balance(holder, currency);
    }

    /** What the holder has lost, negative for what it has gained, since it had plenty. */
    long paid(int holder, int currency) {
        return PLENTY.toBigInteger()
                .subtract(held(holder, currency).toBigInteger())
                .longValueExact();
    }

    byte[] saved() {
        StateWriter out = new StateWriter();
        manager.save(out);
        balances(out);
        return out.toBytes();
    }

    private void balances(StateWriter out) {
        for (int holder : new int[] {user, hook, manager.account()}) {
            for (int currency = 0; currency < 3; currency++) {
                held(holder, currency).save(out);
            }
        }
    }

    byte[] savedAgain() {
        StateWriter out = new StateWriter();
        manager.save(out);
        StateReader in = new StateReader(out.toBytes());
        StateWriter again = new StateWriter();
        V4Pools.load(in, manager.account(), user, new TreeMap<>()).save(again);
        in.end();
        balances(again);
        return again.toBytes();
    }
}
