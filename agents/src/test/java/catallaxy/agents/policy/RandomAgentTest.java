package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Draws against the uniform distribution over what is allowed. */
class RandomAgentTest {
    private static final ActionSpec ACTIONS = new ActionSpec(List.of(
            new ActionComponent.Continuous("x", "1", -2, 4, 0),
            new ActionComponent.Discrete("side", List.of("buy", "hold", "sell"), 1),
            new ActionComponent.Continuous("y", "1", 0, 1, 0.25)));

    private static Observation observation(boolean... mask) {
        return new Observation("mine", 0, 0, new ObservationSpec(List.of()), new double[0], ACTIONS, mask);
    }

    @Test
    void drawsUniformlyWhatIsAllowed() {
        RandomAgent agent = new RandomAgent(RandomStream.of(1, "agent/mine"));
        int draws = 30_000;
        double sum = 0;
        int[] sides = new int[3];
        for (int i = 0; i < draws; i++) {
            double[] values = Specs.values(agent.decide(observation(true, true, true, true, true)));
            assertThat(ACTIONS.complaint(values)).isEmpty();
            sum += values[0];
            sides[(int) values[1]]++;
        }
        assertThat(sum / draws).isCloseTo(1, within(5 * Math.sqrt(3.0 / draws)));
        for (int count : sides) {
            assertThat(count).isCloseTo(draws / 3, within((int) (5 * Math.sqrt(draws * 2 / 9.0))));
        }
    }

    @Test
    void honoursTheMask() {
        RandomAgent agent = new RandomAgent(RandomStream.of(1, "agent/mine"));
        for (int i = 0; i < 100; i++) {
            double[] values = Specs.values(agent.decide(observation(true, true, false, true, false)));
            assertThat(values[1]).isNotEqualTo(1);
            assertThat(values[2]).isEqualTo(0.25);
            assertThat(Specs.values(agent.decide(observation(false, false, false, false, false))))
                    .containsExactly(0, 1, 0.25);
        }
    }
}
