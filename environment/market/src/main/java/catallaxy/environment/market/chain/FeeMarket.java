package catallaxy.environment.market.chain;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** A chain's base fee, and the demand of everybody who is not simulated, which answers it. Owned by its chain. */
final class FeeMarket {
    private final ChainSpec spec;
    private final BaseFee rule;
    private RandomStream demand;
    private long baseFeeWei;

    FeeMarket(ChainSpec spec, long seed) {
        this(
                spec,
                RandomStream.of(seed, "chain/" + spec.id() + "/demand"),
                spec.gas().initialBaseFeeWei());
    }

    private FeeMarket(ChainSpec spec, RandomStream demand, long baseFeeWei) {
        this.spec = spec;
        this.rule = new BaseFee(spec.gas().elasticity(), spec.gas().baseFeeDenominator());
        this.demand = demand;
        this.baseFeeWei = baseFeeWei;
    }

    long baseFeeWei() {
        return baseFeeWei;
    }

    /** Gas that everybody else would use in the next block: one draw. */
    long drawUnseenGas() {
        ChainSpec.BlockspaceDemand unseen = spec.gas().demand();
        double sigma = unseen.logStandardDeviation();
        double noise = StrictMath.exp(sigma * demand.nextGaussian() - sigma * sigma / 2);
        double price = StrictMath.pow((double) unseen.referenceBaseFeeWei() / baseFeeWei, unseen.priceElasticity());
        double share = Math.min(1, unseen.meanShare() * price * noise);
        return (long) (share * spec.gas().gasLimit());
    }

    /** Moves the base fee on after a block that used so much gas. */
    void close(long gasUsed) {
        baseFeeWei = Math.max(1, rule.next(baseFeeWei, gasUsed, spec.gas().gasLimit()));
    }

    /** Takes over the state of an earlier copy. */
    void restore(FeeMarket earlier) {
        demand = earlier.demand.copy();
        baseFeeWei = earlier.baseFeeWei;
    }

    FeeMarket copy() {
        return new FeeMarket(spec, demand.copy(), baseFeeWei);
    }

    void save(StateWriter out) {
        demand.save(out);
        out.int64(baseFeeWei);
    }

    static FeeMarket load(StateReader in, ChainSpec spec) {
        RandomStream demand = RandomStream.load(in);
        return new FeeMarket(spec, demand, in.int64());
    }
}
