package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One bridge: lets transfers through at its rate, lets some of them fail, and pays out the others less its fees, out of its
 * custody. What it holds is in the ledger; its own state are its streams, its buckets and what
 * was forged. Owned by its market.
 */
public final class Bridge {
    /** Why a transfer comes back: its delivery reverted. */
    public static final String REVERTED = "REVERTED";
    /** Why a transfer comes back: its message never arrived. */
    public static final String LOST = "MESSAGE_LOST";
    /** Why a transfer comes back: the bridge cannot pay out as much. */
    public static final String NO_CAPACITY = "NO_CAPACITY";
    /** Why a transfer comes back: the fees are more than the amount. */
    public static final String TOO_SMALL = "FEES_EXCEED_AMOUNT";

    /** Why a transfer does not arrive: its message was forged, and found. */
    public static final String FORGED = "FORGERY_FOUND";

    private final BridgeSpec spec;
    private final Custody custody;
    private final Attestation attestation;
    private final RandomStream failures;
    private final RandomStream losses;
    /** Of each asset the bucket homeward, then that outward; none where there is no limit. */
    private final List<TokenBucket> buckets;

    private Bridge(
            BridgeSpec spec,
            Custody custody,
            Attestation attestation,
            RandomStream failures,
            RandomStream losses,
            List<TokenBucket> buckets) {
        this.spec = spec;
        this.custody = custody;
        this.attestation = attestation;
        this.failures = failures;
        this.losses = losses;
        this.buckets = buckets;
    }

    /** Opens the accounts of a bridge, before any participant's. */
    public static void open(BridgeSpec spec, Ledger ledger) {
        switch (spec.kind()) {
            case LOCK_AND_MINT -> LockAndMint.open(spec, ledger);
            case LIQUIDITY -> LiquidityPools.open(spec, ledger);
        }
        if (spec.committee().exists()) {
            Committee.open(spec, ledger);
        }
    }

    static Custody custody(BridgeSpec spec, Ledger ledger) {
        return switch (spec.kind()) {
            case LOCK_AND_MINT -> LockAndMint.of(spec, ledger);
            case LIQUIDITY -> LiquidityPools.of(spec, ledger);
        };
    }

    /**
     * A bridge that has carried nothing, whose accounts are open; its failures and losses are drawn from the streams {@code
     * bridge/ID/failures} and {@code bridge/ID/losses} of the seed.
     *
     * @param quoteAsset in which validators have their stakes
     */
    public static Bridge of(BridgeSpec spec, Ledger ledger, int quoteAsset, long seed) {
        return new Bridge(
                spec,
                custody(spec, ledger),
                Attestation.of(spec, Committee.of(spec, ledger, quoteAsset), seed),
                RandomStream.of(seed, "bridge/" + spec.id() + "/failures"),
                RandomStream.of(seed, "bridge/" + spec.id() + "/losses"),
                buckets(spec, ledger));
    }

    private static List<TokenBucket> buckets(BridgeSpec spec, Ledger ledger) {
        List<TokenBucket> buckets = new ArrayList<>();
        List<Double> amounts = spec.rateLimit().amounts();
        for (int i = 0; i < 2 * amounts.size(); i++) {
            UInt256 size = Charge.of(spec, amounts, ledger, spec.assets().get(i / 2));
            buckets.add(new TokenBucket(size, spec.rateLimit().windowNanos()));
        }
        return buckets;
    }

    /** The scenario's description of the bridge: its chains, fees and probabilities of failure. */
    public BridgeSpec spec() {
        return spec;
    }

    /** Whether units of an asset that are on a chain at the start of a run are its own, minted for locked ones. */
    public boolean mints(int chain, int asset) {
        return custody.mints() && spec.remoteChain() == chain && spec.assets().contains(asset);
    }

    /** Puts units that it {@link #mints} on the remote chain at the start of a run, backed by as many locked ones. */
    public void endow(Ledger ledger, int genesisIssuer, int account, int asset, UInt256 amount) {
        ((LockAndMint) custody).endow(ledger, genesisIssuer, account, asset, amount);
    }

    /** Puts up its validators' stakes, and the first liquidity of its pools, if it has any: the founder's, who never takes it out. */
    public void found(Ledger ledger, Founding founding) {
        attestation.found(ledger, founding);
        if (custody instanceof LiquidityPools pools) {
            int founder = ledger.openAccount(spec.id() + "/founder");
            for (int asset : spec.assets()) {
                found(
                        ledger,
                        founding,
                        pools,
                        founder,
                        asset,
                        spec.homeChain(),
                        spec.liquidity().home());
                found(
                        ledger,
                        founding,
                        pools,
                        founder,
                        asset,
                        spec.remoteChain(),
                        spec.liquidity().remote());
            }
        }
    }

    private void found(
            Ledger ledger,
            Founding founding,
            LiquidityPools pools,
            int founder,
            int asset,
            int chain,
            List<Double> amounts) {
        UInt256 amount = Charge.of(spec, amounts, ledger, asset);
        founding.endow(pools.escrow(), chain, asset, amount);
        pools.add(ledger, asset, chain, founder, amount);
    }

    /** Puts new units into an account of a chain. */
    @FunctionalInterface
    public interface Founding {
        /** Adds base units of an asset. */
        void endow(int account, int chain, int asset, UInt256 amount);
    }

    /** Takes an amount that is to arrive on a chain into account at the rate limit; returns when it may, now at the earliest. */
    public long admit(long nowNanos, int asset, int toChain, UInt256 amount) {
        return buckets.isEmpty() ? nowNanos : bucket(asset, toChain).take(nowNanos, amount);
    }

