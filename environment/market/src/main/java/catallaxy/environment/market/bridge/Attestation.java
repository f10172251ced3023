package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Arrays;
import java.util.Optional;

/**
 * That a bridge's messages are believed: its committee, the watchers, and how much was paid out for messages that were forged. What was
 * forged only grows, and only after the block of the forger's transaction is final, so that no reorganisation takes it back. Owned by
 * its bridge.
 */
public final class Attestation {
    private final BridgeSpec spec;
    private final Optional<Committee> committee;
    private final RandomStream watching;
    /** Of each asset, base units. */
    private final UInt256[] forged;

    private Attestation(BridgeSpec spec, Optional<Committee> committee, RandomStream watching, UInt256[] forged) {
        this.spec = spec;
        this.committee = committee;
        this.watching = watching;
        this.forged = forged;
    }

    /** Nothing forged; what the watchers find is drawn from the stream {@code bridge/ID/watchers}. */
    static Attestation of(BridgeSpec spec, Optional<Committee> committee, long seed) {
        UInt256[] forged = new UInt256[spec.assets().size()];
        Arrays.fill(forged, UInt256.ZERO);
        return new Attestation(spec, committee, RandomStream.of(seed, "bridge/" + spec.id() + "/watchers"), forged);
    }

    /** Base units of an asset that were paid out for forged messages: what the bridge is short of. */
    public UInt256 shortfall(int asset) {
        return forged[spec.assets().indexOf(asset)];
    }

    void paidForForged(int asset, UInt256 amount) {
        int index = spec.assets().indexOf(asset);
        forged[index] = forged[index].plusExact(amount);
    }

    /** What the cheapest quorum asks now, base units of the quote asset; empty if none can be bought, or there is no committee. */
    public Optional<UInt256> costOfCorruption(Ledger ledger) {
        return committee.flatMap(each -> each.cheapest(ledger)).map(CheapestQuorum::cost);
    }

    /** Whether the watchers find a forged message: one draw. */
    public boolean drawCaught() {
        return watching.nextDouble() < spec.committee().caughtProbability();
    }

    /** When within the challenge window they do, ns after its start: one draw, each moment alike. */
    public long drawChallengeNanos() {
        return (long) (watching.nextDouble() * spec.committee().challengeWindowNanos());
    }

    /** Takes the stakes of the signers of a forged message; returns their sum, base units of the quote asset. */
    public UInt256 slash(Ledger ledger, long signers) {
        return committee.map(each -> each.slash(ledger, signers)).orElse(UInt256.ZERO);
    }

    void found(Ledger ledger, Bridge.Founding founding) {
        committee.ifPresent(each -> each.found(spec, ledger, founding));
    }

    void divert(long luck) {
        watching.divert(luck);
    }

    Attestation copy() {
        return new Attestation(spec, committee, watching.copy(), forged.clone());
    }

    /** Writes nothing where there is no committee. */
    void save(StateWriter out) {
        if (committee.isPresent()) {
            watching.save(out);
            for (UInt256 each : forged) {
                each.save(out);
            }
        }
    }

    static Attestation load(StateReader in, BridgeSpec spec, Optional<Committee> committee) {
        if (committee.isEmpty()) {
            return of(spec, committee, 0);
        }
        RandomStream watching = RandomStream.load(in);
        UInt256[] forged = new UInt256[spec.assets().size()];
        for (int i = 0; i < forged.length; i++) {
            forged[i] = UInt256.load(in);
        }
        return new Attestation(spec, committee, watching, forged);
    }
}
