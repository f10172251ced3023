package catallaxy.agents.contract;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.problem.MountainCarProblem;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.agents.problem.TicTacToeProblem;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LearnerContractTest {
    private static final LearnerContract CONTRACT = new LearnerContract();

    /** Whoever adds an algorithm adds it to the small ones. */
    @Test
    void everyLearnerIsTried() {
        assertThat(SmallLearners.all().stream().<String>map(LearnerSpec::algorithm))
                .containsExactlyElementsOf(SmallLearners.registered());
    }

    private static VectorEnvironment worlds(LearnerSpec<?> spec, int worlds) {
        if (spec.kind().plans()) {
            return new TicTacToeProblem().environment(worlds);
        }
        VectorEnvironment masked =
                new MaskedWorlds(MountainCarProblem.standard().environment(worlds));
        return spec.kind().gives(ActionSpace.of(masked.actionSpec()))
                ? masked
                : PendulumProblem.standard().environment(worlds);
    }

    /** Learners of the spec, each with what is done to it. */
    private static LearnerContract.Subject subject(LearnerSpec<?> spec, UnaryOperator<Learner> spoilt) {
        return new LearnerContract.Subject(
                (worlds, seed, compute) -> spoilt.apply(spec.create(LearningTask.in(worlds, 1_000, seed), compute)),
                count -> worlds(spec, count),
                !spec.algorithm().equals("mcts"));
    }

    @TestFactory
    Stream<DynamicContainer> everyLearnerKeepsIt() {
        Map<String, LearnerContract.Subject> learners = new LinkedHashMap<>();
        SmallLearners.all().forEach(spec -> learners.put(spec.algorithm(), subject(spec, learner -> learner)));
        return CONTRACT.tests(learners);
    }

    /** A sound learner; what is wrong with one overrides a method. */
    private static class Spoilt implements Learner {
        final Learner sound;

        Spoilt(Learner sound) {
            this.sound = sound;
        }

        @Override
        public String algorithm() {
            return sound.algorithm();
        }

        @Override
        public void act(VectorStep now, float[] actions) {
            sound.act(now, actions);
        }

        @Override
        public void observe(VectorStep result) {
            sound.observe(result);
        }

        @Override
        public long steps() {
            return sound.steps();
        }

        @Override
        public boolean atBoundary() {
            return sound.atBoundary();
        }

        @Override
        public BatchPolicy policy() {
            return sound.policy();
        }

        @Override
        public Map<String, Double> metrics() {
            return sound.metrics();
        }

        @Override
        public void save(TensorStore tensors, StateWriter rest) {
            sound.save(tensors, rest);
        }

        @Override
        public void load(TensorStore tensors, StateReader rest) {
            sound.load(tensors, rest);
        }

        @Override
        public void close() {
            sound.close();
        }
    }

    private static List<String> broken(UnaryOperator<Learner> spoilt) {
        return CONTRACT.broken(subject(SmallLearners.all().getFirst(), spoilt));
    }

    @Test
    void aSoundOneInTheSameWrappingBreaksNothing() {
        assertThat(broken(Spoilt::new)).isEmpty();
    }

    /** Takes the first label that is allowed at times that it counts by itself. */
    private static Spoilt counting(Learner sound, AtomicInteger calls) {
        return new Spoilt(sound) {
            @Override
            public void act(VectorStep now, float[] actions) {
                sound.act(now, actions);
                if (calls.incrementAndGet() % 9 == 0) {
                    actions[0] = now.masks()[0] ? 0 : 1;
                }
            }
        };
    }

    @Test
    void chanceFromElsewhereIsSeen() {
        AtomicInteger calls = new AtomicInteger();
        assertThat(broken(sound -> counting(sound, calls))).contains(LearnerContract.SAME_SEED);
    }

    @Test
    void whatIsNotSavedIsSeen() {
        assertThat(broken(sound -> new Spoilt(sound) {
                    private int observed;

                    @Override
                    public void observe(VectorStep result) {
                        result.rewards()[0] += observed++ < 100 ? 1 : 0;
                        sound.observe(result);
                    }
                }))
                .containsExactly(LearnerContract.LOADED);
    }

    @Test
    void masksThatAreIgnoredAreSeen() {
        assertThat(broken(sound -> new Spoilt(sound) {
                    @Override
                    public void act(VectorStep now, float[] actions) {
                        sound.act(now, actions);
                        actions[1] = 0;
                    }
                }))
                .containsExactly(LearnerContract.ALLOWED);
    }

    @Test
    void aLearnerThatLearnsNothingIsSeen() {
        assertThat(broken(sound -> new Spoilt(sound) {
                    @Override
                    public void save(TensorStore tensors, StateWriter rest) {
                        sound.save(new TensorStore(), rest);
                    }
                }))
                .contains(LearnerContract.LEARNS, LearnerContract.LOADED);
    }

    @Test
    void seedsWithoutEffectAreSeen() {
        LearnerContract.Subject sound = subject(SmallLearners.all().getFirst(), learner -> learner);
        assertThat(CONTRACT.broken(new LearnerContract.Subject(
                        (worlds, seed, compute) -> sound.maker().create(worlds, 1, compute), sound.worlds())))
                .containsExactly(LearnerContract.OTHER_SEED);
    }

    @Test
    void aPolicyThatExploresIsSeen() {
        AtomicInteger calls = new AtomicInteger();
        assertThat(broken(sound -> new Spoilt(sound) {
                    @Override
                    public BatchPolicy policy() {
                        return (observations, masks, rows, actions) -> {
                            sound.policy().act(observations, masks, rows, actions);
                            actions[0] = calls.incrementAndGet() % 4 == 0 ? 1 : actions[0];
                        };
                    }
                }))
                .containsExactly(LearnerContract.POLICY);
    }
}
