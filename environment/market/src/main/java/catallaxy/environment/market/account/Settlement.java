package catallaxy.environment.market.account;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.EventLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where every component of one world settles: the ledger, who owns which account, what each participant did, the marks
 * at which that is valued, and the event log. Owned by the market, lent to its components for the length of a call.
 */
public final class Settlement {
    private final Ledger ledger;
    private final Accounts accounts;
    private final List<Totals> totals;
    private final double[] marks;
    /** {@code [venues]}: traded so far, quote units. */
    private final double[] turnover;

    private final EventLog log;

    /**
     * A settlement without participants, in which no asset has a price and nothing was traded.
     *
     * @param venues how many there are
     */
    public Settlement(Ledger ledger, Accounts accounts, int venues) {
        this(ledger, accounts, new ArrayList<>(), new double[ledger.assets()], new double[venues], new EventLog());
    }

    private Settlement(
            Ledger ledger, Accounts accounts, List<Totals> totals, double[] marks, double[] turnover, EventLog log) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.totals = totals;
        this.marks = marks;
        this.turnover = turnover;
        this.log = log;
    }

    /** Who owns what, in base units. */
    public Ledger ledger() {
        return ledger;
    }

    /** Which accounts of the ledger are whose. */
    public Accounts accounts() {
        return accounts;
    }

    /** Where what happens is reported. */
    public EventLog log() {
        return log;
    }

    /** Opens a participant with its accounts. */
    public int openParticipant(String name) {
        totals.add(new Totals());
        return accounts.open(ledger, name);
    }

    /** What a participant did so far: the live totals, to be counted up. */
    public Totals totals(int participant) {
        return totals.get(participant);
    }

    /** Quote units per whole unit of the asset; 0 where it has no price. */
    public double mark(int asset) {
        return marks[asset];
    }

    /** Sets the quote units per whole unit of the asset at which it is valued from now on; 0 for no price. */
    public void mark(int asset, double price) {
        marks[asset] = price;
    }

    /** What was traded on a venue so far, each trade once, quote units at the mark of its time. */
    public double turnover(int venue) {
        return turnover[venue];
    }

    /** {@code [venues]}: what was traded on all of them; a copy. */
    public double[] turnover() {
        return turnover.clone();
    }

    /** Sets what was traded on a venue so far, after trades were undone. */
    public void turnover(int venue, double quote) {
        turnover[venue] = quote;
    }

    /** Counts a trade on a venue. */
    public void traded(int venue, double notionalQuote) {
        turnover[venue] += notionalQuote;
    }

    /** Worth of base units of an asset at its mark, quote units. */
    public double worth(int asset, UInt256 amount) {
        return ledger.toWhole(asset, amount) * marks[asset];
    }

    /** An independent settlement of the same state; only the accounts, which no longer change, are shared. */
    public Settlement copy() {
        List<Totals> copies = new ArrayList<>(totals.size());
        totals.forEach(each -> copies.add(each.copy()));
        return new Settlement(ledger.copy(), accounts, copies, marks.clone(), turnover.clone(), log.copy());
    }

    /** Writes ledger, totals, marks, turnover and the state of the log, as {@link #load} expects them. */
    public void save(StateWriter out) {
        ledger.save(out);
        totals.forEach(each -> each.save(out));
        out.doubles(marks);
        out.doubles(turnover);
        log.save(out);
    }

    /** Reads back a settlement; {@code accounts} are those of the same scenario. */
    public static Settlement load(StateReader in, Accounts accounts) {
        Ledger ledger = Ledger.load(in);
        List<Totals> totals = new ArrayList<>();
        for (int i = 0; i < accounts.participants(); i++) {
            totals.add(Totals.load(in));
        }
        double[] marks = Arrays.copyOf(in.doubles(), ledger.assets());
        return new Settlement(ledger, accounts, totals, marks, in.doubles(), EventLog.load(in));
    }
}