    private TokenBucket bucket(int asset, int toChain) {
        int direction = toChain == spec.homeChain() ? 0 : 1;
        return buckets.get(2 * spec.assets().indexOf(asset) + direction);
    }

    /** What the rate limit would let through to a chain at once; {@link UInt256#MAX} where there is none. */
    public UInt256 limitLeft(long nowNanos, int asset, int toChain) {
        return buckets.isEmpty() ? UInt256.MAX : bucket(asset, toChain).left(nowNanos);
    }

    /** Whether the message of a transfer that is due is lost: one draw each, where any may be. */
    public boolean drawLoss() {
        return spec.passage().lossProbability() > 0
                && losses.nextDouble() < spec.passage().lossProbability();
    }

    /** Whether the transfer that arrives now reverts: one draw each. */
    public boolean drawFailure() {
        return failures.nextDouble() < spec.passage().failureProbability();
    }

    /** What would become of an amount that arrived on a chain now. */
    public Charge charge(Ledger ledger, int asset, int toChain, UInt256 amount) {
        return custody.charge(ledger, asset, toChain, amount);
    }

    /** Most of an asset that it could pay out on a chain now, base units; {@link UInt256#MAX} if there is no bound. */
    public UInt256 capacity(Ledger ledger, int asset, int toChain) {
        return custody.capacity(ledger, asset, toChain);
    }

    /** Why an amount that arrives now cannot be paid out; empty if it can. */
    public Optional<String> obstacle(Ledger ledger, int asset, int toChain, UInt256 amount) {
        Charge charge = charge(ledger, asset, toChain, amount);
        if (!charge.leavesSomething()) {
            return Optional.of(TOO_SMALL);
        }
        return custody.covers(ledger, asset, toChain, charge) ? Optional.empty() : Optional.of(NO_CAPACITY);
    }

    /** Pays out on the chain of arrival what nothing stands in the way of; returns what the participant received. */
    public UInt256 deliver(Settlement settlement, int participant, int toChain, int asset, UInt256 amount) {
        Ledger ledger = settlement.ledger();
        Charge charge = charge(ledger, asset, toChain, amount);
        settlement.totals(participant).fee(settlement.worth(asset, charge.fees()));
        custody.pay(ledger, asset, toChain, settlement.accounts().free(participant, toChain), charge);
        return charge.received();
    }

    /** Pays out what a forged message asks for, as {@link #deliver} does: from then on the bridge is short of it. */
    public UInt256 deliverForged(Settlement settlement, int participant, int toChain, int asset, UInt256 amount) {
        attestation.paidForForged(asset, amount);
        return deliver(settlement, participant, toChain, asset, amount);
    }

    /** Who attests its messages, and what was forged. */
    public Attestation attestation() {
        return attestation;
    }

    /** Part of what it owes of an asset that it has: 1 unless messages were forged, or for a bridge that owes nothing. */
    public double backing(Ledger ledger, int asset) {
        UInt256 shortfall = attestation.shortfall(asset);
        if (shortfall.isZero()) {
            return 1;
        }
        double locked = ledger.balance(custody.sink(spec.homeChain()), asset).doubleValue();
        return locked / (locked + shortfall.doubleValue());
    }

    /** Gives a failed transfer back whole on the chain that it left. */
    public void giveBack(Settlement settlement, int participant, int fromChain, int asset, UInt256 amount) {
        int receiver = settlement.accounts().free(participant, fromChain);
        custody.refund(settlement.ledger(), asset, fromChain, receiver, amount);
    }

    /** Lets liquidity that was on its way into a pool become part of it; returns the provider's shares. */
    public UInt256 provide(Settlement settlement, int participant, int chain, int asset, UInt256 amount) {
        int provider = settlement.accounts().free(participant, chain);
        return ((LiquidityPools) custody).add(settlement.ledger(), asset, chain, provider, amount);
    }

    /** The claims of its providers; empty if it has none. */
    public Optional<ProvidersClaims> claims(Ledger ledger) {
        return custody instanceof LiquidityPools pools
                ? Optional.of(new ProvidersClaims(pools, ledger))
                : Optional.empty();
    }

    /**
     * Whether what it holds is what it has to: what is under way, and for a bridge that mints what it has minted, less what was paid out
     * for forged messages.
     */
    public boolean balances(Ledger ledger, int asset, UInt256 underWay) {
        return custody.balances(ledger, asset, underWay, attestation.shortfall(asset));
    }

    /** Other chances from here on, of failures, losses and what the watchers find. */
    public void divert(long luck) {
        attestation.divert(luck);
        failures.divert(luck);
        losses.divert(luck);
    }

    /** An independent bridge with the same future; what it holds is in the ledger, copied apart. */
    public Bridge copy() {
        List<TokenBucket> copies = new ArrayList<>();
        buckets.forEach(each -> copies.add(each.copy()));
        return new Bridge(spec, custody, attestation.copy(), failures.copy(), losses.copy(), copies);
    }

    /** Writes its own state: the streams of failures and losses, how full its buckets are, and what was forged. */
    public void save(StateWriter out) {
        failures.save(out);
        losses.save(out);
        buckets.forEach(each -> out.int64(each.fullAtNanos()));
        attestation.save(out);
    }

    /** Reads back a bridge; the ledger is one with its accounts. */
    public static Bridge load(StateReader in, BridgeSpec spec, Ledger ledger, int quoteAsset) {
        RandomStream failures = RandomStream.load(in);
        RandomStream losses = RandomStream.load(in);
        List<TokenBucket> buckets = buckets(spec, ledger);
        buckets.forEach(each -> each.at(in.int64()));
        Attestation attestation = Attestation.load(in, spec, Committee.of(spec, ledger, quoteAsset));
        return new Bridge(spec, custody(spec, ledger), attestation, failures, losses, buckets);
    }
}
