package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A pool with a source of assets without limit and one user, for tests. */
final class StableSwapBench {
    final Ledger ledger;
    final int source;
    final int user;
    final StableSwapTerms terms;
    StableSwapPool pool;

    StableSwapBench(StableSwapTerms terms) {
        this.terms = terms;
        ledger = new Ledger(IntStream.range(0, assets())
                .mapToObj(i -> new AssetSpec("token" + i, terms.decimals().get(i)))
                .toList());
        source = ledger.openIssuer("source");
        user = ledger.openAccount("user");
        List<Integer> numbers = IntStream.range(0, assets()).boxed().toList();
        pool = new StableSwapPool(StableSwapAccounts.open(ledger, "pool", numbers), terms);
    }

    int assets() {
        return terms.decimals().size();
    }

    void give(UInt256... amounts) {
        for (int i = 0; i < amounts.length; i++) {
            ledger.issue(source, user, i, amounts[i]);
        }
    }

    Result add(UInt256... amounts) {
        give(amounts);
        return pool.add(ledger, 0, List.of(amounts), UInt256.ZERO, user);
    }

    Result swap(int in, int out, UInt256 amount) {
        ledger.issue(source, user, in, amount);
        return pool.swap(ledger, 0, in, out, amount, UInt256.ZERO, user, user);
    }

    UInt256 shares() {
        return ledger.balance(user, pool.accounts().shares());
    }

    UInt256 owned(int asset) {
        return ledger.balance(user, asset);
    }

    UInt256 invariant() {
        return pool.invariant(0).amount();
    }

    /** So many whole units of every asset. */
    static UInt256[] whole(StableSwapTerms terms, long units) {
        UInt256[] amounts = new UInt256[terms.decimals().size()];
        Arrays.setAll(amounts, i -> whole(terms.decimals().get(i), units));
        return amounts;
    }

    static UInt256 whole(int decimals, long units) {
        return UInt256.of(units).timesExact(UInt256.of(BigInteger.TEN.pow(decimals)));
    }
}
