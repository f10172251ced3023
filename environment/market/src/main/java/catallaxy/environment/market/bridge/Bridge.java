package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.ledger.Ledger;

/**
 * One lock-and-mint bridge. Outward, a transfer locks at home and mints on the remote chain; homeward, it burns there
 * and unlocks at home. The fee is taken on arrival and rounded up; a transfer that fails comes back whole.
 *
 * <p>At every moment, for each asset: locked = minted − burned + under way. Owned by its market.
 */
public final class Bridge {
    private static final UInt256 PIPS = UInt256.of(1_000_000);

    private final BridgeSpec spec;
    private final int lockAccount;
    private final int issuer;
    private final int feeAccount;
    private final RandomStream failures;

    /**
     * A bridge that has carried nothing; its failures are drawn from the stream {@code bridge/ID/failures} of the seed.
     *
     * @param lockAccount ledger account that holds what is locked at home
     * @param issuer      ledger issuer of what is minted on the remote chain
     * @param feeAccount  ledger account that earns the fees
     */
    public Bridge(BridgeSpec spec, int lockAccount, int issuer, int feeAccount, long seed) {
        this(spec, lockAccount, issuer, feeAccount, RandomStream.of(seed, "bridge/" + spec.id() + "/failures"));
    }

    private Bridge(BridgeSpec spec, int lockAccount, int issuer, int feeAccount, RandomStream failures) {
        this.spec = spec;
        this.lockAccount = lockAccount;
        this.issuer = issuer;
        this.feeAccount = feeAccount;
        this.failures = failures;
    }

    /** Name of the ledger account of what a bridge has locked at home. */
    public static String lockName(BridgeSpec spec) {
        return spec.id() + "/locked";
    }

    /** Name of the ledger issuer of what a bridge has minted on the remote chain. */
    public static String issuerName(BridgeSpec spec) {
        return spec.id() + "/minted";
    }

    /** The scenario's description of the bridge: its chains, fee and probability of failure. */
    public BridgeSpec spec() {
        return spec;
    }

    /** Puts units on the remote chain at the start of a run, backed by as many locked ones. */
    public void endow(Ledger ledger, int genesisIssuer, int account, int asset, UInt256 amount) {
        ledger.issue(genesisIssuer, lockAccount, asset, amount);
        ledger.issue(issuer, account, asset, amount);
    }

    /** Whether the transfer that arrives now fails: one draw each. */
    public boolean drawFailure() {
        return failures.nextDouble() < spec.failureProbability();
    }

    /** Mints or unlocks on the chain of arrival; returns what the participant received. */
    public UInt256 deliver(Settlement settlement, int participant, int toChain, int asset, UInt256 amount) {
        UInt256 fee = amount.mulDivCeil(UInt256.of(spec.feePips()), PIPS);
        UInt256 received = amount.minusExact(fee);
        settlement.totals(participant).fee(settlement.worth(asset, fee));
        payOut(settlement, toChain, settlement.accounts().free(participant, toChain), asset, received);
        payOut(settlement, toChain, feeAccount, asset, fee);
        return received;
    }

    /** Gives a failed transfer back whole on the chain that it left. */
    public void giveBack(Settlement settlement, int participant, int fromChain, int asset, UInt256 amount) {
        payOut(settlement, fromChain, settlement.accounts().free(participant, fromChain), asset, amount);
    }

    private void payOut(Settlement settlement, int chain, int account, int asset, UInt256 amount) {
        int source = chain == spec.homeChain() ? lockAccount : issuer;
        if (!settlement.ledger().transfer(source, account, asset, amount)) {
            throw new IllegalStateException(
                    "bridge " + spec.id() + " holds less than " + amount + " of asset " + asset);
        }
    }

    /** Whether what is locked equals what was minted and is under way. */
    public boolean balances(Ledger ledger, int asset, UInt256 underWay) {
        return ledger.balance(lockAccount, asset)
                .equals(ledger.issued(issuer, asset).plusExact(underWay));
    }

    /** An independent bridge that draws the same failures; what is locked and minted is in the ledger, copied apart. */
    public Bridge copy() {
        return new Bridge(spec, lockAccount, issuer, feeAccount, failures.copy());
    }

    /** Writes the state of the stream of failures, the only state that a bridge has of its own. */
    public void save(StateWriter out) {
        failures.save(out);
    }

    /** Reads back a bridge; the arguments are those of its construction. */
    public static Bridge load(StateReader in, BridgeSpec spec, int lockAccount, int issuer, int feeAccount) {
        return new Bridge(spec, lockAccount, issuer, feeAccount, RandomStream.load(in));
    }
}
