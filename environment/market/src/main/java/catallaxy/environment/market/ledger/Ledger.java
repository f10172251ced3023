package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Double-entry ledger of accounts and assets in integer base units.
 * Every movement takes from one account what it gives to another, so each asset sums to zero over all accounts. Only an
 * issuer may owe: what it owes is what circulates. Balances are signed 256-bit integers; an amount or balance beyond
 * 2^255 − 1 is a programming error. Room and copies cost what is held, not accounts times assets, beyond a few assets. Owned by one
 * thread.
 */
public final class Ledger {
    private final Journal journal = new Journal();
    private @Nullable Movements recording;
    private LedgerNames names;
    private boolean directoryShared;
    private final Balances balances;
    private long operations;

    /**
     * A ledger without accounts; assets are numbered from 0 in the order of the list.
     *
     * @throws IllegalArgumentException if two have the same symbol
     */
    public Ledger(List<AssetSpec> assets) {
        names = new LedgerNames();
        assets.forEach(names::addAsset);
        balances = new Balances(assets.size());
    }

    private Ledger(LedgerNames names, Balances balances, long operations) {
        this.names = names;
        this.balances = balances;
        this.operations = operations;
    }

    /** Opens an account that cannot owe; its number is the next free one. */
    public int openAccount(String name) {
        return open(name, false);
    }

    /** Opens an account that may owe without limit, in every asset. */
    public int openIssuer(String name) {
        return open(name, true);
    }

    private int open(String name, boolean issuer) {
        int account = ownNames().addAccount(name, issuer);
        balances.open();
        return account;
    }

    /** Adds an asset in which every account has nothing; its number is the next free one. */
    public int addAsset(AssetSpec asset) {
        requireNoMark("an asset added");
        int number = ownNames().addAsset(asset);
        balances.addAsset();
        return number;
    }

    private LedgerNames ownNames() {
        if (directoryShared) {
            names = new LedgerNames(names);
            directoryShared = false;
        }
        return names;
    }

    /**
     * Number of the account of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int account(String name) {
        return names.accountNumber(name);
    }

    /**
     * Number of the asset of this symbol.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int asset(String symbol) {
        return names.assetNumber(symbol);
    }

    /** The name under which an account was opened; a number out of range throws. */
    public String accountName(int account) {
        return names.account(account);
    }

    /** Symbol and decimals of an asset; a number out of range throws. */
    public AssetSpec assetSpec(int asset) {
        return names.asset(asset);
    }

    /** Whether the account may owe; a number out of range throws. */
    public boolean isIssuer(int account) {
        return names.issuer(Objects.checkIndex(account, balances.accounts()));
    }

    /** Number of accounts, issuers included; they are numbered from 0. */
    public int accounts() {
        return balances.accounts();
    }

    /** Number of assets; they are numbered from 0. */
    public int assets() {
        return balances.assets();
    }

    /** Movements made since the ledger was opened, including those later taken back. */
    public long operations() {
        return operations;
    }

    /**
     * What the account owns.
     *
     * @throws ArithmeticException if it owes (an issuer: see {@link #issued})
     */
    public UInt256 balance(int account, int asset) {
        UInt256 balance = bits(account, asset);
        if (balance.limb(3) < 0) {
            throw new ArithmeticException(accountName(account) + " owes " + issued(account, asset) + " "
                    + assetSpec(asset).symbol());
        }
        return balance;
    }

    /** What the issuer owes: the units of the asset that it put into circulation and did not get back. */
    public UInt256 issued(int issuer, int asset) {
        return UInt256.ZERO.minusWrapping(bits(issuer, asset));
    }

    /** The signed balance in whole units, rounded: for observation, never for settlement. */
    public double balanceAsDouble(int account, int asset) {
        int at = balances.find(account, asset);
        long[] b = balances.limbs();
        if ((b[at + 3] | b[at + 2] | b[at + 1]) == 0 && b[at] >= 0) {
            return b[at] / names.baseUnits(asset);
        }
        boolean owes = b[at + 3] < 0;
        UInt256 balance = balances.bits(at);
        double units = (owes ? UInt256.ZERO.minusWrapping(balance) : balance).doubleValue();
        double whole = units / names.baseUnits(asset);
        return owes ? -whole : whole;
    }

    /** The sum of {@link #balanceAsDouble} over consecutive accounts, added up in their order. */
    public double sumAsDouble(int firstAccount, int accounts, int asset) {
        double sum = 0;
        for (int account = firstAccount; account < firstAccount + accounts; account++) {
            sum += balances.isNothing(account, asset) ? 0 : balanceAsDouble(account, asset);
        }
        return sum;
    }

    /** An amount of the asset in whole units, rounded: for observation, never for settlement. */
    public double toWhole(int asset, UInt256 amount) {
        return amount.doubleValue() / names.baseUnits(asset);
    }

    /** Base units in one whole unit of the asset, the nearest double. */
    public double baseUnits(int asset) {
        return names.baseUnits(asset);
    }

    /** Whether the account could give {@code amount}; an issuer always can. */
    public boolean covers(int account, int asset, UInt256 amount) {
        return isIssuer(account) || bits(account, asset).isAtLeast(amount);
    }

    /**
     * Moves {@code amount} base units.
     *
     * @return false, and nothing moved, if {@code from} does not own so much
     * @throws ArithmeticException if a balance would leave the signed 256-bit range
     */
    public boolean transfer(int from, int to, int asset, UInt256 amount) {
        return move(from, to, asset, amount.limb(3), amount.limb(2), amount.limb(1), amount.limb(0));
    }

