package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Two learners with clocks of their own in one world: the fast one decides every hour, the slow one every other. */
class SharedCourseTest {
    private static final int HOURS = 4;
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<String> calls = new ArrayList<>();
    private final Days days = new Days();
    private final Counter fast;
    private final Counter slow;

    SharedCourseTest() {
        fast = new Counter("fast", 2, NEVER);
        slow = new Counter("slow", 1, NEVER);
    }

    /** One world, whose episodes are days. */
    private final class Days implements SharedEnvironment {
        private final List<HourlySeat> seats = List.of(new HourlySeat("fast", 1), new HourlySeat("slow", 2));
        private int hour;
        private int day;

        @Override
        public List<HourlySeat> seats() {
            return seats;
        }

        @Override
        public void begin() {
            calls.add("begin");
        }

        @Override
        public void advance() {
            hour = (hour + 1) % HOURS;
            day += hour == 0 ? 1 : 0;
        }

        @Override
        public boolean isWhole() {
            return hour == 0;
        }

        @Override
        public long episodes() {
            return day;
        }

        @Override
        public Map<String, Double> figures() {
            return Map.of("rollout/days", (double) day);
        }

        @Override
        public void save(StateWriter out) {
            out.int32(day);
        }

        @Override
        public void load(StateReader in) {
            day = in.int32();
        }

        /** A seat that is due every so many hours, and at the end of the day. */
        private final class HourlySeat implements SharedEnvironment.LearnerSeat {
            private final String agent;
            private final int every;
            private final VectorStep step = new VectorStep(1, 1, 1);
            private final float[] actions = new float[1];

            HourlySeat(String agent, int every) {
                this.agent = agent;
                this.every = every;
            }

            @Override
            public String agent() {
                return agent;
            }

            @Override
            public ObservationSpec observationSpec() {
                return new ObservationSpec(List.of(new Feature("hour", "h", 0, HOURS)));
            }

            @Override
            public ActionSpec actionSpec() {
                return new ActionSpec(List.of(new ActionComponent.Continuous("move", "1", -1, 1, 0)));
            }

            @Override
            public boolean due() {
                return hour % every == 0;
            }

            @Override
            public VectorStep step() {
                step.observations()[0] = hour;
                return step;
            }

            @Override
            public float[] actions() {
                return actions;
            }
        }
    }

    /** Knows how often it was answered; a boundary every so many answers, and perhaps an end to its sanity. */
    private final class Counter implements Learner {
        private final String name;
        private final int rollout;
        private final int sane;
        private int answers;

        Counter(String name, int rollout, int sane) {
            this.name = name;
            this.rollout = rollout;
            this.sane = sane;
        }

        @Override
        public String algorithm() {
            return "counter";
        }

        @Override
        public void act(VectorStep now, float[] actions) {
            calls.add(name + " acts at " + (int) now.observations()[0]);
        }

        @Override
        public void observe(VectorStep result) {
            answers++;
            calls.add(name + " observes at " + (int) result.observations()[0]);
            if (answers > sane) {
                throw new DivergedException("beyond " + sane);
            }
        }

        @Override
        public long steps() {
            return answers;
        }

        @Override
        public boolean atBoundary() {
            return answers % rollout == 0;
        }

        @Override
        public BatchPolicy policy() {
            return (observations, masks, rows, actions) -> {};
        }

        @Override
        public Map<String, Double> metrics() {
            return Map.of("train/answers", (double) answers);
        }

        @Override
        public void save(TensorStore tensors, StateWriter rest) {
            tensors.put("answers", new float[] {answers}, 1);
            rest.int32(answers);
        }

        @Override
        public void load(TensorStore tensors, StateReader rest) {
            answers = rest.int32();
            assertThat(tensors.get("answers", 1)).containsExactly(answers);
        }

        @Override
        public void close() {}
    }

    /** What is earned is the number of the evaluation. */
    private static final class Both implements Course {
        private final SharedEnvironment worlds;
        private final List<Learner> learners;
        private int evaluations;

        Both(SharedEnvironment worlds, List<Learner> learners) {
            this.worlds = worlds;
            this.learners = learners;
        }

        @Override
        public SharedEnvironment worlds() {
            return worlds;
        }

        @Override
        public List<Learner> learners() {
            return learners;
        }

        @Override
        public Map<String, Double> evaluate(int episodes) {
            return Map.of(MEAN_REWARD, (double) ++evaluations);
        }

        @Override
        public void close() {}
    }

