package catallaxy.environment.market.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private record Key(long time, int priority, int tie, long sequence) implements Comparable<Key> {
        @Override
        public int compareTo(Key o) {
            int byTime = Long.compare(time, o.time);
            int byPriority = byTime != 0 ? byTime : Integer.compare(priority, o.priority);
            int byTie = byPriority != 0 ? byPriority : Integer.compare(tie, o.tie);
            return byTie != 0 ? byTie : Long.compare(sequence, o.sequence);
        }
    }

    @Test
    void followsANaiveSortedMapOverSeeds() {
        for (long seed = 1; seed <= 50; seed++) {
            compareWithSortedMap(seed);
        }
    }

    private static void compareWithSortedMap(long seed) {
        Random random = new Random(seed);
        EventQueue queue = new EventQueue();
        TreeMap<Key, Long> naive = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            if (naive.isEmpty() || random.nextInt(3) > 0) {
                Key key = new Key(random.nextInt(40), random.nextInt(4), random.nextInt(3) * 32_767, i);
                queue.schedule(key.time, key.priority, key.tie, i % 7, -i, i);
                naive.put(key, (long) i);
            } else {
                long expected = naive.pollFirstEntry().getValue();
                assertThat(queue.argument())
                        .as("seed %d, operation %d", seed, i)
                        .isEqualTo(expected);
                assertThat(queue.kind()).isEqualTo((int) (expected % 7));
                assertThat(queue.target()).isEqualTo((int) -expected);
                queue.remove();
            }
            queue = i % 500 == 250 ? restored(queue) : queue;
        }
        assertThat(queue.size()).isEqualTo(naive.size());
    }

    private static EventQueue restored(EventQueue queue) {
        StateWriter out = new StateWriter();
        queue.copy().save(out);
        StateReader in = new StateReader(out.toBytes());
        EventQueue loaded = EventQueue.load(in);
        in.end();
        return loaded;
    }

    @Test
    void savedBytesDoNotDependOnTheHeapsLayout() {
        EventQueue direct = new EventQueue();
        for (int i = 0; i < 100; i++) {
            direct.schedule((i * 37) % 50, 0, 1, 2, i);
        }
        StateWriter a = new StateWriter();
        direct.save(a);
        StateWriter b = new StateWriter();
        restored(direct).save(b);
        assertThat(b.toBytes()).isEqualTo(a.toBytes());
    }

    /** The largest priority and tie leave the rank positive, so that it still comes last. */
    @Test
    void theLargestRankComesLast() {
        EventQueue queue = new EventQueue();
        queue.schedule(5, 255, 65_535, 0, 0, 1);
        queue.schedule(5, 0, 65_535, 0, 0, 2);
        queue.schedule(5, 0, 0, 0, 0, 3);
        queue.schedule(5, 255, 0, 0, 0, 4);
        for (long expected : new long[] {3, 2, 4, 1}) {
            assertThat(queue.argument()).isEqualTo(expected);
            queue.remove();
        }
    }

    @Test
    void refusesImpossiblePrioritiesAndEmptyRemoval() {
        assertThatThrownBy(() -> new EventQueue().schedule(0, 256, 0, 0, 0)).hasMessageContaining("256");
        for (int tie : new int[] {-1, 65_536}) {
            assertThatThrownBy(() -> new EventQueue().schedule(0, 0, tie, 0, 0, 0))
                    .hasMessageContaining(String.valueOf(tie));
        }
        assertThatThrownBy(() -> new EventQueue().remove()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNextEventIsAsItWasScheduled() {
        EventQueue queue = new EventQueue();
        queue.schedule(Long.MAX_VALUE, 255, 65_535, Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);
        queue.schedule(-3, 7, 9, -1, Integer.MAX_VALUE, -5);
        assertNext(queue, -3, 7, -1, Integer.MAX_VALUE, -5);
        queue.remove();
        assertNext(queue, Long.MAX_VALUE, 255, Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);
        queue.remove();
        assertThat(queue.isEmpty()).isTrue();
    }

    private static void assertNext(EventQueue queue, long time, int priority, int kind, int target, long argument) {
        assertThat(queue.timeNanos()).isEqualTo(time);
        assertThat(queue.priority()).isEqualTo(priority);
        assertThat(queue.kind()).isEqualTo(kind);
        assertThat(queue.target()).isEqualTo(target);
        assertThat(queue.argument()).isEqualTo(argument);
    }

    @Test
    void aCopyAndItsOriginalGoTheirOwnWays() {
        EventQueue queue = new EventQueue();
        for (int i = 0; i < 200; i++) {
            queue.schedule(i, 0, 0, 0, i);
        }
        EventQueue copy = queue.copy();
        for (int i = 0; i < 150; i++) {
            queue.remove();
        }
        queue.schedule(0, 0, 0, 0, 1_000);
        assertThat(queue.argument()).isEqualTo(1_000);
        for (int i = 0; i < 200; i++) {
            assertThat(copy.argument()).isEqualTo(i);
            copy.remove();
        }
        assertThat(queue.size()).isEqualTo(51);
    }

    /** Else events of the same moment could change their order where a run is resumed. */
    @Test
    void aRestoredQueuePutsEqualEventsBehindThoseThatItHad() {
        EventQueue queue = new EventQueue();
        queue.schedule(5, 0, 0, 0, 1);
        queue.schedule(5, 0, 0, 0, 2);
        for (EventQueue each : new EventQueue[] {restored(queue), queue.copy(), queue}) {
            each.schedule(5, 0, 0, 0, 3);
            for (long expected = 1; expected <= 3; expected++) {
                assertThat(each.argument()).isEqualTo(expected);
                each.remove();
            }
        }
    }
}
