package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.math.BigInteger;
import java.util.List;

/** A vault over three assets with a weighted pool of all and a stable pool of the first two, and a source of assets, for tests. */
final class BalancerBench {
    static final int WEIGHTED = 0;
    static final int STABLE = 1;
    static final int[] DECIMALS = {18, 6, 8};

    final Ledger ledger = new Ledger(
            List.of(new AssetSpec("A", DECIMALS[0]), new AssetSpec("B", DECIMALS[1]), new AssetSpec("C", DECIMALS[2])));
    final int source = ledger.openIssuer("source");
    final int user = ledger.openAccount("user");
    BalancerVault vault = new BalancerVault(ledger.openAccount("vault"), ledger.openAccount("collector"));

    BalancerBench(PowerVersion power, long fee) {
        WeightedCurve weighted = new WeightedCurve(List.of(percent(50), percent(25), percent(25)), power);
        vault.register(ledger, "weighted", new BalancerTerms(List.of(18, 6, 8), weighted, fee), List.of(0, 1, 2));
        vault.register(ledger, "stable", new BalancerTerms(List.of(18, 6), new StableCurve(200), fee), List.of(0, 1));
    }

    /** Both pools with a million of each of their assets. */
    static BalancerBench full(PowerVersion power, long fee) {
        BalancerBench bench = new BalancerBench(power, fee);
        bench.first(WEIGHTED, whole(0, 1_000_000), whole(1, 1_000_000), whole(2, 1_000_000));
        bench.first(STABLE, whole(0, 1_000_000), whole(1, 1_000_000));
        return bench;
    }

    static UInt256 percent(long percent) {
        return UInt256.of(percent * 10_000_000_000_000_000L);
    }

    static UInt256 whole(int asset, long units) {
        return UInt256.of(units).timesExact(UInt256.of(BigInteger.TEN.pow(DECIMALS[asset])));
    }

    Result first(int pool, UInt256... amounts) {
        give(amounts);
        return vault.join(ledger, pool, new BalancerJoin.First(List.of(amounts)), user);
    }

    Result joinExact(int pool, UInt256... amounts) {
        give(amounts);
        return vault.join(ledger, pool, new BalancerJoin.ExactIn(List.of(amounts), UInt256.ZERO), user);
    }

    void give(UInt256... amounts) {
        for (int i = 0; i < amounts.length; i++) {
            ledger.issue(source, user, i, amounts[i]);
        }
    }

    Result swapIn(int pool, int in, int out, UInt256 amount) {
        ledger.issue(source, user, in, amount);
        return vault.swap(ledger, true, new BalancerSwap(pool, in, out, amount), UInt256.ZERO, user, user);
    }

    UInt256 shares(int pool) {
        return ledger.balance(user, vault.pool(pool).shares().asset());
    }

    UInt256 owned(int asset) {
        return ledger.balance(user, asset);
    }

    UInt256 held(int asset) {
        return ledger.balance(vault.account(), asset);
    }
}
