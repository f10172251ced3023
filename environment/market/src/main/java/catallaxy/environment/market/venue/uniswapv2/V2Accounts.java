package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;

/**
 * Where a pool keeps its things in the ledger; all are account or asset numbers.
 *
 * @param pair account that holds the reserves, and liquidity shares about to be burned
 * @param shareIssuer issuer of the shares; what it owes is their total supply
 * @param burned account of the zero address, which holds the minimum liquidity for ever
 * @param asset0 the first asset
 * @param asset1 the second asset
 * @param shares the asset that the liquidity shares are
 */
public record V2Accounts(int pair, int shareIssuer, int burned, int asset0, int asset1, int shares) {
    public V2Accounts {
        if (asset0 == asset1) {
            throw new IllegalArgumentException("a pool of one asset: " + asset0);
        }
    }

    /** Opens the accounts {@code name}, {@code name/issuer}, {@code name/burned} and adds the asset {@code name/LP}. */
    public static V2Accounts open(Ledger ledger, String name, int asset0, int asset1) {
        int shares = ledger.addAsset(new AssetSpec(name + "/LP", 18));
        int pair = ledger.openAccount(name);
        int issuer = ledger.openIssuer(name + "/issuer");
        return new V2Accounts(pair, issuer, ledger.openAccount(name + "/burned"), asset0, asset1, shares);
    }

    void save(StateWriter out) {
        out.int32(pair)
                .int32(shareIssuer)
                .int32(burned)
                .int32(asset0)
                .int32(asset1)
                .int32(shares);
    }

    static V2Accounts load(StateReader in) {
        try {
            return new V2Accounts(in.int32(), in.int32(), in.int32(), in.int32(), in.int32(), in.int32());
        } catch (IllegalArgumentException e) {
            throw new CorruptStateException("pool: " + e.getMessage());
        }
    }
}
