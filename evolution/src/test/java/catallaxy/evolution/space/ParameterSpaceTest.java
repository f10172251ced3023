package catallaxy.evolution.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.space.Parameter.Choice;
import catallaxy.evolution.space.Parameter.Real;
import catallaxy.evolution.space.Parameter.Scale;
import catallaxy.evolution.space.Parameter.Whole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterSpaceTest {
    private static final List<Parameter> ALL = List.of(
            new Real("gamma", 0.5, 2, Scale.LINEAR),
            new Real("rate", 1e-5, 1e-1, Scale.LOGARITHMIC),
            new Whole("layers", 1, 4, Scale.LINEAR),
            new Whole("units", 4, 256, Scale.LOGARITHMIC),
            new Choice("activation", List.of("tanh", "relu", "sigmoid")));

    @Test
    void everyPlaceIsAValueAndEveryValueHasAPlace() {
        RandomStream random = RandomStream.of(1, "places");
        for (Parameter parameter : ALL) {
            for (int i = 0; i < 1000; i++) {
                double place = i == 0 ? 0 : i == 1 ? 1 : random.nextDouble();
                double number = parameter.number(place);
                assertThat(parameter.number(parameter.place(number)))
                        .as(parameter.name())
                        .isCloseTo(number, within(1e-9 * Math.abs(number)));
            }
        }
    }

    @Test
    void endsAreReached() {
        assertThat(ALL.get(1).number(0)).isCloseTo(1e-5, within(1e-15));
        assertThat(ALL.get(1).number(1)).isCloseTo(1e-1, within(1e-12));
        assertThat(ALL.get(1).number(0.5)).isCloseTo(1e-3, within(1e-12));
        assertThat(ALL.get(2).text(0)).isEqualTo("1");
        assertThat(ALL.get(2).text(1)).isEqualTo("4");
        assertThat(ALL.get(4).text(0)).isEqualTo("tanh");
        assertThat(ALL.get(4).text(1)).isEqualTo("sigmoid");
    }

    @Test
    void wholeNumbersHaveEqualParts() {
        int[] counts = new int[5];
        for (int i = 0; i < 4000; i++) {
            counts[(int) ALL.get(2).number((i + 0.5) / 4000)]++;
        }
        assertThat(counts).containsExactly(0, 1000, 1000, 1000, 1000);
    }

    @Test
    void conditionalSettingsAreLeftOutWhereTheyDoNotMatter() {
        ParameterSpace space = new ParameterSpace(ALL, Map.of("units", new Condition("layers", "2")));
        assertThat(space.settings(new double[] {0, 0, 0.3, 0, 0})).containsKey("units");
        assertThat(space.settings(new double[] {0, 0, 0.9, 0, 0})).doesNotContainKey("units");
    }

    @Test
    void whatDependsOnItselfOrOnWhatFollowsIsRefused() {
        for (String parameter : List.of("units", "activation", "nobody")) {
            assertThatThrownBy(() -> new ParameterSpace(ALL, Map.of("units", new Condition(parameter, "x"))))
                    .isInstanceOf(InvalidValueException.class);
        }
        assertThatThrownBy(() -> ParameterSpace.of(ALL.getFirst(), ALL.getFirst()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Real("x", 0, 1, Scale.LOGARITHMIC)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Real("x", 1, 1, Scale.LINEAR)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Choice("x", List.of("one"))).isInstanceOf(InvalidValueException.class);
    }
}
