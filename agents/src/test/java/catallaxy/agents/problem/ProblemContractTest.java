package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Feature;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every problem promises, played with random actions over several episodes of each world. */
class ProblemContractTest {
    private static final int WORLDS = 5;
    private static final int STEPS = 1_200;

    static List<ProblemSpec> problems() {
        return List.of(
                CarteaJaimungalProblem.standard(),
                new CarteaJaimungalProblem(100, 1, 0.1, 0.01, 1, 0.01, 1, 1),
                AvellanedaStoikovProblem.standard(),
                new AvellanedaStoikovProblem(0.5, 2, 1.5, 140, 0.005, 1, 100, 1),
                MertonCostsProblem.standard(),
                MertonProblem.standard(),
                DeleveragingProblem.standard(),
                CartPoleProblem.standard(),
                PendulumProblem.standard(),
                AcrobotProblem.standard(),
                MountainCarProblem.standard());
    }

    /** Whoever adds a problem adds it here. */
    @Test
    void everyProblemIsPlayed() {
        Class<?>[] all = ProblemSpec.class.getPermittedSubclasses();
        assertThat(problems().stream().<Class<?>>map(Object::getClass)).contains(all);
        assertThat(problems().stream().map(ProblemSpec::problem).distinct()).hasSize(all.length);
    }

    /** Everything that world {@code world} of {@code environment} answers to its own stream of random actions. */
    private static List<Object> course(VectorEnvironment environment, int world, long seed, int steps) {
        VectorStep step = VectorStep.of(environment);
        Actors actors = new Actors(environment, seed);
        List<Object> course = new ArrayList<>();
        environment.reset(seed, step);
        for (int t = 0; t < steps; t++) {
            course.add(observation(step, world));
            environment.step(actors.next(step), step);
            course.add(step.rewards()[world]);
            course.add(step.ended(world));
        }
        return course;
    }

    private static List<Float> observation(VectorStep step, int world) {
        return row(step.observations(), step.features(), world);
    }

    private static List<Float> row(float[] values, int width, int world) {
        List<Float> row = new ArrayList<>();
        for (int f = 0; f < width; f++) {
            row.add(values[world * width + f]);
        }
        return row;
    }

    /** One random policy for each world. */
    private static final class Actors {
        private final List<BatchPolicy> policies = new ArrayList<>();
        private final float[] actions;
        private final int size;

        Actors(VectorEnvironment environment, long seed) {
            size = environment.actionSpec().size();
            actions = new float[environment.worlds() * size];
            for (int i = 0; i < environment.worlds(); i++) {
                policies.add(Episodes.random(environment.actionSpec(), seed + 1000L * i));
            }
        }

        float[] next(VectorStep step) {
            for (int i = 0; i < policies.size(); i++) {
                float[] one = new float[size];
                int m = step.maskSize();
                boolean[] mask = Arrays.copyOfRange(step.masks(), i * m, (i + 1) * m);
                policies.get(i).act(new float[0], mask, 1, one);
                System.arraycopy(one, 0, actions, i * size, size);
            }
            return actions;
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void sameSeedGivesTheSameCourse(ProblemSpec problem) {
        List<Object> course = course(problem.environment(WORLDS), 1, 7, STEPS);
        assertThat(course(problem.environment(WORLDS), 1, 7, STEPS)).isEqualTo(course);
        assertThat(course(problem.environment(WORLDS), 1, 8, STEPS)).isNotEqualTo(course);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void worldsDoNotDependOnTheirNumber(ProblemSpec problem) {
        for (int world = 0; world < 3; world++) {
            List<Object> course = course(problem.environment(WORLDS), world, 7, STEPS);
            assertThat(course(problem.environment(world + 1), world, 7, STEPS)).isEqualTo(course);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void worldsDiffer(ProblemSpec problem) {
        List<Object> course = course(problem.environment(WORLDS), 0, 7, STEPS);
        assertThat(course(problem.environment(WORLDS), 1, 7, STEPS)).isNotEqualTo(course);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void resetForgetsWhatWasBefore(ProblemSpec problem) {
        VectorEnvironment used = problem.environment(WORLDS);
        course(used, 0, 3, 37);
        assertThat(course(used, 2, 7, STEPS)).isEqualTo(course(problem.environment(WORLDS), 2, 7, STEPS));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void goesOnAfterLoadingAsIfNothingHadHappened(ProblemSpec problem) {
        VectorEnvironment saved = problem.environment(WORLDS);
        VectorStep here = VectorStep.of(saved);
        Actors actors = new Actors(saved, 7);
        saved.reset(7, here);
        for (int t = 0; t < 157; t++) {
            saved.step(actors.next(here), here);
        }
        StateWriter out = new StateWriter();
        saved.save(out);
        VectorEnvironment loaded = problem.environment(WORLDS);
        StateReader in = new StateReader(out.toBytes());
        loaded.load(in);
        in.end();
        VectorStep there = VectorStep.of(loaded);
        for (int t = 0; t < STEPS; t++) {
            float[] actions = actors.next(here);
            saved.step(actions, here);
            loaded.step(actions, there);
            assertThat(there.observations()).isEqualTo(here.observations());
            assertThat(there.next()).isEqualTo(here.next());
            assertThat(there.masks()).isEqualTo(here.masks());
            assertThat(there.rewards()).isEqualTo(here.rewards());
            assertThat(there.terminated()).isEqualTo(here.terminated());
            assertThat(there.truncated()).isEqualTo(here.truncated());
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void staysInsideItsBoundsAndEndsEpisodesOneWay(ProblemSpec problem) {
        VectorEnvironment environment = problem.environment(WORLDS);
        VectorStep step = VectorStep.of(environment);
        Actors actors = new Actors(environment, 9);
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
                    assertThat(observation(step, i)).isEqualTo(row(step.next(), step.features(), i));
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
                fail(feature + ": found " + rows[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyChoiceThatIsOfferedLeavesOne(ProblemSpec problem) {
        VectorEnvironment environment = problem.environment(WORLDS);
        VectorStep step = VectorStep.of(environment);
        Actors actors = new Actors(environment, 9);
        environment.reset(9, step);
        List<ActionComponent> components = environment.actionSpec().components();
        for (int t = 0; t < STEPS; t++) {
            environment.step(actors.next(step), step);
            if (components.getFirst() instanceof ActionComponent.Discrete) {
                for (int i = 0; i < WORLDS; i++) {
                    int m = step.maskSize();
                    boolean[] mask = Arrays.copyOfRange(step.masks(), i * m, (i + 1) * m);
                    assertThat(mask).contains(true);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void refusesToStepBeforeItBeginsAndActionsOfAnotherSize(ProblemSpec problem) {
        VectorEnvironment environment = problem.environment(WORLDS);
        VectorStep step = VectorStep.of(environment);
        float[] actions = new float[WORLDS * environment.actionSpec().size()];
        assertThatThrownBy(() -> environment.step(actions, step)).isInstanceOf(IllegalStateException.class);
        environment.reset(1, step);
        float[] short1 = new float[actions.length - 1];
        assertThatThrownBy(() -> environment.step(short1, step)).isInstanceOf(IllegalArgumentException.class);
    }
}
