package catallaxy.agents.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.Feature;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** What every vector environment promises, played with random actions over several episodes of each world. */
final class EnvironmentContract extends Contract<IntFunction<VectorEnvironment>> {
    static final String SAME_SEED = "the same seed gives the same course";
    static final String OTHER_SEED = "another seed, or another world, gives another course";
    static final String NUMBER = "a world does not depend on the number of worlds";
    static final String RESET = "reset forgets what was before";
    static final String LOADED = "a loaded environment has the future of the one that was saved";
    static final String BOUNDS = "observations stay inside their bounds, and episodes end one way";
    static final String MASKS = "a choice that is offered leaves a label";
    static final String REFUSALS = "steps before the reset and actions of another size are refused";

    private static final int WORLDS = 5;
    private static final int STEPS = 1_200;

    EnvironmentContract() {
        promise(
                SAME_SEED,
                maker -> assertThat(course(maker.apply(WORLDS), 1, 7)).isEqualTo(course(maker.apply(WORLDS), 1, 7)));
        promise(OTHER_SEED, EnvironmentContract::coursesDiffer);
        promise(NUMBER, EnvironmentContract::worldsStandAlone);
        promise(RESET, EnvironmentContract::resetForgets);
        promise(LOADED, EnvironmentContract::goesOnAfterLoading);
        promise(BOUNDS, EnvironmentContract::staysInside);
        promise(MASKS, maker -> course(maker.apply(WORLDS), 0, 9));
        promise(REFUSALS, EnvironmentContract::refuses);
    }

    /** Everything that the world answers to its own stream of random actions. */
    private static List<Object> course(VectorEnvironment environment, int world, long seed) {
        VectorStep step = VectorStep.of(environment);
        RandomActions actions = new RandomActions(environment, seed);
        List<Object> course = new ArrayList<>();
        environment.reset(seed, step);
        for (int t = 0; t < STEPS; t++) {
            course.add(row(step.observations(), step.features(), world));
            environment.step(actions.next(step), step);
            course.add(step.rewards()[world]);
            course.add(step.ended(world));
        }
        return course;
    }

    private static List<Float> row(float[] values, int width, int world) {
        List<Float> row = new ArrayList<>();
        for (int f = 0; f < width; f++) {
            row.add(values[world * width + f]);
        }
        return row;
    }

    private static void coursesDiffer(IntFunction<VectorEnvironment> maker) {
        List<Object> course = course(maker.apply(WORLDS), 1, 7);
        assertThat(course(maker.apply(WORLDS), 1, 8)).isNotEqualTo(course);
        assertThat(course(maker.apply(WORLDS), 0, 7)).isNotEqualTo(course);
    }

    private static void worldsStandAlone(IntFunction<VectorEnvironment> maker) {
        for (int world = 0; world < 3; world++) {
            assertThat(course(maker.apply(world + 1), world, 7)).isEqualTo(course(maker.apply(WORLDS), world, 7));
        }
    }

    private static void resetForgets(IntFunction<VectorEnvironment> maker) {
        VectorEnvironment used = maker.apply(WORLDS);
        course(used, 0, 3);
        assertThat(course(used, 2, 7)).isEqualTo(course(maker.apply(WORLDS), 2, 7));
    }

    private static void goesOnAfterLoading(IntFunction<VectorEnvironment> maker) {
        VectorEnvironment saved = maker.apply(WORLDS);
        VectorStep here = VectorStep.of(saved);
        RandomActions actors = new RandomActions(saved, 7);
        saved.reset(7, here);
        for (int t = 0; t < 157; t++) {
            saved.step(actors.next(here), here);
        }
        VectorEnvironment loaded = maker.apply(WORLDS);
        StateWriter out = new StateWriter();
        saved.save(out);
        StateReader in = new StateReader(out.toBytes());
        loaded.load(in);
        in.end();
        VectorStep there = VectorStep.of(loaded);
        for (int t = 0; t < STEPS; t++) {
            float[] actions = actors.next(here);
            saved.step(actions, here);
            loaded.step(actions, there);
            assertSame(here, there);
        }
    }

    private static void assertSame(VectorStep here, VectorStep there) {
        assertThat(there.observations()).isEqualTo(here.observations());
        assertThat(there.next()).isEqualTo(here.next());
        assertThat(there.masks()).isEqualTo(here.masks());
        assertThat(there.rewards()).isEqualTo(here.rewards());
        assertThat(there.terminated()).isEqualTo(here.terminated());
        assertThat(there.truncated()).isEqualTo(here.truncated());
    }

    private static void staysInside(IntFunction<VectorEnvironment> maker) {
        VectorEnvironment environment = maker.apply(WORLDS);
        VectorStep step = VectorStep.of(environment);
        RandomActions actors = new RandomActions(environment, 9);
        environment.reset(9, step);
        int ended = 0;
        for (int t = 0; t < STEPS; t++) {
            environment.step(actors.next(step), step);
            assertInside(environment, step.observations());
            assertInside(environment, step.next());
            for (int i = 0; i < WORLDS; i++) {
                assertThat(step.rewards()[i]).isFinite();
                assertThat(step.terminated()[i] && step.truncated()[i]).isFalse();
                ended += step.ended(i) ? 1 : 0;
                if (!step.ended(i)) {
                    assertThat(row(step.next(), step.features(), i))
                            .isEqualTo(row(step.observations(), step.features(), i));
                }
            }
        }
        assertThat(ended).isGreaterThanOrEqualTo(2 * WORLDS);
    }

    private static void assertInside(VectorEnvironment environment, float[] rows) {
        List<Feature> features = environment.observationSpec().features();
        for (int i = 0; i < rows.length; i++) {
            Feature feature = features.get(i % features.size());
            if (!(rows[i] >= feature.low() && rows[i] <= feature.high())) {
                throw new AssertionError(feature + ": found " + rows[i]);
            }
        }
    }

    private static void refuses(IntFunction<VectorEnvironment> maker) {
        VectorEnvironment environment = maker.apply(WORLDS);
        VectorStep step = VectorStep.of(environment);
        float[] actions = new float[WORLDS * environment.actionSpec().size()];
        assertThatThrownBy(() -> environment.step(actions, step)).isInstanceOf(IllegalStateException.class);
        environment.reset(1, step);
        assertThatThrownBy(() -> environment.step(Arrays.copyOf(actions, actions.length - 1), step))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
