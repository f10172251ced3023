package catallaxy.environment.market.chain;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/** How many transactions of each sender a chain has executed: the nonce of its next. Owned by its chain. */
final class Nonces {
    private long[] next;

    Nonces() {
        this(new long[16]);
    }

    private Nonces(long[] next) {
        this.next = next;
    }

    long next(int participant) {
        return participant < next.length ? next[participant] : 0;
    }

    /** Counts a transaction and returns the nonce of the one after it. */
    long advance(int participant) {
        if (participant >= next.length) {
            next = Arrays.copyOf(next, Math.max(participant + 1, 2 * next.length));
        }
        return ++next[participant];
    }

    /** Takes the latest transaction of a sender back. */
    void retreat(int participant) {
        next[participant]--;
    }

    Nonces copy() {
        return new Nonces(next.clone());
    }

    void save(StateWriter out) {
        out.longs(next, next.length);
    }

    static Nonces load(StateReader in) {
        return new Nonces(in.longs());
    }
}
