package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against a sorted map, which it stands for. */
class BySenderTest {
    private static void compare(BySender<String> actual, Map<Integer, String> expected, String seed) {
        assertThat(actual.all()).as(seed).containsExactlyElementsOf(expected.values());
        assertThat(actual.size()).as(seed).isEqualTo(expected.size());
        assertThat(actual.isEmpty()).as(seed).isEqualTo(expected.isEmpty());
    }

    @Test
    void followsASortedMapOverSeeds() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            BySender<String> actual = new BySender<>();
            TreeMap<Integer, String> expected = new TreeMap<>();
            int senders = 1 + random.nextInt(300);
            for (int step = 0; step < 200; step++) {
                int sender = random.nextInt(senders);
                if (random.nextBoolean()) {
                    actual.put(sender, seed + "/" + step);
                    expected.put(sender, seed + "/" + step);
                } else {
                    actual.remove(sender);
                    expected.remove(sender);
                }
                int from = random.nextInt(senders + 70);
                Integer next = expected.ceilingKey(from);
                assertThat(actual.next(from)).as("seed %d", seed).isEqualTo(next == null ? -1 : next);
                assertThat(actual.get(from)).as("seed %d", seed).isEqualTo(expected.get(from));
                compare(actual, expected, "seed " + seed);
            }
        }
    }

    @Test
    void aCopyIsIndependentAndOfCopies() {
        BySender<String> one = new BySender<>();
        one.put(64, "a");
        one.put(3, "b");
        BySender<String> copy = one.copy(each -> each + "'");
        one.remove(64);
        copy.put(63, "c");
        assertThat(one.all()).containsExactly("b");
        assertThat(copy.all()).containsExactly("b'", "c", "a'");
    }

    @Test
    void whoComesToItsEndIsTold() {
        Iterator<String> none = new BySender<String>().all().iterator();
        assertThat(none.hasNext()).isFalse();
        assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
}
