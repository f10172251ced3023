package catallaxy.environment.market.chain;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Optional;

/** A chain's base fees, of gas and of blobs, and the demand of everybody who is not simulated, which answers it. Owned by its chain. */
final class FeeMarket {
    private final ChainSpec spec;
    private final BaseFee rule;
    private RandomStream demand;
    private Optional<BlobMarket> blobs;
    private Optional<Bidders> bidders;
    private long baseFeeWei;
    /** Gas that those without bids use in the block that is open. */
    private long drawnGas;

    FeeMarket(ChainSpec spec, long seed) {
        this(
                spec,
                RandomStream.of(seed, "chain/" + spec.id() + "/demand"),
                spec.blobSpec().rule().map(rule -> BlobMarket.of(rule, spec, seed)),
                spec.gas().congestion().isAny() ? Optional.of(Bidders.of(spec, seed)) : Optional.empty(),
                spec.gas().initialBaseFeeWei());
    }

    private FeeMarket(
            ChainSpec spec,
            RandomStream demand,
            Optional<BlobMarket> blobs,
            Optional<Bidders> bidders,
            long baseFeeWei) {
        this.bidders = bidders;
        this.spec = spec;
        this.rule = new BaseFee(spec.gas().elasticity(), spec.gas().baseFeeDenominator());
        this.demand = demand;
        this.blobs = blobs;
        this.baseFeeWei = baseFeeWei;
    }

    long baseFeeWei() {
        return baseFeeWei;
    }

    /** Blob base fee of the next block, wei per unit of blob gas; 0 on a chain without blobs. */
    long blobBaseFeeWei() {
        return blobs.map(BlobMarket::baseFeeWei).orElse(0L);
    }

    /** Blob gas that is used in the next block; none on a chain without blobs. */
    long drawBlobGas() {
        return blobs.map(BlobMarket::drawBlobGas).orElse(0L);
    }

    /** Gas that everybody else uses in the next block, in which there is nobody's of this market. */
    long drawUnseenGas() {
        open();
        return unseenGas(spec.gas().gasLimit());
    }

    /** Begins the next block: everybody else makes up their minds. */
    void open() {
        if (bidders.isPresent()) {
            bidders.get().arrive(baseFeeWei);
        } else {
            drawnGas = drawGas();
        }
    }

    /** Gas that comes before a transaction with such a tip in a block that is ordered by tips. */
    long gasAhead(long tipWei) {
        boolean ordered = spec.blocks().ordering() == ChainSpec.Ordering.PRIORITY_FEE;
        return ordered ? bidders.map(each -> each.gasAbove(tipWei)).orElse(0L) : 0;
    }

    /** Gas that everybody else uses of what this market's transactions have left of the block. */
    long unseenGas(long gasLeft) {
        return bidders.map(each -> each.take(gasLeft)).orElseGet(() -> Math.min(gasLeft, drawnGas));
    }

    /** One draw. */
    private long drawGas() {
        ChainSpec.BlockspaceDemand unseen = spec.gas().demand();
        double sigma = unseen.logStandardDeviation();
        double noise = StrictMath.exp(sigma * demand.nextGaussian() - sigma * sigma / 2);
        double price = StrictMath.pow((double) unseen.referenceBaseFeeWei() / baseFeeWei, unseen.priceElasticity());
        double share = Math.min(1, unseen.meanShare() * price * noise);
        return (long) (share * spec.gas().gasLimit());
    }

    /** Moves the base fees on after a block that used so much gas and so much blob gas. */
    void close(long gasUsed, long blobGasUsed) {
        blobs.ifPresent(each -> each.close(blobGasUsed, baseFeeWei));
        baseFeeWei = Math.max(1, rule.next(baseFeeWei, gasUsed, spec.gas().gasLimit()));
    }

    /** Takes over the state of an earlier copy. */
    void restore(FeeMarket earlier) {
        demand = earlier.demand.copy();
        blobs = earlier.blobs.map(BlobMarket::copy);
        bidders = earlier.bidders.map(Bidders::copy);
        baseFeeWei = earlier.baseFeeWei;
    }

    void divert(long luck) {
        demand.divert(luck);
        blobs.ifPresent(each -> each.divert(luck));
        bidders.ifPresent(each -> each.divert(luck));
    }

    FeeMarket copy() {
        return new FeeMarket(spec, demand.copy(), blobs.map(BlobMarket::copy), bidders.map(Bidders::copy), baseFeeWei);
    }

    void save(StateWriter out) {
        demand.save(out);
        blobs.ifPresent(each -> each.save(out));
        bidders.ifPresent(each -> each.save(out));
        out.int64(baseFeeWei);
    }

    static FeeMarket load(StateReader in, ChainSpec spec) {
        RandomStream demand = RandomStream.load(in);
        Optional<BlobMarket> blobs = spec.blobSpec().rule().map(rule -> BlobMarket.load(in, rule, spec));
        Optional<Bidders> bidders =
                spec.gas().congestion().isAny() ? Optional.of(Bidders.load(in, spec)) : Optional.empty();
        return new FeeMarket(spec, demand, blobs, bidders, in.int64());
    }
}
