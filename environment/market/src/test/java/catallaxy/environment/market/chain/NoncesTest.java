package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The counts of each sender's transactions. */
final class NoncesTest {
    private static Nonces restored(Nonces nonces) {
        StateWriter out = new StateWriter();
        nonces.save(out);
        StateReader in = new StateReader(out.toBytes());
        Nonces loaded = Nonces.load(in);
        in.end();
        return loaded;
    }

    @Test
    void followAMapOfCountsOverSeeds() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed, "test/nonces");
            Nonces nonces = new Nonces();
            TreeMap<Integer, Long> counts = new TreeMap<>();
            for (int step = 0; step < 500; step++) {
                int sender = random.nextInt(60);
                long known = counts.getOrDefault(sender, 0L);
                if (known > 0 && random.nextInt(3) == 0) {
                    nonces.retreat(sender);
                    counts.put(sender, known - 1);
                } else {
                    assertThat(nonces.advance(sender)).as("seed %d", seed).isEqualTo(known + 1);
                    counts.put(sender, known + 1);
                }
                nonces = step % 100 == 40 ? restored(nonces) : step % 100 == 80 ? nonces.copy() : nonces;
                int asked = random.nextInt(80);
                assertThat(nonces.next(asked))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(counts.getOrDefault(asked, 0L));
            }
        }
    }

    @Test
    void whoHasSentNothingBeginsAtZeroHoweverManyThereAre() {
        Nonces nonces = new Nonces();
        assertThat(nonces.next(Integer.MAX_VALUE)).isZero();
        assertThat(nonces.advance(1_000)).isEqualTo(1);
        assertThat(nonces.next(999)).isZero();
    }

    @Test
    void aCopyIsIndependent() {
        Nonces nonces = new Nonces();
        nonces.advance(3);
        Nonces copy = nonces.copy();
        nonces.advance(3);
        copy.retreat(3);
        assertThat(nonces.next(3)).isEqualTo(2);
        assertThat(copy.next(3)).isZero();
    }
}
