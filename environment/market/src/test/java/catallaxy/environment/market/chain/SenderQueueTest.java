package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One sender's waiting transactions against a plain map of their costs. */
final class SenderQueueTest {
    private static final Call CALL = new Call.Transfer(0, 0, UInt256.ONE);

    private static SenderQueue.Entry entry(long nonce, long cost) {
        return new SenderQueue.Entry(new Transaction(nonce, 0, nonce, 21_000, 2, 1, 9, CALL), UInt256.of(cost));
    }

    private static void compare(SenderQueue queue, Map<Long, Long> costs, String context) {
        long sum = costs.values().stream().mapToLong(Long::longValue).sum();
        assertThat(queue.cost()).as(context).isEqualTo(UInt256.of(sum));
        assertThat(queue.size()).as(context).isEqualTo(costs.size());
        assertThat(queue.entries())
                .as(context)
                .extracting(each -> each.transaction().nonce())
                .containsExactlyElementsOf(costs.keySet());
    }

    private static long firstFree(Map<Long, Long> costs, long first) {
        long free = first;
        while (costs.containsKey(free)) {
            free++;
        }
        return free;
    }

    /** The free nonce is asked for from places that rise and fall, as blocks are made and undone. */
    @Test
    void followsAPlainMapOverSeeds() {
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = RandomStream.of(seed, "test/queue");
            SenderQueue queue = new SenderQueue();
            TreeMap<Long, Long> costs = new TreeMap<>();
            for (int step = 0; step < 400; step++) {
                String context = "seed " + seed + ", step " + step;
                long nonce = random.nextInt(12);
                if (random.nextInt(3) > 0) {
                    long cost = random.nextLong(1_000);
                    queue.put(entry(nonce, cost));
                    costs.put(nonce, cost);
                } else if (costs.remove(nonce) != null) {
                    queue.remove(nonce);
                }
                compare(queue, costs, context);
                long first = random.nextInt(14);
                assertThat(queue.firstFreeNonce(first)).as(context).isEqualTo(firstFree(costs, first));
                queue = step % 50 == 49 ? queue.copy() : queue;
            }
        }
    }

    @Test
    void aLaterOneTakesThePlaceAndTheCost() {
        SenderQueue queue = new SenderQueue();
        queue.put(entry(3, 10));
        queue.put(entry(3, 4));
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.cost()).isEqualTo(UInt256.of(4));
        assertThat(queue.get(3)).isEqualTo(entry(3, 4));
        assertThat(queue.get(4)).isNull();
    }

    @Test
    void aCopyIsIndependent() {
        SenderQueue queue = new SenderQueue();
        queue.put(entry(0, 10));
        SenderQueue copy = queue.copy();
        queue.put(entry(1, 7));
        copy.remove(0);
        assertThat(queue.cost()).isEqualTo(UInt256.of(17));
        assertThat(queue.firstFreeNonce(0)).isEqualTo(2);
        assertThat(copy.cost()).isEqualTo(UInt256.ZERO);
        assertThat(copy.firstFreeNonce(0)).isZero();
    }

    @Test
    void whatDoesNotWaitCannotBeTakenOut() {
        assertThatThrownBy(() -> new SenderQueue().remove(8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no transaction of nonce 8 waits");
    }
}
