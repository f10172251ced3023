package catallaxy.environment.market.bridge;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.chain.ChainSpec;
import java.util.List;

/**
 * A bridge between two chains as the scenario describes it. Lists of amounts are empty, or have one of each of the assets, in whole
 * units.
 *
 * @param id         name
 * @param homeChain  index of the chain on which the assets are native
 * @param remoteChain index of the chain at the other end
 * @param assets     indices of the assets carried
 * @param kind       how it holds what it carries
 * @param passage    how long a transfer takes, and what becomes of one that fails
 * @param fees       what it keeps
 * @param mintLimits most of each asset that may be minted at once, by {@link Kind#LOCK_AND_MINT} alone; empty for no limit
 * @param rateLimit  how much of each asset may arrive in a time, in each direction
 * @param liquidity  what is in the pools at first, of {@link Kind#LIQUIDITY} alone
 * @param committee  who attests its messages and may be bought, of {@link Kind#LOCK_AND_MINT} alone
 */
public record BridgeSpec(
        String id,
        @Key("home") @NameOf(NameOf.Thing.CHAIN) int homeChain,
        @Key("remote") @NameOf(NameOf.Thing.CHAIN) int remoteChain,
        @NameOf(NameOf.Thing.ASSET) List<Integer> assets,
        @Key("custody") Kind kind,
        Passage passage,
        Fees fees,
        List<Double> mintLimits,
        RateLimit rateLimit,
        Liquidity liquidity,
        CommitteeSpec committee) {
    private static final long MONTH_NANOS = 30 * 86_400_000_000_000L;

    /** How a bridge holds what it carries. */
    public enum Kind {
        /** Locks at home and mints on the remote chain; on the way back it burns there and unlocks at home. */
        LOCK_AND_MINT,
        /** Takes into a pool at one end and pays out of one at the other. */
        LIQUIDITY
    }

    /**
     * How long a transfer takes, and how one fails.
     *
     * @param delayNanos         from inclusion of the deposit to delivery, at least
     * @param waitsForFinality   whether delivery waits for the finality of the block of departure, too
     * @param failureProbability in [0, 1]: the delivery reverts at its destination, and the transfer comes back
     * @param lossProbability    in [0, 1]: the message is lost, and the transfer comes back once that is noticed
     * @param lossTimeoutNanos   after which a message that has not arrived is taken for lost
     * @param refundDelayNanos   from a failure to the refund at the source
     */
    public record Passage(
            long delayNanos,
            boolean waitsForFinality,
            double failureProbability,
            double lossProbability,
            long lossTimeoutNanos,
            long refundDelayNanos) {
        public Passage {
            Checks.inRange("delayNanos", delayNanos, 0, MONTH_NANOS);
            Checks.inRange("failureProbability", failureProbability, 0, 1);
            Checks.inRange("lossProbability", lossProbability, 0, 1);
            Checks.inRange("lossTimeoutNanos", lossTimeoutNanos, 0, MONTH_NANOS);
            Checks.inRange("refundDelayNanos", refundDelayNanos, 0, MONTH_NANOS);
        }
    }

    /**
     * What a bridge keeps of a transfer, in the asset carried.
     *
     * @param feePips   of the amount, in millionths, rounded up
     * @param fixedFees of each transfer, for its relay; whole units of each asset
     */
    public record Fees(long feePips, List<Double> fixedFees) {
        public Fees {
            Checks.inRange("feePips", feePips, 0, 500_000);
            fixedFees = amounts("fixedFees", fixedFees);
        }
    }

    /**
     * A token bucket for what arrives at each end: so much at once, and so much again in each window; what is more waits its turn.
     *
     * @param amounts     whole units of each asset; empty for no limit
     * @param windowNanos in which an empty bucket fills up
     */
    public record RateLimit(List<Double> amounts, long windowNanos) {
        /** No limit. */
        public static final RateLimit NONE = new RateLimit(List.of(), 86_400_000_000_000L);

        public RateLimit {
            amounts = BridgeSpec.amounts("amounts", amounts);
            Checks.that(amounts.stream().allMatch(each -> each > 0), "amounts", "positive amounts", amounts);
            Checks.inRange("windowNanos", windowNanos, 1_000_000_000L, 12 * MONTH_NANOS);
        }
    }

    /**
     * Pools at both ends.
     *
     * @param home             whole units of each asset that are in the pool at home at first
     * @param remote           and in that of the remote chain
     * @param imbalanceFeePips λ, in millionths: the marginal fee for emptying a pool wholly, see {@link LiquidityPools}
     */
    public record Liquidity(List<Double> home, List<Double> remote, long imbalanceFeePips) {
        /** No pools. */
        public static final Liquidity NONE = new Liquidity(List.of(), List.of(), 1_000);

        public Liquidity {
            home = amounts("home", home);
            remote = amounts("remote", remote);
            Checks.inRange("imbalanceFeePips", imbalanceFeePips, 0, 1_000_000);
        }
    }

    public BridgeSpec {
        assets = List.copyOf(assets);
        mintLimits = amounts("mintLimits", mintLimits);
        Checks.that(homeChain != remoteChain, "remoteChain", "another chain than the home chain", remoteChain);
        requireEach("fixedFees", fees.fixedFees(), assets);
        requireEach("mintLimits", mintLimits, assets);
        requireEach("rateLimit.amounts", rateLimit.amounts(), assets);
        requireEach("liquidity.home", liquidity.home(), assets);
        requireEach("liquidity.remote", liquidity.remote(), assets);
        Checks.that(
                kind == Kind.LOCK_AND_MINT || !committee.exists(),
                "kind",
                "lock-and-mint where a committee attests messages",
                "liquidity");
    }

    /** A bridge whose messages nobody can forge. */
    public BridgeSpec(
            String id,
            int homeChain,
            int remoteChain,
            List<Integer> assets,
            Kind kind,
            Passage passage,
            Fees fees,
            List<Double> mintLimits,
            RateLimit rateLimit,
            Liquidity liquidity) {
        this(
                id,
                homeChain,
                remoteChain,
                assets,
                kind,
                passage,
                fees,
                mintLimits,
                rateLimit,
                liquidity,
                CommitteeSpec.NONE);
    }

    /** A bridge that locks and mints at a delay and a proportional fee, and gives back at once what fails. */
    public BridgeSpec(
            String id,
            int homeChain,
            int remoteChain,
            List<Integer> assets,
            long delayNanos,
            long feePips,
            double failureProbability) {
        this(
                id,
                homeChain,
                remoteChain,
                assets,
                Kind.LOCK_AND_MINT,
                new Passage(delayNanos, false, failureProbability, 0, 0, 0),
                new Fees(feePips, List.of()),
                List.of(),
                RateLimit.NONE,
                Liquidity.NONE);
    }

    private static List<Double> amounts(String component, List<Double> amounts) {
        List<Double> all = Checks.elements(component, "an amount", amounts);
        all.forEach(each -> Checks.inRange(component, each, 0, 1e15));
        return all;
    }

    private static void requireEach(String component, List<Double> amounts, List<Integer> assets) {
        Checks.that(
                amounts.isEmpty() || amounts.size() == assets.size(),
                component,
                "nothing, or an amount of each of the " + assets.size() + " assets",
                amounts);
    }

    /** From inclusion of a deposit to its delivery, at least: with the challenge window where messages wait it out. */
    public long messageDelayNanos() {
        return passage.delayNanos() + (committee.holdsMessages() ? committee.challengeWindowNanos() : 0);
    }

    /** Number of the block of a chain of departure with which a transfer in one of its blocks may be paid out. */
    public long finalWith(ChainSpec chain, long block) {
        return passage.waitsForFinality()
                ? chain.permanence().finalWith(block)
                : block + chain.permanence().depth();
    }

    /** Whether it carries an asset from one chain to another. */
    public boolean carries(int asset, int from, int to) {
        return isEnd(from) && to == otherEnd(from) && assets.contains(asset);
    }

    /** Whether a chain is one of its ends. */
    public boolean isEnd(int chain) {
        return chain == homeChain || chain == remoteChain;
    }

    /** The end that a chain is not. */
    public int otherEnd(int chain) {
        return chain == homeChain ? remoteChain : homeChain;
    }
}
