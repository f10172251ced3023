package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What a manager remembers within one transaction: the lock, and who owes what. Lives as long as the transaction. */
final class V4Session {
    private record Holder(int account, int currency) implements Comparable<Holder> {
        private static final Comparator<Holder> ORDER =
                Comparator.comparingInt(Holder::account).thenComparingInt(Holder::currency);

        @Override
        public int compareTo(Holder other) {
            return ORDER.compare(this, other);
        }
    }

    final Ledger ledger;
    final long timeNanos;
    final Undo undo;
    /** Of each that is not zero. */
    private final TreeMap<Holder, Int256> deltas = new TreeMap<>();

    private boolean unlocked;
    private OptionalInt synced = OptionalInt.empty();
    private UInt256 reserve = UInt256.ZERO;

    V4Session(Ledger ledger, long timeNanos, Undo undo) {
        this.ledger = ledger;
        this.timeNanos = timeNanos;
        this.undo = undo;
    }

    void requireUnlocked() {
        V4Revert.unless(unlocked, "ManagerLocked");
    }

    void unlock(Runnable callback) {
        V4Revert.unless(!unlocked, "AlreadyUnlocked");
        unlocked = true;
        callback.run();
        V4Revert.unless(deltas.isEmpty(), "CurrencyNotSettled");
        unlocked = false;
    }

    Int256 delta(int account, int currency) {
        return deltas.getOrDefault(new Holder(account, currency), Int256.ZERO);
    }

    void account(int account, int currency, Int256 change) {
        Int256 next = delta(account, currency).plusExact(change);
        Holder holder = new Holder(account, currency);
        if (next.isZero()) {
            deltas.remove(holder);
        } else {
            deltas.put(holder, next);
        }
    }

    boolean isSynced(int currency) {
        return synced.isPresent() && synced.getAsInt() == currency;
    }

    void sync(int currency, UInt256 balance) {
        synced = OptionalInt.of(currency);
        reserve = balance;
    }

    /** The currency of which a payment is looked for; without one nothing was paid. */
    OptionalInt syncedCurrency() {
        return synced;
    }

    /** What has come since the currency was synchronised, which is forgotten. */
    UInt256 paid(UInt256 balance) {
        V4Revert.unless(balance.isAtLeast(reserve), V4Cast.PANIC);
        synced = OptionalInt.empty();
        return balance.minusExact(reserve);
    }
}
