package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The mempool against a plain list of what waits, in the order of arrival. */
class MempoolDifferentialTest {
    private static final int LIMIT = 25;
    private static final int SENDERS = 3;
    private static final int NONCES = 14;

    private static Transaction transaction(long sequence, int sender, long nonce, long fee, long deadline) {
        return new Transaction(
                sequence, sender, nonce, 21_000, fee, fee / 2, deadline, new Call.Transfer(0, 0, UInt256.ONE));
    }

    private static UInt256 cost(Transaction transaction) {
        return UInt256.of(transaction.maxFeePerGasWei() * 21_000 + transaction.nonce());
    }

    @Test
    void doesWhatAPlainListDoes() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            Mempool mempool = new Mempool(LIMIT);
            List<Transaction> naive = new ArrayList<>();
            Nonces nonces = new Nonces();
            for (int i = 0; i < 1_000; i++) {
                step(mempool, naive, nonces, random, i);
                mempool = i % 100 == 50 ? restored(mempool, nonces) : i % 100 == 80 ? mempool.copy() : mempool;
                assertThat(mempool.waiting()).as("seed %d, step %d", seed, i).isEqualTo(naive);
                compareQueries(mempool, naive, random);
                compareExecutable(mempool, naive, nonces);
            }
            assertThat(nonces.next(0)).as("seed %d: executed", seed).isGreaterThan(5);
        }
    }

    private static void step(Mempool mempool, List<Transaction> naive, Nonces nonces, Random random, int i) {
        int sender = random.nextInt(SENDERS);
        long next = nonces.next(sender);
        Transaction due = get(naive, sender, next);
        if (due != null && random.nextInt(4) == 0) {
            naive.remove(due);
            mempool.remove(due);
            mempool.promote(sender, nonces.advance(sender));
        } else if (random.nextInt(4) > 0 || naive.isEmpty()) {
            long nonce = next
                    + (random.nextInt(3) == 0
                            ? firstFree(naive, sender, next + random.nextInt(4)) - next
                            : random.nextInt(NONCES));
            Transaction each = transaction(i, sender, nonce, 10 + random.nextInt(40), i + random.nextInt(200));
            assertThat(mempool.add(each, cost(each), next).isEmpty()).isEqualTo(add(naive, each));
        } else if (random.nextInt(3) > 0) {
            mempool.remove(naive.remove(random.nextInt(naive.size())));
        } else {
            List<Transaction> overdue =
                    naive.stream().filter(each -> i > each.deadlineNanos()).toList();
            naive.removeAll(overdue);
            assertThat(mempool.removeOverdue(i)).isEqualTo(overdue);
        }
    }

    private static boolean add(List<Transaction> naive, Transaction young) {
        for (Transaction old : naive) {
            if (old.participant() == young.participant() && old.nonce() == young.nonce()) {
                boolean raised = raised(old.maxFeePerGasWei(), young.maxFeePerGasWei())
                        && raised(old.maxPriorityFeePerGasWei(), young.maxPriorityFeePerGasWei());
                return raised && naive.remove(old) && naive.add(young);
            }
        }
        return naive.size() < LIMIT && naive.add(young);
    }

    private static boolean raised(long before, long after) {
        return after >= before + Math.max(1, before / 10);
    }

    private static long firstFree(List<Transaction> naive, int sender, long first) {
        long nonce = first;
        while (get(naive, sender, nonce) != null) {
            nonce++;
        }
        return nonce;
    }

    private static @Nullable Transaction get(List<Transaction> naive, int sender, long nonce) {
        for (Transaction each : naive) {
            if (each.participant() == sender && each.nonce() == nonce) {
                return each;
            }
        }
        return null;
    }

    private static void compareQueries(Mempool mempool, List<Transaction> naive, Random random) {
        for (int sender = 0; sender <= SENDERS; sender++) {
            int who = sender;
            long nonce = random.nextInt(3 * NONCES);
            assertThat(mempool.count(who)).isEqualTo((int)
                    naive.stream().filter(each -> each.participant() == who).count());
            assertThat(mempool.get(who, nonce)).isEqualTo(get(naive, who, nonce));
            assertThat(mempool.firstFreeNonce(who, nonce)).isEqualTo(firstFree(naive, who, nonce));
            UInt256 others = naive.stream()
                    .filter(each -> each.participant() == who && each.nonce() != nonce)
                    .map(MempoolDifferentialTest::cost)
                    .reduce(UInt256.ZERO, UInt256::plusExact);
            assertThat(mempool.costOfOthers(who, nonce)).isEqualTo(others);
        }
    }

    private static void compareExecutable(Mempool mempool, List<Transaction> naive, Nonces nonces) {
        List<Transaction> expected = new ArrayList<>();
        for (int sender = 0; sender <= SENDERS; sender++) {
            Transaction due = get(naive, sender, nonces.next(sender));
            assertThat(mempool.executable(sender)).isEqualTo(due);
            if (due != null) {
                expected.add(due);
            }
        }
        assertThat(mempool.executable()).containsExactlyElementsOf(expected);
        assertThat(mempool.hasExecutable()).isEqualTo(!expected.isEmpty());
    }

    private static Mempool restored(Mempool mempool, Nonces nonces) {
        StateWriter out = new StateWriter();
        mempool.save(out);
        StateReader in = new StateReader(out.toBytes());
        Mempool loaded = Mempool.load(in, Kinds.registered().reader(), LIMIT);
        in.end();
        loaded.promoteAll(nonces);
        return loaded;
    }

    @Test
    void refusesToTakeOutWhatDoesNotWait() {
        Mempool mempool = new Mempool(LIMIT);
        Transaction absent = transaction(1, 2, 5, 10, 100);
        assertThatThrownBy(() -> mempool.remove(absent)).hasMessageContaining("participant 2");
        mempool.add(transaction(2, 2, 6, 10, 100), UInt256.ONE, 0);
        assertThatThrownBy(() -> mempool.remove(absent)).hasMessageContaining("nonce 5");
    }

    /** A search from the front for each arrival would look at 5·10⁹ transactions. */
    @Test
    void takesAHundredThousandOfOneSender() {
        int count = 100_000;
        Mempool mempool = new Mempool(count);
        for (int i = 0; i < count; i++) {
            long nonce = mempool.firstFreeNonce(0, 0);
            assertThat(nonce).isEqualTo(i);
            mempool.add(transaction(i, 0, nonce, 10, 1_000), UInt256.ONE, 0);
        }
        assertThat(mempool.add(transaction(count, 1, 0, 10, 1_000), UInt256.ONE, 0))
                .contains("MEMPOOL_FULL");
        for (int i = 0; i < count; i++) {
            mempool.remove(transaction(i, 0, i, 10, 1_000));
            assertThat(mempool.removeOverdue(999)).isEmpty();
        }
        assertThat(mempool.waiting()).isEmpty();
        assertThat(mempool.costOfOthers(0, 0)).isEqualTo(UInt256.ZERO);
    }
}
