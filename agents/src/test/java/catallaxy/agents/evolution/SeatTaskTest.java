package catallaxy.agents.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.seat.SeatFigures;
import catallaxy.agents.seat.SeatMeasure;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SeatTaskTest {
    @Test
    void everyMeasureIsOneOfTheFigures() {
        SeatFigures figures = new SeatFigures(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(Arrays.stream(SeatMeasure.values()).map(measure -> measure.of(figures)))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
        assertThat(SeatMeasure.PROFIT.objective().turned(1)).isEqualTo(-1);
        assertThat(SeatMeasure.DRAWDOWN.objective().turned(1)).isEqualTo(1);
    }

    @Test
    void aControllerSeesSharesOfTheRangeAndAnswersInThem() {
        ObservationSpec observations =
                new ObservationSpec(List.of(new Feature("bounded", "1", 0, 10), Feature.unbounded("free", "1")));
        ActionSpec actions = new ActionSpec(List.of(new ActionComponent.Continuous("q", "1", -2, 6, 2)));
        ControllerPolicy policy = new ControllerPolicy(observations, actions, (seen, answer) -> {
            assertThat(seen[1]).isEqualTo(7);
            answer[0] = seen[0];
        });
        float[] action = new float[1];
        policy.act(new float[] {10, 7}, new boolean[] {true}, 1, action);
        assertThat(action[0]).isEqualTo(6);
        policy.act(new float[] {0, 7}, new boolean[] {true}, 1, action);
        assertThat(action[0]).isEqualTo(-2);
        policy.act(new float[] {5, 7}, new boolean[] {true}, 1, action);
        assertThat(action[0]).isEqualTo(2);
    }

    @Test
    void whatIsNotFiniteIsAFailure() {
        ObservationSpec observations = new ObservationSpec(List.of(Feature.unbounded("free", "1")));
        ActionSpec actions = new ActionSpec(List.of(new ActionComponent.Continuous("q", "1", -2, 6, 2)));
        ControllerPolicy policy = new ControllerPolicy(observations, actions, (_, answer) -> answer[0] = Double.NaN);
        Assertions.assertThatThrownBy(() -> policy.act(new float[1], new boolean[1], 1, new float[1]))
                .isInstanceOf(ControllerPolicy.FailedException.class);
    }
}
