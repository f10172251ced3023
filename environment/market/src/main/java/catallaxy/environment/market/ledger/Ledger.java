package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Double-entry ledger of accounts and assets in integer base units.
 * Every movement takes from one account what it gives to another, so each asset sums to zero over all accounts. Only an
 * issuer may owe: what it owes is what circulates. Balances are signed 256-bit integers; an amount or balance beyond
 * 2^255 − 1 is a programming error. Owned by one thread.
 */
public final class Ledger {
    /** Limbs per balance, least significant first, two's complement. */
    private static final int LIMBS = 4;

    private final Journal journal = new Journal();
    private Directory directory;
    private boolean directoryShared;
    private int assets;
    private int accounts;
    private long[] balances;
    private long operations;

    public Ledger(List<AssetSpec> assets) {
        directory = new Directory();
        assets.forEach(directory::addAsset);
        this.assets = assets.size();
        balances = new long[16 * this.assets * LIMBS];
    }

    private Ledger(Directory directory, long[] balances, long operations) {
        this.directory = directory;
        this.assets = directory.assets();
        this.accounts = directory.accounts();
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
        int account = ownDirectory().addAccount(name, issuer);
        accounts++;
        int needed = accounts * assets * LIMBS;
        if (needed > balances.length) {
            balances = Arrays.copyOf(balances, Math.max(needed, 2 * balances.length));
        }
        return account;
    }

    /** Adds an asset in which every account has nothing; its number is the next free one. */
    public int addAsset(AssetSpec asset) {
        requireNoMark("an asset added");
        int number = ownDirectory().addAsset(asset);
        long[] wider = new long[Math.max(16, accounts) * (assets + 1) * LIMBS];
        for (int account = 0; account < accounts; account++) {
            int row = assets * LIMBS;
            System.arraycopy(balances, account * row, wider, account * (row + LIMBS), row);
        }
        balances = wider;
        assets++;
        return number;
    }

    private Directory ownDirectory() {
        if (directoryShared) {
            directory = new Directory(directory);
            directoryShared = false;
        }
        return directory;
    }

    public int account(String name) {
        return directory.accountNumber(name);
    }

    public int asset(String symbol) {
        return directory.assetNumber(symbol);
    }

    public String accountName(int account) {
        return directory.account(account);
    }

    public AssetSpec assetSpec(int asset) {
        return directory.asset(asset);
    }

    public boolean isIssuer(int account) {
        return directory.issuer(Objects.checkIndex(account, accounts));
    }

    public int accounts() {
        return accounts;
    }

    public int assets() {
        return assets;
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
        int at = offset(account, asset);
        if (balances[at + 3] < 0) {
            throw new ArithmeticException(accountName(account) + " owes " + issued(account, asset) + " "
                    + assetSpec(asset).symbol());
        }
        return limbs(at);
    }

    /** What the issuer owes: the units of the asset that it put into circulation and did not get back. */
    public UInt256 issued(int issuer, int asset) {
        return UInt256.ZERO.minusWrapping(limbs(offset(issuer, asset)));
    }

    /** The signed balance in whole units, rounded: for observation, never for settlement. */
    public double balanceAsDouble(int account, int asset) {
        int at = offset(account, asset);
        if ((balances[at + 3] | balances[at + 2] | balances[at + 1]) == 0 && balances[at] >= 0) {
            return balances[at] / directory.baseUnits(asset);
        }
        boolean owes = balances[at + 3] < 0;
        double units = (owes ? UInt256.ZERO.minusWrapping(limbs(at)) : limbs(at)).doubleValue();
        double whole = units / directory.baseUnits(asset);
        return owes ? -whole : whole;
    }

    /** An amount of the asset in whole units, rounded: for observation, never for settlement. */
    public double toWhole(int asset, UInt256 amount) {
        return amount.doubleValue() / directory.baseUnits(asset);
    }

    /** Base units in one whole unit of the asset, the nearest double. */
    public double baseUnits(int asset) {
        return directory.baseUnits(asset);
    }

    /** Whether the account could give {@code amount}; an issuer always can. */
    public boolean covers(int account, int asset, UInt256 amount) {
        return isIssuer(account) || limbs(offset(account, asset)).isAtLeast(amount);
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
        int f = offset(from, asset);
        int t = offset(to, asset);
        long[] b = balances;
        long f0 = b[f] - a0;
        long c0 = borrow(b[f], a0, f0);
        long f1 = b[f + 1] - a1 - c0;
        long c1 = borrow(b[f + 1], a1, f1);
        long f2 = b[f + 2] - a2 - c1;
        long f3 = b[f + 3] - a3 - borrow(b[f + 2], a2, f2);
        boolean issuer = directory.issuer(from);
        if ((f3 | a3) < 0 && !issuer) {
            return false;
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
        store(b, f, f3, f2, f1, f0);
        store(b, t, t3, t2, t1, t0);
        return true;
    }

    private static void store(long[] balances, int at, long w3, long w2, long w1, long w0) {
        balances[at] = w0;
        balances[at + 1] = w1;
        balances[at + 2] = w2;
        balances[at + 3] = w3;
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
        return journal.mark();
    }

    /** Takes back every movement since {@code mark} and closes it. */
    public void revertTo(int mark) {
        journal.revert(mark, balances);
        journal.close(mark);
    }

    /** Keeps the movements since {@code mark} and closes it. */
    public void commit(int mark) {
        journal.close(mark);
    }

    /** Looks at every balance: each asset must sum to zero, and only issuers may owe. */
    public Conservation check() {
        return Audit.of(this);
    }

    /** The balance's bits, two's complement. */
    UInt256 bits(int account, int asset) {
        return limbs(offset(account, asset));
    }

    private UInt256 limbs(int at) {
        return UInt256.ofLimbs(balances[at + 3], balances[at + 2], balances[at + 1], balances[at]);
    }

    private int offset(int account, int asset) {
        Objects.checkIndex(account, accounts);
        return (account * assets + Objects.checkIndex(asset, assets)) * LIMBS;
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
        Ledger copy = new Ledger(directory, Arrays.copyOf(balances, accounts * assets * LIMBS), operations);
        copy.directoryShared = true;
        return copy;
    }

    /** Not while a mark is open. */
    public void save(StateWriter out) {
        requireNoMark("saved");
        directory.save(out);
        out.longs(balances, accounts * assets * LIMBS).int64(operations);
    }

    public static Ledger load(StateReader in) {
        Directory directory = Directory.load(in);
        long[] balances = in.longs();
        int expected = directory.accounts() * directory.assets() * LIMBS;
        if (balances.length != expected) {
            throw new CorruptStateException("ledger: expected " + expected + " limbs, found " + balances.length);
        }
        return new Ledger(directory, balances, in.int64());
    }
}
