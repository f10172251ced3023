package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final long SEED = 7;
    private static final int WORLDS = 3;

    /** Keeps all that it hears. */
    private static final class Log implements TrainingListener {
        final List<Long> steps = new ArrayList<>();
        final List<Map<String, Double>> figures = new ArrayList<>();
        final List<Snapshot> snapshots = new ArrayList<>();

        @Override
        public void measured(long now, Map<String, Double> measured) {
            steps.add(now);
            figures.add(measured);
        }

        @Override
        public void checkpoint(Snapshot snapshot) {
            snapshots.add(snapshot);
        }
    }

    /** Draws its exploration anew after a restart: the fault that resuming must not have. */
    private static final class Forgetful extends CoinLearner {
        Forgetful() {
            super(SEED);
        }

        @Override
        public void load(TensorStore tensors, StateReader rest) {
            super.load(tensors, rest);
            act(new VectorStep(1, 1, 2), new float[1]);
        }
    }

    private static final TrainingPlan.Goals NO_GOALS =
            new TrainingPlan.Goals(OptionalDouble.empty(), OptionalDouble.empty(), 0);

    private static TrainingPlan plan(long steps, int episodes, long evaluationEvery, TrainingPlan.Goals goals) {
        return new TrainingPlan(steps, WORLDS, episodes, new TrainingPlan.Intervals(60, evaluationEvery, 450), goals);
    }

    private static Course course(CoinLearner learner) {
        return new ProblemCourse(learner, CoinWorlds::new, WORLDS, SEED);
    }

    private static TrainingPlan plan(long steps) {
        return plan(steps, 20, 300, NO_GOALS);
    }

    private static Log whole(TrainingPlan plan) {
        Log log = new Log();
        Trainer.begin(course(new CoinLearner(SEED)), plan, log).run(() -> false);
        return log;
    }

    @Test
    void resumingFromAnyCheckpointEndsInTheSameBits() {
        Log whole = whole(plan(3000));
        byte[] end = Safetensors.write(whole.snapshots.getLast().tensors());
        assertThat(whole.snapshots).hasSizeGreaterThan(6);
        for (Snapshot from : whole.snapshots) {
            Log rest = resumed(new CoinLearner(SEED), from);
            if (from.progress().steps() < 3000) {
                Snapshot last = rest.snapshots.getLast();
                assertThat(last.state()).isEqualTo(whole.snapshots.getLast().state());
                assertThat(Safetensors.write(last.tensors())).isEqualTo(end);
                assertThat(rest.figures)
                        .isEqualTo(whole.figures.subList(
                                whole.figures.size() - rest.figures.size(), whole.figures.size()));
            } else {
                assertThat(rest.figures).isEmpty();
            }
        }
    }

    /** Which a checkpoint may hold behind its worlds: three times at which something is due, and how far training had come. */
    @Test
    void whatFollowsFromTheManifestMayStandInTheStateToo() {
        Log whole = whole(plan(3000));
        Snapshot from = whole.snapshots.getFirst();
        StateWriter more = new StateWriter();
        more.int64(60).int64(300).int64(450).int64(300).int64(7).float64(1).float64(1);
        more.int64(300).int32(0).text("running");
        byte[] state = Arrays.copyOf(from.state(), from.state().length + more.toBytes().length);
        System.arraycopy(more.toBytes(), 0, state, from.state().length, more.toBytes().length);
        Log rest = resumed(new CoinLearner(SEED), new Snapshot(from.progress(), from.tensors(), state));
        assertThat(rest.snapshots.getLast().state())
                .isEqualTo(whole.snapshots.getLast().state());
        byte[] broken = Arrays.copyOf(from.state(), from.state().length + 3);
        assertThatThrownBy(() -> resumed(new CoinLearner(SEED), new Snapshot(from.progress(), from.tensors(), broken)))
                .isInstanceOf(CorruptStateException.class);
    }

    @Test
    void aLearnerThatForgetsItsRandomStreamIsNoticed() {
        Log whole = whole(plan(3000));
        Log rest = resumed(new Forgetful(), whole.snapshots.getFirst());
        assertThat(rest.snapshots.getLast().state())
                .isNotEqualTo(whole.snapshots.getLast().state());
    }

    @Test
    void anInterruptionSavesAtTheNextBoundaryAndChangesNothing() {
        Log whole = whole(plan(3000));
        for (int asked = 1; asked < 40; asked += 3) {
            int[] left = {asked};
            Log log = new Log();
            Trainer first = Trainer.begin(course(new CoinLearner(SEED)), plan(3000), log);
            assertThat(first.run(() -> --left[0] == 0)).isEqualTo(TrainingEnd.NOT_YET);
            Snapshot saved = log.snapshots.getLast();
            assertThat(saved.progress().steps()).isEqualTo(asked * 5L * WORLDS);
            Log rest = resumed(new CoinLearner(SEED), saved);
            assertThat(rest.snapshots.getLast().state())
                    .isEqualTo(whole.snapshots.getLast().state());
            log.steps.addAll(rest.steps);
            assertThat(log.steps).isEqualTo(whole.steps);
        }
    }

    private static Log resumed(CoinLearner learner, Snapshot from) {
        Log log = new Log();
        Trainer.resume(course(learner), plan(3000), log, from).run(() -> false);
        return log;
    }

    @Test
    void measuresEvaluatesAndSavesWhereThatIsDue() {
        Log log = whole(plan(1000));
        assertThat(log.steps).startsWith(60L, 120L, 180L, 240L, 300L).endsWith(1005L);
        assertThat(log.figures.get(3)).doesNotContainKey("eval/mean_reward");
        assertThat(log.figures.get(4))
                .containsKeys("eval/mean_reward", "rollout/ep_rew_mean", "rollout/ep_len_mean", "train/worth");
        assertThat(log.snapshots).extracting(each -> each.progress().steps()).contains(450L, 900L, 1005L);
        assertThat(log.snapshots.getLast().progress().end()).isEqualTo(TrainingEnd.STEPS);
    }

    @Test
    void learnsTheCoin() {
        Log log = whole(plan(3000));
        double mean = log.figures.getLast().getOrDefault("eval/mean_reward", Double.NaN);
        double length = log.figures.getLast().getOrDefault("eval/mean_ep_length", Double.NaN);
        assertThat(mean / length).isCloseTo(0.7, within(4 * Math.sqrt(0.21 / (20 * length))));
    }

    @Test
    void endsAtTheTargetOfTheRollouts() {
        TrainingPlan plan =
                plan(100_000, 0, 0, new TrainingPlan.Goals(OptionalDouble.empty(), OptionalDouble.of(5), 0));
        Snapshot last = whole(plan).snapshots.getLast();
        assertThat(last.progress().end()).isEqualTo(TrainingEnd.TARGET);
        assertThat(last.progress().steps()).isLessThan(20_000);
        assertThat(last.progress().episodes()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void endsAtTheTargetOfAnEvaluationAndWhenNothingImproves() {
        TrainingPlan target =
                plan(100_000, 20, 300, new TrainingPlan.Goals(OptionalDouble.of(3), OptionalDouble.empty(), 0));
        assertThat(whole(target).snapshots.getLast().progress().end()).isEqualTo(TrainingEnd.TARGET);
        TrainingPlan patient =
                plan(100_000, 20, 300, new TrainingPlan.Goals(OptionalDouble.empty(), OptionalDouble.empty(), 4));
        TrainingProgress progress = whole(patient).snapshots.getLast().progress();
        assertThat(progress.end()).isEqualTo(TrainingEnd.PATIENCE);
        assertThat(progress.steps() - progress.bestSteps()).isEqualTo(4 * 300);
    }

    /** A policy whose actions are no numbers earns none: nothing is measured or saved of it. */
    @Test
    void anEvaluationThatEarnsNoNumberEndsTheTraining() {
        for (double earned : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Log log = new Log();
            Course course = new Course() {
                private final Course sound = course(new CoinLearner(SEED));

                @Override
                public SharedEnvironment worlds() {
                    return sound.worlds();
                }

                @Override
                public List<? extends Learner> learners() {
                    return sound.learners();
                }

                @Override
                public Map<String, Double> evaluate(int episodes) {
                    return Map.of(Course.MEAN_REWARD, earned);
                }

                @Override
                public void close() {
                    sound.close();
                }
            };
            Trainer trainer = Trainer.begin(course, plan(3000), log);
            assertThatThrownBy(() -> trainer.run(() -> false))
                    .isInstanceOf(DivergedException.class)
                    .hasMessage("an evaluation earned " + earned + " at step 300");
            assertThat(log.snapshots).isEmpty();
        }
    }
}
