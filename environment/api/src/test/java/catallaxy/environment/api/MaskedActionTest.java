package catallaxy.environment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.MarketCommand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an action asks for what its mask forbids. */
class MaskedActionTest {
    private static final ActionSpec SPEC = new ActionSpec(
            List.of(
                    new ActionComponent.Continuous("offset", "bp", -10, 10, 0),
                    new ActionComponent.Continuous("size", "1", 0, 1, 0),
                    new ActionComponent.Discrete("mode", List.of("off", "slow", "fast"), 0),
                    new ActionComponent.Continuous("weight", "1", 0, 1, 0.5)),
            List.of(new ActionSpec.Detail("offset", "size")));

    /** Masks are written with a digit an entry: offset, size, three modes, weight. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0.5, 000000, false, all is neutral",
        "5, 1, 2, 1, 111111, false, all is allowed",
        "5, 0, 0, 0.5, 001111, false, an offset of nothing asks for nothing",
        "5, 1, 0, 0.5, 001111, true, a quote where none may stand",
        "0, 1, 0, 0.5, 101111, true, a quote at the mid",
        "5, 1, 0, 0.5, 011111, true, an offset of a quote that may stand elsewhere",
        "0, 0, 1, 0.5, 111101, false, another mode is masked",
        "0, 0, 2, 0.5, 111011, false, another mode is masked",
        "0, 0, 1, 0.5, 111011, true, that mode is masked",
        "0, 0, 2, 0.5, 111101, true, that mode is masked",
        "0, 0, 0, 0.5, 110111, false, the neutral mode",
        "0, 0, 0, 0, 111110, true, zero is not neutral",
        "0, 0, 0, 0.5, 111110, false, neutral is not zero"
    })
    void isToldBySizeLabelAndNeutralValue(
            double offset, double size, double mode, double weight, String mask, boolean masked, String why) {
        assertThat(mask).hasSize(SPEC.maskSize());
        boolean[] allowed = new boolean[SPEC.maskSize()];
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = mask.charAt(i) == '1';
        }
        assertThat(SPEC.asksMasked(new double[] {offset, size, mode, weight}, allowed))
                .as(why)
                .isEqualTo(masked);
    }

    @Test
    void theNeutralActionIsNeverMasked() {
        for (int bits = 0; bits < 1 << SPEC.maskSize(); bits++) {
            boolean[] mask = new boolean[SPEC.maskSize()];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = (bits >> i & 1) == 1;
            }
            assertThat(SPEC.asksMasked(SPEC.neutral(), mask)).isFalse();
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void commandsHaveNoGapsAndCannotChange() {
        List<MarketCommand> commands = new ArrayList<>(List.of(new MarketCommand.CancelAllOrders(1)));
        Action.Commands action = (Action.Commands) Action.of(commands);
        commands.add(null);
        assertThat(action.commands()).hasSize(1);
        assertThatThrownBy(() -> Action.of(commands)).hasMessage("commands[1]: expected a command, found nothing");
    }
}
