package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Arrays;
import java.util.List;

/**
 * Where a pool keeps its things in the ledger; all are account or asset numbers.
 *
 * @param pool        account that holds the balances and the owner's fees
 * @param shareIssuer issuer of the shares; what it owes is their total supply
 * @param shares      the asset that the liquidity shares are, of 18 decimals
 * @param assets      the pool's assets, all different
 */
public record StableSwapAccounts(int pool, int shareIssuer, int shares, List<Integer> assets) {
    public StableSwapAccounts {
        assets = List.copyOf(assets);
        long different = assets.stream().distinct().count();
        Checks.that(different == assets.size(), "assets", "different ones", assets);
    }

    /** Opens the accounts {@code name} and {@code name/issuer} and adds the asset {@code name/LP}. */
    public static StableSwapAccounts open(Ledger ledger, String name, List<Integer> assets) {
        int shares = ledger.addAsset(new AssetSpec(name + "/LP", StableSwapTerms.DECIMALS));
        int pool = ledger.openAccount(name);
        return new StableSwapAccounts(pool, ledger.openIssuer(name + "/issuer"), shares, assets);
    }

    void save(StateWriter out) {
        int[] numbers = assets.stream().mapToInt(Integer::intValue).toArray();
        out.int32(pool).int32(shareIssuer).int32(shares).ints(numbers, numbers.length);
    }

    static StableSwapAccounts load(StateReader in) {
        return new StableSwapAccounts(
                in.int32(),
                in.int32(),
                in.int32(),
                Arrays.stream(in.ints()).boxed().toList());
    }
}
