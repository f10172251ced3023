package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;

/**
 * Where a pool's shares are in the ledger.
 *
 * @param asset  the shares, of 18 decimals
 * @param issuer what it owes is their total supply
 * @param nobody holds the shares of the first deposit that nobody gets
 */
public record BalancerShares(int asset, int issuer, int nobody) {
    static BalancerShares open(Ledger ledger, String name) {
        int asset = ledger.addAsset(new AssetSpec(name + "/LP", BalancerTerms.DECIMALS));
        return new BalancerShares(asset, ledger.openIssuer(name + "/issuer"), ledger.openAccount(name + "/nobody"));
    }

    /** All shares. */
    public UInt256 total(Ledger ledger) {
        return ledger.issued(issuer, asset);
    }
}
