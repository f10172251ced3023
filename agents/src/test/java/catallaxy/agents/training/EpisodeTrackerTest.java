package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Returns and lengths of episodes, against a list of all that have ended. */
class EpisodeTrackerTest {
    private static final int WORLDS = 3;

    private record Episode(double total, int length) {}

    /** Every world's episodes in the order in which they ended, none forgotten. */
    private static final class AllEpisodes {
        private final List<Episode> ended = new ArrayList<>();
        private final double[] totals = new double[WORLDS];
        private final int[] lengths = new int[WORLDS];

        void observe(VectorStep step) {
            for (int i = 0; i < WORLDS; i++) {
                totals[i] += step.rewards()[i];
                lengths[i]++;
                if (step.terminated()[i] || step.truncated()[i]) {
                    ended.add(new Episode(totals[i], lengths[i]));
                    totals[i] = 0;
                    lengths[i] = 0;
                }
            }
        }

        List<Episode> latest() {
            return ended.subList(Math.max(0, ended.size() - 100), ended.size());
        }
    }

    private static void draw(RandomStream random, VectorStep step) {
        for (int i = 0; i < WORLDS; i++) {
            int end = random.nextInt(8);
            step.rewards()[i] = random.nextGaussian();
            step.terminated()[i] = end == 0;
            step.truncated()[i] = end == 1;
        }
    }

    @Test
    void knowsNoMeanBeforeAnEpisodeHasEnded() {
        EpisodeTracker tracker = new EpisodeTracker(1);
        VectorStep step = new VectorStep(1, 1, 1);
        step.rewards()[0] = 2;
        tracker.observe(step);
        assertThat(tracker.episodes()).isZero();
        assertThat(tracker.meanReturn()).isNaN();
        assertThat(tracker.meanLength()).isNaN();
        step.truncated()[0] = true;
        tracker.observe(step);
        assertThat(tracker.episodes()).isEqualTo(1);
        assertThat(tracker.meanReturn()).isEqualTo(4);
        assertThat(tracker.meanLength()).isEqualTo(2);
    }

    @Test
    void isFullAtAHundredEpisodesAndForgetsTheFirstAtTheNext() {
        EpisodeTracker tracker = new EpisodeTracker(1);
        VectorStep step = new VectorStep(1, 1, 1);
        step.terminated()[0] = true;
        for (int i = 1; i <= 100; i++) {
            assertThat(tracker.isFull()).as("before episode " + i).isFalse();
            step.rewards()[0] = i;
            tracker.observe(step);
        }
        assertThat(tracker.isFull()).isTrue();
        assertThat(tracker.meanReturn()).isEqualTo(50.5);
        step.rewards()[0] = 101;
        tracker.observe(step);
        assertThat(tracker.meanReturn()).isEqualTo(51.5);
    }

    @Test
    void agreesWithAllEpisodesAndGoesOnFromWhatWasSaved() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed, "episodes");
            EpisodeTracker tracker = new EpisodeTracker(WORLDS);
            AllEpisodes all = new AllEpisodes();
            VectorStep step = new VectorStep(WORLDS, 1, 1);
            int saveAt = random.nextInt(300);
            for (int k = 0; k < 300; k++) {
                draw(random, step);
                tracker.observe(step);
                all.observe(step);
                if (k == saveAt) {
                    tracker = reloaded(tracker);
                }
            }
            String as = "seed " + seed + ", saved after step " + saveAt;
            assertThat(tracker.episodes()).as(as).isEqualTo(all.ended.size());
            assertThat(tracker.meanReturn())
                    .as(as)
                    .isCloseTo(
                            all.latest().stream()
                                    .mapToDouble(Episode::total)
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
            assertThat(tracker.meanLength())
                    .as(as)
                    .isCloseTo(
                            all.latest().stream()
                                    .mapToInt(Episode::length)
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
        }
    }

    private static EpisodeTracker reloaded(EpisodeTracker tracker) {
        StateWriter out = new StateWriter();
        tracker.save(out);
        EpisodeTracker other = new EpisodeTracker(WORLDS);
        other.load(new StateReader(out.toBytes()));
        return other;
    }
}
