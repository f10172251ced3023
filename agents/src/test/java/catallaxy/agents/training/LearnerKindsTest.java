package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.algorithm.DqnKind;
import catallaxy.agents.algorithm.PpoKind;
import catallaxy.agents.algorithm.Td3Kind;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.environment.base.registry.RegistrationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerKindsTest {
    @Test
    void thoseOfTheServiceFilesAreRegisteredByName() {
        assertThat(LearnerKinds.registered().names())
                .contains("a2c", "ddpg", "dqn", "ppo", "rainbow", "td3")
                .isSorted();
        assertThat(LearnerKinds.registered().kind("ppo")).containsInstanceOf(PpoKind.class);
        assertThat(LearnerKinds.registered().kind("sarsa")).isEmpty();
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThatThrownBy(() -> LearnerKinds.of(List.of(new PpoKind(), new DqnKind(), new PpoKind())))
                .isInstanceOf(RegistrationException.class)
                .hasMessageContaining("'ppo'");
    }

    @Test
    void thoseThatGiveTheActionsAreFound() {
        LearnerKinds kinds = LearnerKinds.of(List.of(new Td3Kind(), new PpoKind(), new DqnKind()));
        ActionSpace choices =
                ActionSpace.of(CartPoleProblem.standard().environment(1).actionSpec());
        ActionSpace quantities =
                ActionSpace.of(PendulumProblem.standard().environment(1).actionSpec());
        assertThat(kinds.suiting(choices, false)).containsExactly("dqn", "ppo");
        assertThat(kinds.suiting(quantities, false)).containsExactly("ppo", "td3");
    }
}
