package catallaxy.scenarios.file.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.training.LearnerKey;
import catallaxy.agents.training.LearnerKind;
import catallaxy.agents.training.LearnerKinds;
import catallaxy.agents.training.LearnerManual;
import catallaxy.environment.base.registry.RegistrationException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerTemplateTest {
    private static final LearnerKind<?> KIND =
            LearnerKinds.registered().kind("cross-entropy").orElseThrow();
    private static final List<LearnerKey> KEYS = KIND.manual().orElseThrow().keys();

    private static String template(List<LearnerKey> keys) {
        return LearnerTemplate.of(KIND, new LearnerManual("A learner", keys));
    }

    @Test
    void eachKeyHasTheTypeOfItsComponent() {
        assertThat(template(KEYS))
                .startsWith("# A learner.\ncross-entropy {\n")
                .contains("# That each world plays in a generation. [whole number; 1 to 10000]\ncandidates = 1\n")
                .contains("[number]\ninitial-deviation = 1\n");
    }

    @Test
    void aKeyThatIsMissingOrFillsNothingIsNamed() {
        assertThatThrownBy(() -> template(KEYS.subList(1, KEYS.size())))
                .isInstanceOf(RegistrationException.class)
                .hasMessageContaining("CrossEntropyKind")
                .hasMessageContaining("[candidates]");
        List<LearnerKey> more = new ArrayList<>(KEYS);
        more.add(new LearnerKey("speed", "1", "How fast."));
        assertThatThrownBy(() -> template(more))
                .isInstanceOf(RegistrationException.class)
                .hasMessageContaining("'speed'");
    }

    @Test
    void everyRegisteredLearnerIsInTheManual() {
        assertThat(Manual.training().kinds("templates.learner"))
                .isEqualTo(LearnerKinds.registered().names());
    }
}
