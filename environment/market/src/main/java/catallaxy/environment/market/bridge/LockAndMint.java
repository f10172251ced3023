package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;

/**
 * Locks at home and mints on the remote chain; homeward it burns there and unlocks at home. At every moment, for each asset:
 * locked + paid for forged messages = minted − burned + under way.
 *
 * @param locked account of what is locked at home
 * @param issuer of what is minted on the remote chain
 * @param fees   account that earns the fees
 */
record LockAndMint(BridgeSpec spec, int locked, int issuer, int fees) implements Custody {
    static LockAndMint open(BridgeSpec spec, Ledger ledger) {
        return new LockAndMint(
                spec,
                ledger.openAccount(lockName(spec)),
                ledger.openIssuer(issuerName(spec)),
                ledger.openAccount(spec.id() + "/fees"));
    }

    static LockAndMint of(BridgeSpec spec, Ledger ledger) {
        return new LockAndMint(
                spec,
                ledger.account(lockName(spec)),
                ledger.account(issuerName(spec)),
                ledger.account(spec.id() + "/fees"));
    }

    private static String lockName(BridgeSpec spec) {
        return spec.id() + "/locked";
    }

    private static String issuerName(BridgeSpec spec) {
        return spec.id() + "/minted";
    }

    @Override
    public int sink(int chain) {
        return chain == spec.homeChain() ? locked : issuer;
    }

    @Override
    public boolean mints() {
        return true;
    }

    /** Puts units on the remote chain at the start of a run, backed by as many locked ones. */
    void endow(Ledger ledger, int genesisIssuer, int account, int asset, UInt256 amount) {
        ledger.issue(genesisIssuer, locked, asset, amount);
        ledger.issue(issuer, account, asset, amount);
    }

    @Override
    public Charge charge(Ledger ledger, int asset, int toChain, UInt256 amount) {
        return Charge.of(spec, ledger, asset, amount);
    }

    @Override
    public boolean covers(Ledger ledger, int asset, int toChain, Charge charge) {
        return capacity(ledger, asset, toChain).isAtLeast(charge.amount());
    }

    @Override
    public UInt256 capacity(Ledger ledger, int asset, int toChain) {
        if (toChain == spec.homeChain()) {
            return ledger.balance(locked, asset);
        } else if (spec.mintLimits().isEmpty()) {
            return UInt256.MAX;
        }
        UInt256 limit = Charge.of(spec, spec.mintLimits(), ledger, asset);
        UInt256 minted = ledger.issued(issuer, asset);
        return limit.isAtLeast(minted) ? limit.minusExact(minted) : UInt256.ZERO;
    }

    @Override
    public void pay(Ledger ledger, int asset, int toChain, int receiver, Charge charge) {
        move(ledger, sink(toChain), receiver, asset, charge.received());
        move(ledger, sink(toChain), fees, asset, charge.fees());
    }

    @Override
    public void refund(Ledger ledger, int asset, int fromChain, int receiver, UInt256 amount) {
        move(ledger, sink(fromChain), receiver, asset, amount);
    }

    private void move(Ledger ledger, int from, int to, int asset, UInt256 amount) {
        if (!ledger.transfer(from, to, asset, amount)) {
            throw new IllegalStateException(
                    "bridge " + spec.id() + " holds less than " + amount + " of asset " + asset);
        }
    }

    @Override
    public boolean balances(Ledger ledger, int asset, UInt256 underWay, UInt256 forged) {
        UInt256 owed = ledger.issued(issuer, asset).plusExact(underWay);
        return ledger.balance(locked, asset).plusExact(forged).equals(owed);
    }
}
