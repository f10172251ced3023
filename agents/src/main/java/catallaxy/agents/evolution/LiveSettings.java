package catallaxy.agents.evolution;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.space.Parameter;
import catallaxy.evolution.space.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which settings may change while a learner lives. A living learner gets other settings by being saved, and loaded by a new learner
 * that has them. So a setting may change where learners with different values of it save tensors of the same names and shapes, states
 * of the same length, and remember equally many transitions: learning rates, coefficients, ranges, discounts, sizes of batches and
 * rollouts may; widths of layers, what is learned beside weights, steps of a return that are still open, and the size of a memory
 * may not. What a learner remembers is not made anew: returns of several steps in a memory stay discounted as they were.
 */
final class LiveSettings {
    private LiveSettings() {}

    /** What must not change. */
    private record Build(List<String> tensors, int stateBytes, int memory) {
        static Build of(LearnerSpec<?> spec, Learner learner) {
            TensorStore tensors = new TensorStore();
            StateWriter rest = new StateWriter();
            learner.save(tensors, rest);
            List<String> shapes = tensors.names().stream()
                    .map(name -> name + Arrays.toString(tensors.tensor(name).shape()))
                    .sorted()
                    .toList();
            return new Build(shapes, rest.size(), spec.bufferSize());
        }

        /** What differs first, in words. */
        String change(Build other) {
            List<String> differing = new ArrayList<>(tensors);
            differing.removeAll(other.tensors);
            if (!tensors.equals(other.tensors)) {
                return "the learner's tensors" + (differing.isEmpty() ? "" : ", such as " + differing.getFirst());
            }
            return memory == other.memory ? "what the learner saves of its state" : "the size of the learner's memory";
        }
    }

    /**
     * What a space would have to be that may change; tries each parameter at both ends of it, and each word of a choice, the others
     * being in the middle.
     *
     * @param create makes a learner; it is closed here
     * @return words that follow "expected"; empty where all may change
     */
    static Optional<String> rigid(
            ParameterSpace space, LearnerSettings settings, Function<LearnerSpec<?>, Learner> create) {
        double[] middle = new double[space.size()];
        Arrays.fill(middle, 0.5);
        Build common = build(space, middle, settings, create);
        for (int i = 0; i < middle.length; i++) {
            for (double place : places(space.parameters().get(i))) {
                double[] point = middle.clone();
                point[i] = place;
                Build other = build(space, point, settings, create);
                if (!other.equals(common)) {
                    String name = space.parameters().get(i).name();
                    return Optional.of("settings that may change while a learner lives, but " + name + " changes "
                            + common.change(other));
                }
            }
        }
        return Optional.empty();
    }

    private static double[] places(Parameter parameter) {
        return parameter instanceof Parameter.Choice choice
                ? IntStream.range(0, choice.words().size())
                        .mapToDouble(choice::place)
                        .toArray()
                : new double[] {0, 1};
    }

    private static Build build(
            ParameterSpace space, double[] point, LearnerSettings settings, Function<LearnerSpec<?>, Learner> create) {
        LearnerSpec<?> spec = settings.with(space.settings(point));
        try (Learner learner = create.apply(spec)) {
            return Build.of(spec, learner);
        }
    }
}
