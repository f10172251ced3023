package catallaxy.scenarios.file.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.LearnerKind;
import catallaxy.agents.training.LearnerKinds;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.setting.Key;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LearnerTemplateTest {
    private static final LearnerKind<?> CROSS_ENTROPY =
            LearnerKinds.registered().kind("cross-entropy").orElseThrow();

    record Depths(
            @Key(initial = "[8, 8]", meaning = "Widths.") List<Integer> hidden) {}

    record Every(
            @Key(initial = "5 m", range = "1 s to 1 h", meaning = "How long it looks back.")
            long windowNanos,

            @Key(initial = "none", meaning = "Where it stops.")
            OptionalDouble goal,

            @Key(initial = "tanh", meaning = "Of the layers.")
            Activation activation,

            @Key(meaning = "Which file it begins with.") String file,
            Depths depths) {}

    record Silent(@Key(initial = "1", meaning = "Said.") int said, double unsaid) {}

    record Kind<C extends Record>(String name, Class<C> config) implements LearnerKind<C> {
        @Override
        public Optional<String> summary() {
            return Optional.empty();
        }

        @Override
        public boolean gives(ActionSpace actions) {
            return false;
        }

        @Override
        public Learner create(C settings, LearningTask task, Compute compute) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public BatchPolicy policy(C settings, TensorStore tensors, int features, ActionSpec actions) {
            throw new UnsupportedOperationException(name);
        }
    }

    @Test
    void eachComponentSaysItsKeyWithItsType() {
        assertThat(LearnerTemplate.of(CROSS_ENTROPY, "A learner"))
                .startsWith("# A learner.\ncross-entropy {\n")
                .contains("in a generation. [whole number; 1 to 10000]\ncandidates = 1\n")
                .contains("[number]\ninitial-deviation = 1\n");
        assertThat(LearnerTemplate.of(new Kind<>("every", Every.class), "A learner"))
                .contains("# How long it looks back. [duration; 1 s to 1 h]\nwindow = 5 m\n")
                .contains("# Where it stops. [number or none]\ngoal = none\n")
                .contains("# Of the layers. [one of]\nactivation = tanh\n")
                .contains("# Which file it begins with. [text]\nfile = null\n")
                .contains("# Widths. [list of numbers]\nhidden = [8, 8]\n");
    }

    @Test
    void aComponentThatSaysNothingIsNamed() {
        assertThatThrownBy(() -> LearnerTemplate.of(new Kind<>("quiet", Silent.class), "A learner"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("learner quiet")
                .hasMessageContaining("unsaid");
    }

    @Test
    void everyRegisteredLearnerIsInTheManual() {
        assertThat(Manual.training().kinds("templates.learner"))
                .isEqualTo(LearnerKinds.registered().names());
    }
}
