package catallaxy.environment.market.margin;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** What has happened in a market of derivatives since the start: counts, lots and quote units. Owned by its {@link Positions}. */
public final class DerivativeTally {
    private long liquidations;
    private long liquidatedLots;
    private long deleveragings;
    private long deleveragedLots;
    private long insurancePaid;
    private long insuranceEarned;
    private long fundingPaid;

    /** Positions that were liquidated, in whole or in part. */
    public long liquidations() {
        return liquidations;
    }

    /** Lots of them. */
    public long liquidatedLots() {
        return liquidatedLots;
    }

    /** Positions that were closed against a bankrupt one. */
    public long deleveragings() {
        return deleveragings;
    }

    /** Lots of them. */
    public long deleveragedLots() {
        return deleveragedLots;
    }

    /** What the insurance fund has paid, quote units. */
    public long insurancePaid() {
        return insurancePaid;
    }

    /** What the insurance fund was paid, quote units. */
    public long insuranceEarned() {
        return insuranceEarned;
    }

    /** What was paid in funding, quote units. */
    public long fundingPaid() {
        return fundingPaid;
    }

    /** Counts a liquidation. */
    public void liquidated(long lots) {
        liquidations++;
        liquidatedLots += lots;
    }

    /** Counts a position that was closed against a bankrupt one. */
    public void deleveraged(long lots) {
        deleveragings++;
        deleveragedLots += lots;
    }

    /** Adds what the insurance fund paid, or was paid where it is negative. */
    public void insured(long units) {
        insurancePaid += Math.max(0, units);
        insuranceEarned += Math.max(0, -units);
    }

    /** Adds what was paid in funding. */
    public void funded(long units) {
        fundingPaid += units;
    }

    DerivativeTally copy() {
        DerivativeTally copy = new DerivativeTally();
        copy.liquidations = liquidations;
        copy.liquidatedLots = liquidatedLots;
        copy.deleveragings = deleveragings;
        copy.deleveragedLots = deleveragedLots;
        copy.insurancePaid = insurancePaid;
        copy.insuranceEarned = insuranceEarned;
        copy.fundingPaid = fundingPaid;
        return copy;
    }

    void save(StateWriter out) {
        out.int64(liquidations).int64(liquidatedLots).int64(deleveragings).int64(deleveragedLots);
        out.int64(insurancePaid).int64(insuranceEarned).int64(fundingPaid);
    }

    static DerivativeTally load(StateReader in) {
        DerivativeTally tally = new DerivativeTally();
        tally.liquidations = in.int64();
        tally.liquidatedLots = in.int64();
        tally.deleveragings = in.int64();
        tally.deleveragedLots = in.int64();
        tally.insurancePaid = in.int64();
        tally.insuranceEarned = in.int64();
        tally.fundingPaid = in.int64();
        return tally;
    }
}
