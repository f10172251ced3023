package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/** A pool at price 1 whose users have all that they can need, for tests. */
final class PoolBench {
    static final UInt256 ONE_X96 = UInt256.powerOfTwo(96);

    final Ledger ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
    final int source = ledger.openIssuer("source");
    final int alice = ledger.openAccount("alice");
    final int bob = ledger.openAccount("bob");
    final V3Pool pool;
    long seconds = 1_000;

    PoolBench(int feePips, int tickSpacing) {
        pool = new V3Pool(ledger.openAccount("pool"), 0, 1, feePips, tickSpacing);
        for (int account : new int[] {alice, bob}) {
            ledger.issue(source, account, 0, UInt256.powerOfTwo(150));
            ledger.issue(source, account, 1, UInt256.powerOfTwo(150));
        }
    }

    static PoolBench atOne(int feePips, int tickSpacing) {
        PoolBench bench = new PoolBench(feePips, tickSpacing);
        bench.pool.initialize(bench.context(), ONE_X96);
        return bench;
    }

    V3Context context() {
        return V3Context.of(ledger, seconds);
    }

    /** Pays what is owed from an account. */
    V3Callee from(int account) {
        return (owed0, owed1) -> {
            boolean paid = ledger.transfer(account, pool.account(), 0, owed0)
                    && ledger.transfer(account, pool.account(), 1, owed1);
            return paid ? V3Status.OK : V3Status.TRANSFER_FROM_FAILED;
        };
    }

    V3Amounts mint(int owner, int lower, int upper, long liquidity) {
        return pool.mint(context(), owner, lower, upper, UInt256.of(liquidity), from(owner));
    }

    V3Amounts burn(int owner, int lower, int upper, long liquidity) {
        return pool.burn(context(), owner, lower, upper, UInt256.of(liquidity));
    }

    V3Amounts collect(int owner, int lower, int upper) {
        return pool.collect(context(), owner, lower, upper, UInt256.MAX, UInt256.MAX, owner);
    }

    V3Trade swap(int who, boolean zeroForOne, boolean exactIn, UInt256 amount) {
        return pool.swap(context(), zeroForOne, exactIn, amount, V3Pool.farthestLimit(zeroForOne), who, from(who));
    }

    V3Trade sell(int who, boolean zeroForOne, long amount) {
        return swap(who, zeroForOne, true, UInt256.of(amount));
    }

    UInt256 held(int account, int asset) {
        return ledger.balance(account, asset);
    }

    /** All that the pool stores and everybody's balances, to tell whether something has changed. */
    List<Long> image() {
        StateWriter out = new StateWriter();
        pool.save(out);
        List<Long> image = new ArrayList<>();
        for (byte each : out.toBytes()) {
            image.add((long) each);
        }
        for (int account : new int[] {alice, bob, pool.account()}) {
            for (int asset = 0; asset < 2; asset++) {
                UInt256 held = held(account, asset);
                image.addAll(List.of(held.limb(2), held.limb(1), held.limb(0)));
            }
        }
        return image;
    }
}
