package catallaxy.environment.market.account;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * What one participant did since the start; for observation, never for settlement. Money is in whole quote units at the
 * prices of the moment. Owned by the market.
 */
public final class Totals {
    private long fills;
    private long reverted;
    private long rejected;
    private long beyondMeans;
    private double tradedQuote;
    private double feesPaidQuote;
    private double gasPaidQuote;

    /** Executions: each match on a book, each swap of a pool. */
    public long fills() {
        return fills;
    }

    /** Transactions that were included and reverted. */
    public long reverted() {
        return reverted;
    }

    /** Commands and transactions that were refused without being executed. */
    public long rejected() {
        return rejected;
    }

    /** Trades that were made smaller, or not sent, because the participant did not own what they need. */
    public long beyondMeans() {
        return beyondMeans;
    }

    /** Worth of all fills, quote units: each match and each swap counts whole for the participant. */
    public double tradedQuote() {
        return tradedQuote;
    }

    /** Exchange fees, pool fees and bridge fees. */
    public double feesPaidQuote() {
        return feesPaidQuote;
    }

    /** Worth of the gas that the participant's transactions used, reverted ones included; quote units. */
    public double gasPaidQuote() {
        return gasPaidQuote;
    }

    /**
     * Counts an execution.
     *
     * @param notionalQuote its worth, quote units
     * @param feeQuote what it cost in fees, quote units
     */
    public void fill(double notionalQuote, double feeQuote) {
        fills++;
        tradedQuote += notionalQuote;
        feesPaidQuote += feeQuote;
    }

    /** Adds a fee that was paid outside an execution, as for a bridge; quote units. */
    public void fee(double feeQuote) {
        feesPaidQuote += feeQuote;
    }

    /** Adds what the gas of a transaction cost; quote units. */
    public void gas(double gasQuote) {
        gasPaidQuote += gasQuote;
    }

    /** Counts a transaction that was included and reverted. */
    public void revert() {
        reverted++;
    }

    /** Counts a command or transaction that was refused without being executed. */
    public void reject() {
        rejected++;
    }

    /** Counts a trade that was made smaller, or not sent, for want of means. */
    public void cut() {
        beyondMeans++;
    }

    /** What was done since an earlier copy of these totals. */
    public Totals since(Totals earlier) {
        Totals change = copy();
        change.takeBack(earlier);
        return change;
    }

    /** Takes back what is no longer true; sums of money up to rounding. */
    public void takeBack(Totals change) {
        fills -= change.fills;
        reverted -= change.reverted;
        rejected -= change.rejected;
        beyondMeans -= change.beyondMeans;
        tradedQuote -= change.tradedQuote;
        feesPaidQuote -= change.feesPaidQuote;
        gasPaidQuote -= change.gasPaidQuote;
    }

    /** Independent totals of the same values. */
    public Totals copy() {
        Totals copy = new Totals();
        copy.fills = fills;
        copy.reverted = reverted;
        copy.rejected = rejected;
        copy.beyondMeans = beyondMeans;
        copy.tradedQuote = tradedQuote;
        copy.feesPaidQuote = feesPaidQuote;
        copy.gasPaidQuote = gasPaidQuote;
        return copy;
    }

    /** Writes the four counts and the three sums of money, 56 bytes. */
    public void save(StateWriter out) {
        out.int64(fills).int64(reverted).int64(rejected).int64(beyondMeans);
        out.float64(tradedQuote).float64(feesPaidQuote).float64(gasPaidQuote);
    }

    /** Reads what {@link #save} wrote. */
    public static Totals load(StateReader in) {
        Totals totals = new Totals();
        totals.fills = in.int64();
        totals.reverted = in.int64();
        totals.rejected = in.int64();
        totals.beyondMeans = in.int64();
        totals.tradedQuote = in.float64();
        totals.feesPaidQuote = in.float64();
        totals.gasPaidQuote = in.float64();
        return totals;
    }
}
