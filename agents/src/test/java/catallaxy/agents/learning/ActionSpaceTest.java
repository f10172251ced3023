package catallaxy.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionSpaceTest {
    private static final ActionComponent SIDE = new ActionComponent.Discrete("side", List.of("buy", "sell"), 0);
    private static final ActionComponent SIZE = new ActionComponent.Discrete("size", List.of("none", "some", "all"), 0);
    private static final ActionComponent TORQUE = new ActionComponent.Continuous("torque", "N m", -2, 6, 0);
    private static final ActionComponent SHARE = new ActionComponent.Continuous("share", "1", 0, 1, 0.5);

    private static ActionComponent side(String name) {
        return new ActionComponent.Discrete(name, List.of("buy", "sell"), 0);
    }

    private static ActionSpace space(ActionComponent... components) {
        return ActionSpace.of(new ActionSpec(List.of(components)));
    }

    private static ActionSpace.Continuous quantities() {
        return (ActionSpace.Continuous) space(TORQUE, SHARE);
    }

    @Test
    void choicesAreCountedByTheirLabels() {
        ActionSpace.Discrete choices = (ActionSpace.Discrete) space(SIDE, SIZE, side("other"));
        assertThat(choices.sizes()).containsExactly(2, 3, 2);
        assertThat(choices.size()).isEqualTo(3);
        assertThat(choices.logits()).isEqualTo(7);
        assertThat(choices.combinations()).isEqualTo(12);
    }

    @Test
    void combinationsStopAtTheLargestInteger() {
        assertThat(new ActionSpace.Discrete(twos(30)).combinations()).isEqualTo(1 << 30);
        assertThat(new ActionSpace.Discrete(twos(31)).combinations()).isEqualTo(Integer.MAX_VALUE);
        assertThat(new ActionSpace.Discrete(twos(200)).combinations()).isEqualTo(Integer.MAX_VALUE);
    }

    private static int[] twos(int count) {
        int[] sizes = new int[count];
        Arrays.fill(sizes, 2);
        return sizes;
    }

    @Test
    void quantitiesKeepTheirBounds() {
        ActionSpace.Continuous quantities = quantities();
        assertThat(quantities.size()).isEqualTo(2);
        assertThat(quantities.low()).containsExactly(-2, 0);
        assertThat(quantities.high()).containsExactly(6, 1);
    }

    @Test
    void aNumberOfAPolicyIsAShareOfTheRange() {
        ActionSpace.Continuous quantities = quantities();
        assertThat(quantities.denormalised(0, -1)).isEqualTo(-2);
        assertThat(quantities.denormalised(0, 0)).isEqualTo(2);
        assertThat(quantities.denormalised(0, 0.5f)).isEqualTo(4);
        assertThat(quantities.denormalised(0, 1)).isEqualTo(6);
        assertThat(quantities.denormalised(1, -0.5f)).isEqualTo(0.25f);
        assertThat(quantities.normalised(0, 4)).isEqualTo(0.5f);
        assertThat(quantities.normalised(1, 0)).isEqualTo(-1);
    }

    @Test
    void aNumberBeyondIsTheNearerBound() {
        ActionSpace.Continuous quantities = quantities();
        assertThat(quantities.denormalised(0, -7)).isEqualTo(-2);
        assertThat(quantities.denormalised(0, Float.POSITIVE_INFINITY)).isEqualTo(6);
    }

    @Test
    void bothWaysAreInverseAndNeverBeyondTheBounds() {
        for (long seed = 1; seed <= 500; seed++) {
            RandomStream random = RandomStream.of(seed, "bounds");
            float low = (float) (random.nextGaussian() * 100);
            float high = low + (float) (0.01 + 100 * random.nextDouble());
            ActionSpace.Continuous space = new ActionSpace.Continuous(new float[] {low}, new float[] {high});
            float number = (float) (2 * random.nextDouble() - 1);
            float action = space.denormalised(0, number);
            assertThat(action).as("seed %d", seed).isBetween(low, high);
            float rounding = 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))) / (high - low);
            assertThat(space.normalised(0, action)).as("seed %d", seed).isCloseTo(number, within(rounding + 1e-6f));
            assertThat(space.denormalised(0, 1)).as("seed %d", seed).isEqualTo(high);
            assertThat(space.denormalised(0, -1)).as("seed %d", seed).isEqualTo(low);
        }
    }

    @Test
    void choicesBesideQuantitiesAreRefused() {
        assertThatThrownBy(() -> space(SIDE, TORQUE, SIZE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("actions: found 2 choices among 3 components, expected all or none");
    }

    @Test
    void nothingToDoIsRefused() {
        assertThatThrownBy(ActionSpaceTest::space).hasMessageContaining("found 0 choices among 0 components");
    }

    @Test
    void manyComponentsKeepTheirOrder() {
        List<ActionComponent> components = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            components.add(i == 7 ? SIZE : side("side-" + i));
        }
        ActionSpace.Discrete space = (ActionSpace.Discrete) ActionSpace.of(new ActionSpec(components));
        assertThat(space.sizes()[7]).isEqualTo(3);
        assertThat(space.logits()).isEqualTo(41);
    }
}
