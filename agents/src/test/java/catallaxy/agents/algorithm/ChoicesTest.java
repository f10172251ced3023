package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.random.RandomStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void combinationsCoverEveryLabelAndObeyBothMasks() {
        Choices choices = new Choices("dqn", spec(2, 3));
        assertThat(choices.count()).isEqualTo(6);
        boolean[] masks = {true, false, false, true, true};
        boolean[] allowed = new boolean[6];
        choices.allowed(masks, 1, allowed);
        float[] action = new float[2];
        for (int choice = 0; choice < 6; choice++) {
            choices.write(choice, action, 0);
            assertThat(action).containsExactly(Math.floorDiv(choice, 3), choice % 3);
            assertThat(allowed[choice]).isEqualTo(action[0] == 0 && action[1] > 0);
        }
    }

    @Test
    void theBestAndTheRandomChoiceAreAllowed() {
        Choices choices = new Choices("dqn", spec(4));
        float[] values = {0, 0, 0, 0, 5, 9, 7, 8};
        boolean[] allowed = {true, true, true, true, true, false, true, false};
        assertThat(choices.best(values, allowed, 1)).isEqualTo(2);
        RandomStream random = RandomStream.of(1, "test");
        int[] counts = new int[4];
        for (int i = 0; i < 10_000; i++) {
            counts[choices.any(allowed, 1, random)]++;
        }
        assertThat(counts[1] + counts[3]).isZero();
        assertThat(counts[0]).as("within 4 standard deviations of a half").isBetween(4800, 5200);
    }

    @Test
    void tooManyCombinationsAndQuantitiesAreRefused() {
        assertThatThrownBy(() -> new Choices("dqn", spec(16, 17))).hasMessageContaining("found 272");
        ActionSpec quantity = new ActionSpec(List.of(new ActionComponent.Continuous("x", "1", 0, 1, 0)));
        assertThatThrownBy(() -> new Choices("dqn", quantity))
                .hasMessageContaining("expected actions that are choices");
    }

    private static ActionSpec spec(int... sizes) {
        return new ActionSpec(IntStream.range(0, sizes.length)
                .<ActionComponent>mapToObj(
                        i -> new ActionComponent.Discrete("c" + i, Collections.nCopies(sizes[i], "x"), 0))
                .toList());
    }
}