    /** {@link #transfer(int, int, int, UInt256)} of a non-negative amount. */
    public boolean transfer(int from, int to, int asset, long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("negative amount: " + amount);
        }
        return move(from, to, asset, 0, 0, 0, amount);
    }

    /** {@link #transfer(int, int, int, UInt256)} of {@code high · 2^64 + low}, both read as unsigned. */
    public boolean transfer(int from, int to, int asset, long high, long low) {
        return move(from, to, asset, 0, 0, high, low);
    }

    /** Puts new units into circulation. */
    public void issue(int issuer, int to, int asset, UInt256 amount) {
        requireIssuer(issuer);
        transfer(issuer, to, asset, amount);
    }

    /** Takes units out of circulation; false, and nothing moved, if {@code from} does not own so much. */
    public boolean redeem(int from, int issuer, int asset, UInt256 amount) {
        requireIssuer(issuer);
        return transfer(from, issuer, asset, amount);
    }

    private void requireIssuer(int account) {
        if (!isIssuer(account)) {
            throw new IllegalArgumentException(accountName(account) + " is no issuer");
        }
    }

    private boolean move(int from, int to, int asset, long a3, long a2, long a1, long a0) {
        int f = balances.find(from, asset);
        int t = balances.find(to, asset);
        long[] b = balances.limbs();
        long f0 = b[f] - a0;
        long c0 = borrow(b[f], a0, f0);
        long f1 = b[f + 1] - a1 - c0;
        long c1 = borrow(b[f + 1], a1, f1);
        long f2 = b[f + 2] - a2 - c1;
        long f3 = b[f + 3] - a3 - borrow(b[f + 2], a2, f2);
        if ((f3 | a3) < 0 && !names.issuer(from)) {
            return false;
        }
        if ((f == Balances.NOWHERE || t == Balances.NOWHERE) && from != to && (a3 | a2 | a1 | a0) != 0) {
            balances.reserve(journal.open());
            balances.place(from, asset);
            balances.place(to, asset);
            return move(from, to, asset, a3, a2, a1, a0);
        }
        operations++;
        if (from == to) {
            return true;
        }
        long t0 = b[t] + a0;
        long t1 = b[t + 1] + a1 + carry(b[t], a0, t0);
        long t2 = b[t + 2] + a2 + carry(b[t + 1], a1, t1);
        long t3 = b[t + 3] + a3 + carry(b[t + 2], a2, t2);
        if (a3 < 0 || (~b[t + 3] & t3) < 0 || (b[f + 3] & ~f3) < 0) {
            throw outOfRange(from, to, asset, UInt256.ofLimbs(a3, a2, a1, a0));
        }
        if (journal.open()) {
            journal.record(f, t, a3, a2, a1, a0);
        }
        if (recording != null) {
            recording.add(from, to, asset, a3, a2, a1, a0);
        }
        Balances.store(b, f, f3, f2, f1, f0);
        Balances.store(b, t, t3, t2, t1, t0);
        return true;
    }

    private static long carry(long a, long b, long sum) {
        return ((a & b) | ((a | b) & ~sum)) >>> 63;
    }

    private static long borrow(long a, long b, long difference) {
        return ((~a & b) | ((~a | b) & difference)) >>> 63;
    }

    private ArithmeticException outOfRange(int from, int to, int asset, UInt256 amount) {
        return new ArithmeticException("balance beyond 2^255−1: " + amount + " "
                + assetSpec(asset).symbol() + " from " + accountName(from) + " to " + accountName(to));
    }

    /** Opens a mark to which the movements that follow can be taken back; marks nest and close in reverse order. */
    public int mark() {
        if (recording != null) {
            recording.mark();
        }
        return journal.mark();
    }

    /** Takes back every movement since {@code mark} and closes it. */
    public void revertTo(int mark) {
        journal.revert(mark, balances.limbs());
        journal.close(mark);
        if (recording != null) {
            recording.revert();
        }
    }

    /** Keeps the movements since {@code mark} and closes it. */
    public void commit(int mark) {
        journal.close(mark);
        if (recording != null) {
            recording.keep();
        }
    }

    /** Begins to record movements; those that a mark takes back are left out. Not while a mark is open. */
    public void record() {
        requireNoMark("recorded");
        recording = new Movements();
    }

    /**
     * Ends the recording that {@link #record} began.
     *
     * @return the movements since
     */
    public Movements recorded() {
        requireNoMark("recorded");
        Movements recorded = Objects.requireNonNull(recording, "no recording");
        recording = null;
        return recorded;
    }

    /** Looks at every balance: each asset must sum to zero, and only issuers may owe. */
    public Conservation check() {
        return Audit.of(this);
    }

    /** The balance's bits, two's complement. */
    UInt256 bits(int account, int asset) {
        return balances.bits(balances.find(account, asset));
    }

    /** The balances, to read. */
    Balances balances() {
        return balances;
    }

    private void requireNoMark(String what) {
        if (journal.open()) {
            throw new IllegalStateException(what + " while a mark is open");
        }
    }

    /** An independent ledger of the same balances. Not while a mark is open. */
    public Ledger copy() {
        requireNoMark("copied");
        directoryShared = true;
        Ledger copy = new Ledger(names, balances.copy(), operations);
        copy.directoryShared = true;
        return copy;
    }

    /** Not while a mark is open. */
    public void save(StateWriter out) {
        requireNoMark("saved");
        names.save(out);
        balances.save(out);
        out.int64(operations);
    }

    /** The ledger that {@link #save} wrote, without marks and without a recording. */
    public static Ledger load(StateReader in) {
        LedgerNames names = LedgerNames.load(in);
        Balances balances = Balances.load(in, names.accounts(), names.assets());
        return new Ledger(names, balances, in.int64());
    }
}
