package catallaxy.environment.base.random;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;

/** Each lane against the stream that it stands for. */
class RandomLanesTest {
    private static final int LANES = 7;

    private static RandomStream[] streams(long seed, String path) {
        RandomStream[] streams = new RandomStream[LANES];
        for (int i = 0; i < LANES; i++) {
            streams[i] = RandomStream.of(seed, path + "/" + i);
        }
        return streams;
    }

    @Test
    void everyLaneIsTheStreamOfItsPath() {
        RandomLanes lanes = RandomLanes.of(-5, "a/b", LANES);
        RandomStream[] streams = streams(-5, "a/b");
        long[] words = new long[LANES];
        for (int draw = 0; draw < 50; draw++) {
            lanes.nextLongs(words);
            for (int i = 0; i < LANES; i++) {
                assertThat(words[i]).isEqualTo(streams[i].nextLong());
            }
            int alone = draw % LANES;
            assertThat(lanes.nextDouble(alone)).isEqualTo(streams[alone].nextDouble());
            assertThat(lanes.nextGaussian(alone / 2)).isEqualTo(streams[alone / 2].nextGaussian());
        }
    }

    @Test
    void integersStayBelowTheirBoundAndReachAll() {
        RandomLanes lanes = RandomLanes.of(1, "a", 1);
        int[] counts = new int[9];
        for (int draw = 0; draw < 9_000; draw++) {
            counts[lanes.nextInt(0, 9)]++;
        }
        // Binomial with mean 1000 and standard deviation 29.8.
        for (int count : counts) {
            assertThat(count).isBetween(850, 1150);
        }
    }

    @Test
    void goesOnAfterLoadingWhereItWasSaved() {
        RandomLanes lanes = RandomLanes.of(3, "a", LANES);
        lanes.nextLongs(new long[LANES]);
        lanes.nextLong(2);
        StateWriter out = new StateWriter();
        lanes.save(out);
        StateReader in = new StateReader(out.toBytes());
        RandomLanes loaded = RandomLanes.load(in);
        in.end();
        for (int draw = 0; draw < 10; draw++) {
            for (int i = 0; i < LANES; i++) {
                assertThat(loaded.nextLong(i)).isEqualTo(lanes.nextLong(i));
            }
        }
    }
}
