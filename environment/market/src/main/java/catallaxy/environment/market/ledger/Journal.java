package catallaxy.environment.market.ledger;

import java.util.Arrays;

/** Movements since the outermost open mark, to be taken back newest first. Records nothing while no mark is open. */
final class Journal {
    /** Longs per entry: both balance offsets packed, then the amount from its most significant limb. */
    private static final int STRIDE = 5;

    private long[] entries = new long[16 * STRIDE];
    private int size;
    private int depth;

    boolean open() {
        return depth > 0;
    }

    int mark() {
        depth++;
        return size;
    }

    void close(int mark) {
        if (depth == 0 || mark < 0 || mark > size) {
            throw new IllegalStateException("mark " + mark + " is not open: depth " + depth + ", entries " + size);
        }
        depth--;
        if (depth == 0) {
            size = 0;
        }
    }

    void revert(int mark, long[] balances) {
        for (int entry = size - 1; entry >= mark; entry--) {
            int at = entry * STRIDE;
            int from = (int) (entries[at] >>> 32);
            int to = (int) entries[at];
            add(balances, from, at);
            subtract(balances, to, at);
        }
        size = Math.min(size, mark);
    }

    void record(int from, int to, long a3, long a2, long a1, long a0) {
        int at = size * STRIDE;
        if (at == entries.length) {
            entries = Arrays.copyOf(entries, 2 * at);
        }
        entries[at] = (long) from << 32 | to;
        entries[at + 1] = a3;
        entries[at + 2] = a2;
        entries[at + 3] = a1;
        entries[at + 4] = a0;
        size++;
    }

    private void add(long[] balances, int offset, int at) {
        long carry = 0;
        for (int limb = 0; limb < 4; limb++) {
            long amount = entries[at + 4 - limb];
            long sum = balances[offset + limb] + amount;
            long carried = Long.compareUnsigned(sum, amount) < 0 ? 1 : 0;
            balances[offset + limb] = sum + carry;
            carry = carried | (Long.compareUnsigned(sum + carry, carry) < 0 ? 1 : 0);
        }
    }

    private void subtract(long[] balances, int offset, int at) {
        long borrow = 0;
        for (int limb = 0; limb < 4; limb++) {
            long amount = entries[at + 4 - limb];
            long before = balances[offset + limb];
            balances[offset + limb] = before - amount - borrow;
            borrow = Long.compareUnsigned(before, amount) < 0 || (before == amount && borrow == 1) ? 1 : 0;
        }
    }
}