    /** Keeps the latest of what it hears. */
    private static final class Ear implements TrainingListener {
        private final List<Map<String, Double>> figures = new ArrayList<>();
        private final List<Snapshot> snapshots = new ArrayList<>();

        @Override
        public void measured(long steps, Map<String, Double> measured) {
            figures.add(measured);
        }

        @Override
        public void checkpoint(Snapshot snapshot) {
            snapshots.add(snapshot);
        }
    }

    /** Measured every day, of which each has six steps: four of the fast learner and two of the slow one. */
    private static TrainingPlan plan(int forDays, int evaluationEvery) {
        return new TrainingPlan(
                6L * forDays,
                1,
                evaluationEvery > 0 ? 1 : 0,
                new TrainingPlan.Intervals(6, 6L * evaluationEvery, 6),
                new TrainingPlan.Goals(OptionalDouble.empty(), OptionalDouble.empty(), 0));
    }

    @Test
    void eachActsAndObservesAtItsOwnTimesOnly() {
        Trainer.begin(new Both(days, List.of(fast, slow)), plan(1, 0), new Ear())
                .run(() -> false);
        assertThat(calls)
                .containsExactly(
                        "begin",
                        "fast acts at 0",
                        "slow acts at 0",
                        "fast observes at 1",
                        "fast acts at 1",
                        "fast observes at 2",
                        "slow observes at 2",
                        "fast acts at 2",
                        "slow acts at 2",
                        "fast observes at 3",
                        "fast acts at 3",
                        "fast observes at 0",
                        "slow observes at 0");
    }

    @Test
    void figuresAndTensorsBearTheNameOfTheirAgent() {
        Ear ear = new Ear();
        Trainer.begin(new Both(days, List.of(fast, slow)), plan(3, 2), ear).run(() -> false);
        assertThat(ear.figures).hasSize(3);
        assertThat(ear.figures.get(1))
                .containsEntry("fast/train/answers", 8.0)
                .containsEntry("slow/train/answers", 4.0)
                .containsEntry("rollout/days", 2.0)
                .containsEntry("eval/mean_reward", 1.0)
                .containsEntry("eval/best_mean_reward", 1.0);
        assertThat(ear.figures.getFirst()).doesNotContainKey("eval/mean_reward");
        assertThat(ear.figures.getLast()).containsEntry("eval/mean_reward", 2.0);
        Snapshot last = ear.snapshots.getLast();
        assertThat(last.tensors().names()).containsExactly("fast/answers", "slow/answers");
        assertThat(last.progress().end()).isEqualTo(TrainingEnd.STEPS);
        assertThat(last.progress().episodes()).isEqualTo(3);
    }

    @Test
    void nothingIsDueUntilTheWorldsAreWholeAndNobodyIsInTheMiddleOfARollout() {
        Counter halting = new Counter("halting", 4, NEVER);
        Ear ear = new Ear();
        Trainer.begin(new Both(days, List.of(fast, halting)), plan(4, 0), ear).run(() -> false);
        assertThat(ear.snapshots).extracting(each -> each.progress().steps()).containsExactly(12L, 24L);
        assertThat(ear.figures).hasSize(2);
    }

    @Test
    void aRunThatGoesOnDoesWhatTheWholeOneDid() {
        Ear whole = new Ear();
        Trainer.begin(new Both(days, List.of(fast, slow)), plan(5, 0), whole).run(() -> false);
        Days others = new Days();
        Ear rest = new Ear();
        List<Learner> restarted = List.of(new Counter("fast", 2, NEVER), new Counter("slow", 1, NEVER));
        Trainer.resume(new Both(others, restarted), plan(5, 0), rest, whole.snapshots.get(1))
                .run(() -> false);
        assertThat(rest.figures).isEqualTo(whole.figures.subList(2, 5));
        assertThat(rest.snapshots.getLast().state())
                .isEqualTo(whole.snapshots.getLast().state());
    }

    @Test
    void whoseLearnerDivergedIsSaid() {
        Course course = new Both(days, List.of(fast, new Counter("slow", 1, 3)));
        assertThatThrownBy(() -> Trainer.begin(course, plan(5, 0), new Ear()).run(() -> false))
                .isInstanceOf(DivergedException.class)
                .hasMessage("slow: beyond 3");
    }

    @Test
    void namesOfSeveralSeatsBeginWithTheAgent() {
        Course course = new Both(days, List.of(fast, slow));
        assertThat(course.featureNames()).containsExactly("fast/hour", "slow/hour");
        assertThat(course.actionNames()).containsExactly("fast/move", "slow/move");
    }
}
