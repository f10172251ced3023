package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signed 256-bit balances by account and asset, in one array.
 * Of few assets each account has all its places there, side by side, found by counting. Of more, a balance takes its place when it comes
 * to be, and is found by {@link Places}: room and copies cost what is held, not accounts times assets. Owned by one ledger.
 */
final class Balances {
    /** Limbs per balance, least significant first, two's complement. */
    static final int LIMBS = 4;

    /** Where the array keeps the zeros that a balance without a place reads. */
    static final int NOWHERE = Places.NONE * LIMBS;

    /** Most assets of which every account has all its places. */
    static final int FEW = 16;

    /** Places that an empty array or a copy has to spare. */
    private static final int ROOM = 16;

    private long[] limbs;
    private @Nullable Places places;
    private int accounts;
    private int assets;

    Balances(int assets) {
        this(new long[(1 + ROOM) * LIMBS], assets > FEW ? new Places() : null, 0, assets);
    }

    private Balances(long[] limbs, @Nullable Places places, int accounts, int assets) {
        this.limbs = limbs;
        this.places = places;
        this.accounts = accounts;
        this.assets = assets;
    }

    int accounts() {
        return accounts;
    }

    int assets() {
        return assets;
    }

    /** The array, to read and write until a place is given. */
    long[] limbs() {
        return limbs;
    }

    /** Where the balance's limbs begin, {@link #NOWHERE} if it has no place. */
    int find(int account, int asset) {
        Objects.checkIndex(account, accounts);
        Objects.checkIndex(asset, assets);
        return LIMBS * (places == null ? 1 + account * assets + asset : places.find(account, asset));
    }

    /** Where the balance's limbs begin, from now on if they were nowhere. */
    int place(int account, int asset) {
        int at = find(account, asset);
        return at == NOWHERE && places != null ? LIMBS * places.add(account, asset) : at;
    }

    /** The bits of the limbs that begin there. */
    UInt256 bits(int at) {
        return UInt256.ofLimbs(limbs[at + 3], limbs[at + 2], limbs[at + 1], limbs[at]);
    }

    /** Adds an account that has nothing. */
    void open() {
        accounts++;
        if (places == null) {
            widen(1 + accounts * assets);
        }
    }

    /** Adds an asset of which nobody has anything. */
    void addAsset() {
        if (places == null) {
            lay(assets + 1);
        } else {
            assets++;
        }
    }

    /**
     * Makes room for two more places.
     *
     * @param still whether all balances must stay where they are; else places of nothing may be given up
     */
    void reserve(boolean still) {
        if (places == null || (1 + placed() + 2) * LIMBS <= limbs.length) {
            return;
        }
        if (!still) {
            lay(assets);
        }
        widen(2 * (1 + placed() + 2));
    }

    private void widen(int places) {
        if (places * LIMBS > limbs.length) {
            limbs = Arrays.copyOf(limbs, Math.max(places * LIMBS, 2 * limbs.length));
        }
    }

    /** Moves all balances to where those of so many assets are. */
    private void lay(int assets) {
        Balances next = new Balances(assets);
        for (int account = 0; account < accounts; account++) {
            next.open();
        }
        for (long key : held()) {
            int account = Places.account(key);
            int asset = Places.asset(key);
            next.reserve(true);
            System.arraycopy(limbs, find(account, asset), next.limbs, next.place(account, asset), LIMBS);
        }
        limbs = next.limbs;
        places = next.places;
        this.assets = assets;
    }

    /** Keys of the balances that are not zero, in order of accounts, then assets. */
    long[] held() {
        long[] keys = new long[limbs.length / LIMBS];
        int count = 0;
        int end = places == null ? 1 + accounts * assets : places.next();
        for (int place = Places.NONE + 1; place < end; place++) {
            if (!isZero(place * LIMBS)) {
                keys[count++] =
                        places == null ? Places.key((place - 1) / assets, (place - 1) % assets) : places.key(place);
            }
        }
        if (places != null) {
            Arrays.sort(keys, 0, count);
        }
        return Arrays.copyOf(keys, count);
    }

    /** Whether a balance is zero, with a place or without one. */
    boolean isNothing(int account, int asset) {
        return isZero(find(account, asset));
    }

    private boolean isZero(int at) {
        return (limbs[at] | limbs[at + 1] | limbs[at + 2] | limbs[at + 3]) == 0;
    }

    /** Balances that have a place of their own, of something or nothing. */
    int placed() {
        return places == null ? accounts * assets : places.next() - 1;
    }

    /** Independent balances of the same amounts. */
    Balances copy() {
        int room = placed() + (places == null ? 1 : 1 + ROOM);
        return new Balances(
                Arrays.copyOf(limbs, room * LIMBS), places == null ? null : places.copy(), accounts, assets);
    }

    /** Writes what is held, by account, then asset. */
    void save(StateWriter out) {
        long[] held = held();
        out.int32(held.length);
        for (long key : held) {
            out.int32(Places.account(key)).int32(Places.asset(key));
            int at = find(Places.account(key), Places.asset(key));
            for (int limb = 0; limb < LIMBS; limb++) {
                out.int64(limbs[at + limb]);
            }
        }
    }

    /** Reads what so many accounts hold of so many assets. */
    static Balances load(StateReader in, int accounts, int assets) {
        Balances balances = new Balances(assets);
        for (int account = 0; account < accounts; account++) {
            balances.open();
        }
        long last = -1;
        for (int entry = in.count(2 * Integer.BYTES + LIMBS * Long.BYTES); entry > 0; entry--) {
            int account = in.int32();
            int asset = in.int32();
            long key = Places.key(account, asset);
            if (account < 0 || account >= accounts || asset < 0 || asset >= assets || key <= last) {
                throw new CorruptStateException("ledger: balance of account " + account + ", asset " + asset + " among "
                        + accounts + " accounts and " + assets + " assets, or out of order");
            }
            balances.read(in, account, asset);
            last = key;
        }
        return balances;
    }

    private void read(StateReader in, int account, int asset) {
        reserve(true);
        int at = place(account, asset);
        for (int limb = 0; limb < LIMBS; limb++) {
            limbs[at + limb] = in.int64();
        }
        if (isZero(at)) {
            throw new CorruptStateException("ledger: balance 0 of account " + account + ", asset " + asset);
        }
    }

    /** Puts four limbs of a balance into their places, the highest first. */
    static void store(long[] balances, int at, long w3, long w2, long w1, long w0) {
        balances[at] = w0;
        balances[at + 1] = w1;
        balances[at + 2] = w2;
        balances[at + 3] = w3;
    }
}
