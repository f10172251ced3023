package catallaxy.agents.contract;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What every learner promises, through many updates. */
final class LearnerContract extends Contract<LearnerContract.Subject> {
    static final String SAME_SEED = "the same seed gives the same training, to the last bit";
    static final String OTHER_SEED = "another seed gives another training";
    static final String LEARNS = "what is learned changes";
    static final String LOADED = "a loaded learner has the future of the one that was saved";
    static final String ALLOWED = "actions keep to their bounds and masks";
    static final String POLICY = "its policy keeps to the contract of policies";

    private static final int WORLDS = 4;
    private static final int STEPS = 160;

    /** A learner at its beginning. */
    interface Maker {
        Learner create(VectorEnvironment environment, long seed, Compute compute);
    }

    /**
     * Learners, and worlds that they can learn in.
     *
     * @param learns false for one that plans and has nothing to learn
     */
    record Subject(Maker maker, IntFunction<VectorEnvironment> worlds, boolean learns) {
        Subject(Maker maker, IntFunction<VectorEnvironment> worlds) {
            this(maker, worlds, true);
        }
    }

    LearnerContract() {
        promise(SAME_SEED, subject -> assertThat(training(subject, 5)).isEqualTo(training(subject, 5)));
        promise(OTHER_SEED, subject -> assertThat(training(subject, 5)).isNotEqualTo(training(subject, 6)));
        promise(LEARNS, LearnerContract::learns);
        promise(LOADED, LearnerContract::goesOnAfterLoading);
        promise(ALLOWED, LearnerContract::keepsToBoundsAndMasks);
        promise(POLICY, LearnerContract::policyIsOne);
    }

    /** A learner at work in worlds of its own. */
    private static final class Course implements AutoCloseable {
        private final Compute compute = Compute.open(DeviceChoice.CPU, 1);
        private final VectorEnvironment worlds;
        private final Learner learner;
        private final VectorStep step;
        private final float[] actions;

        Course(Subject subject, long seed) {
            worlds = subject.worlds().apply(WORLDS);
            learner = subject.maker().create(worlds, seed, compute);
            step = VectorStep.of(worlds);
            actions = new float[WORLDS * worlds.actionSpec().size()];
            worlds.reset(11, step);
        }

        /** All actions on the way. */
        List<Float> train(int steps) {
            List<Float> taken = new ArrayList<>();
            for (int t = 0; t < steps; t++) {
                learner.act(step, actions);
                for (float action : actions) {
                    taken.add(action);
                }
                worlds.step(actions, step);
                learner.observe(step);
            }
            return taken;
        }

        TensorStore tensors() {
            TensorStore tensors = new TensorStore();
            learner.save(tensors, new StateWriter());
            return tensors;
        }

        @Override
        public void close() {
            learner.close();
            compute.close();
        }
    }

    private static List<List<Float>> training(Subject subject, long seed) {
        try (Course course = new Course(subject, seed)) {
            return List.of(course.train(STEPS), values(course.tensors()));
        }
    }

    private static List<Float> values(TensorStore tensors) {
        List<Float> values = new ArrayList<>();
        for (String name : tensors.names()) {
            for (float value : tensors.tensor(name).values()) {
                values.add(value);
            }
        }
        return values;
    }

    private static void learns(Subject subject) {
        try (Course course = new Course(subject, 5)) {
            List<Float> before = values(course.tensors());
            course.train(STEPS);
            assertThat(values(course.tensors()).equals(before)).isEqualTo(!subject.learns());
        }
    }

    private static void goesOnAfterLoading(Subject subject) {
        try (Course saved = new Course(subject, 5);
                Course loaded = new Course(subject, 99)) {
            saved.train(STEPS / 2);
            assertThat(saved.learner.atBoundary()).isTrue();
            TensorStore tensors = new TensorStore();
            StateWriter out = new StateWriter();
            saved.learner.save(tensors, out);
            saved.worlds.save(out);
            saved.step.save(out);
            StateReader in = new StateReader(out.toBytes());
            loaded.learner.load(tensors, in);
            loaded.worlds.load(in);
            loaded.step.load(in);
            in.end();
            assertThat(loaded.learner.steps()).isEqualTo(saved.learner.steps());
            assertThat(loaded.train(STEPS)).isEqualTo(saved.train(STEPS));
            assertThat(values(loaded.tensors())).isEqualTo(values(saved.tensors()));
        }
    }

    private static void keepsToBoundsAndMasks(Subject subject) {
        try (Course course = new Course(subject, 5)) {
            for (int t = 0; t < STEPS; t++) {
                boolean[] masks = course.step.masks().clone();
                course.learner.act(course.step, course.actions);
                assertThat(RandomActions.complaints(course.worlds, course.step, course.actions))
                        .isEmpty();
                assertThat(course.step.masks()).isEqualTo(masks);
                course.worlds.step(course.actions, course.step);
                course.learner.observe(course.step);
            }
        }
    }

    private static void policyIsOne(Subject subject) {
        try (Course course = new Course(subject, 5)) {
            course.train(STEPS);
            List<Float> learned = values(course.tensors());
            PolicyContract.Subject policy = new PolicyContract.Subject(
                    course.learner::policy, () -> subject.worlds().apply(WORLDS));
            assertThat(new PolicyContract(false).broken(policy)).isEmpty();
            assertThat(values(course.tensors())).as("after acting").isEqualTo(learned);
        }
    }
}
