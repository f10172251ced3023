package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * Signed 256-bit balances by account and asset; only those that are held take room.
 * Each account has a row: a header with a bit for each asset that has an entry, then the entries in order of their assets.
 * The bits of 32 assets and the place of the first of their entries are one word, so an entry is found by counting bits.
 * Copies share rows until one of them writes. Owned by one ledger.
 */
final class Balances {
    /** Limbs per balance, least significant first, two's complement. */
    private static final int LIMBS = 4;

    /** Entries of nothing that a row may keep besides as many as it has of something: what came once often comes again. */
    static final int SPARE = 4;

    /** Where a row keeps the zeros that a balance without an entry reads. */
    private static final int ZEROS = 0;

    /** Where a row's header begins. */
    private static final int HEADER = ZEROS + LIMBS;

    /** log2 of the assets per word of a header: their bits in its low half, the place of the first of their entries in its high half. */
    private static final int GROUP_BITS = 5;

    /** The row of who never had anything. */
    private static final long[] NOTHING = {0, 0, 0, 0, (HEADER + 1L) << Integer.SIZE};

    private long[][] rows;
    private boolean[] owned;
    private int accounts;

    Balances() {
        this(new long[16][], 0);
    }

    private Balances(long[][] rows, int accounts) {
        this.rows = rows;
        this.owned = new boolean[rows.length];
        this.accounts = accounts;
    }

    int accounts() {
        return accounts;
    }

    /** Adds an account that has nothing. */
    void open() {
        if (accounts == rows.length) {
            int more = Math.max(16, 2 * accounts);
            rows = Arrays.copyOf(rows, more);
            owned = Arrays.copyOf(owned, more);
        }
        rows[accounts++] = NOTHING;
    }

    /** The account's row, to be read. */
    long[] row(int account) {
        return rows[account];
    }

    /** Where in the row the limbs of the asset begin, four zeros if it has no entry. */
    static int find(long[] row, int asset) {
        int at = HEADER + (asset >>> GROUP_BITS);
        if (at >= place(row[HEADER])) {
            return ZEROS;
        }
        long word = row[at];
        int bit = 1 << asset;
        if (((int) word & bit) == 0) {
            return ZEROS;
        }
        return place(word) + LIMBS * Integer.bitCount((int) word & (bit - 1));
    }

    private static int place(long word) {
        return (int) (word >>> Integer.SIZE);
    }

    private static int groups(long[] row) {
        return place(row[HEADER]) - HEADER;
    }

    static UInt256 limbs(long[] row, int at) {
        return UInt256.ofLimbs(row[at + 3], row[at + 2], row[at + 1], row[at]);
    }

    /** Whether the limbs that were found in the row may be written there: no copy shares it, and they have an entry. */
    boolean isWritable(int account, long[] row, int at) {
        return owned[account] && at != ZEROS;
    }

    /** Writes limbs, most significant first. */
    static void store(long[] row, int at, long w3, long w2, long w1, long w0) {
        row[at] = w0;
        row[at + 1] = w1;
        row[at + 2] = w2;
        row[at + 3] = w3;
    }

    /** Sets a balance wherever it is or is not, most significant limb first; the account may have another row from now on. */
    void set(int account, int asset, long w3, long w2, long w1, long w0) {
        int at = writable(account, asset);
        store(rows[account], at, w3, w2, w1, w0);
    }

    /** Where the limbs of the asset may be written, in what is the account's row from now on. */
    int writable(int account, int asset) {
        long[] row = rows[account];
        int at = find(row, asset);
        return isWritable(account, row, at) ? at : enter(account, asset);
    }

    private int enter(int account, int asset) {
        long[] row = rows[account];
        rows[account] = find(row, asset) == ZEROS ? with(row, asset) : row.clone();
        owned[account] = true;
        return find(rows[account], asset);
    }

