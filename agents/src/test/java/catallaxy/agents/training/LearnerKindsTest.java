package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.algorithm.AlphaZeroKind;
import catallaxy.agents.algorithm.DqnKind;
import catallaxy.agents.algorithm.PpoKind;
import catallaxy.agents.algorithm.Td3Kind;
import catallaxy.agents.algorithm.TreeSearcherKind;
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
        assertThat(kinds.suiting(choices, 0)).containsExactly("dqn", "ppo");
        assertThat(kinds.suiting(quantities, 0)).containsExactly("ppo", "td3");
    }

    /** On a plan of one both those that search and those that try may act; against an opponent only who plays itself. */
    @Test
    void searchersPlanAndSelfPlayWantsAnOpponent() {
        LearnerKinds kinds = LearnerKinds.of(List.of(new PpoKind(), new TreeSearcherKind(), new AlphaZeroKind()));
        ActionSpace choices =
                ActionSpace.of(CartPoleProblem.standard().environment(1).actionSpec());
        assertThat(kinds.suiting(choices, 0)).containsExactly("ppo");
        assertThat(kinds.suiting(choices, 1)).containsExactly("mcts", "ppo");
        assertThat(kinds.suiting(choices, 2)).containsExactly("alphazero", "mcts");
    }
}