    /** A row of the same balances with an entry for the asset too, and without those of nothing once they are too many. */
    private static long[] with(long[] row, int asset) {
        int held = held(row).length;
        boolean all = entries(row) - held <= held + SPARE;
        int groups = Math.max(groups(row), (asset >>> GROUP_BITS) + 1);
        int at = HEADER + groups;
        long[] wider = new long[at + LIMBS * ((all ? entries(row) : held) + 1)];
        for (int group = 0; group < groups; group++) {
            int bits = bits(row, group, !all) | (group == asset >>> GROUP_BITS ? 1 << asset : 0);
            wider[HEADER + group] = (long) at << Integer.SIZE | Integer.toUnsignedLong(bits);
            for (int rest = bits; rest != 0; rest &= rest - 1, at += LIMBS) {
                int from = find(row, (group << GROUP_BITS) + Integer.numberOfTrailingZeros(rest));
                System.arraycopy(row, from, wider, at, LIMBS);
            }
        }
        return wider;
    }

    /** Bits of the assets of a group that have entries, or only of those that are held. */
    private static int bits(long[] row, int group, boolean onlyHeld) {
        int bits = group < groups(row) ? (int) row[HEADER + group] : 0;
        for (int rest = onlyHeld ? bits : 0; rest != 0; rest &= rest - 1) {
            int asset = (group << GROUP_BITS) + Integer.numberOfTrailingZeros(rest);
            if (isZero(row, find(row, asset))) {
                bits -= Integer.lowestOneBit(rest);
            }
        }
        return bits;
    }

    private static boolean isZero(long[] row, int at) {
        return (row[at] | row[at + 1] | row[at + 2] | row[at + 3]) == 0;
    }

    private static int entries(long[] row) {
        return (row.length - HEADER - groups(row)) / LIMBS;
    }

    private static int[] held(long[] row) {
        int[] assets = new int[entries(row)];
        int count = 0;
        for (int group = 0; group < groups(row); group++) {
            for (int rest = bits(row, group, true); rest != 0; rest &= rest - 1) {
                assets[count++] = (group << GROUP_BITS) + Integer.numberOfTrailingZeros(rest);
            }
        }
        return Arrays.copyOf(assets, count);
    }

    /** Numbers of the assets of which the account's balance is not zero, ascending. */
    int[] held(int account) {
        return held(rows[account]);
    }

    /** Balances of the account that take room, of something or nothing. */
    int entries(int account) {
        return entries(rows[account]);
    }

    /** Whether the account's row is one that both have. */
    @SuppressWarnings("ReferenceEquality")
    boolean shares(Balances other, int account) {
        return rows[account] == other.rows[account];
    }

    Balances copy() {
        Arrays.fill(owned, false);
        return new Balances(Arrays.copyOf(rows, accounts), accounts);
    }

    /** Writes what is held, by account, then asset. */
    void save(StateWriter out) {
        int entries = 0;
        for (int account = 0; account < accounts; account++) {
            entries += held(account).length;
        }
        out.int32(entries);
        for (int account = 0; account < accounts; account++) {
            for (int asset : held(account)) {
                out.int32(account).int32(asset);
                int at = find(rows[account], asset);
                for (int limb = 0; limb < LIMBS; limb++) {
                    out.int64(rows[account][at + limb]);
                }
            }
        }
    }

    /** Reads what so many accounts hold of so many assets. */
    static Balances load(StateReader in, int accounts, int assets) {
        Balances balances = new Balances();
        for (int account = 0; account < accounts; account++) {
            balances.open();
        }
        long last = -1;
        for (int entry = in.count(2 * Integer.BYTES + LIMBS * Long.BYTES); entry > 0; entry--) {
            int account = in.int32();
            int asset = in.int32();
            long place = (long) account * assets + asset;
            if (account < 0 || account >= accounts || asset < 0 || asset >= assets || place <= last) {
                throw new CorruptStateException("ledger: balance of account " + account + ", asset " + asset + " among "
                        + accounts + " accounts and " + assets + " assets, or out of order");
            }
            balances.read(in, account, asset);
            last = place;
        }
        return balances;
    }

    private void read(StateReader in, int account, int asset) {
        int at = enter(account, asset);
        long[] row = rows[account];
        for (int limb = 0; limb < LIMBS; limb++) {
            row[at + limb] = in.int64();
        }
        if (isZero(row, at)) {
            throw new CorruptStateException("ledger: balance 0 of account " + account + ", asset " + asset);
        }
    }
}
