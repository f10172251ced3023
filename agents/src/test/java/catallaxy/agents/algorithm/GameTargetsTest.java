package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Targets of values against their sums written out, and in their two limits. */
final class GameTargetsTest {
    /** Movers and values of a game in which the first player moves twice before he loses to the second. */
    private static final List<PlayedPosition> GAME = game(new int[] {0, 0, 1}, new float[] {0.2f, -0.4f, 0.6f});

    @Test
    void outcomesAloneWithTraceOne() {
        assertThat(GameTargets.of(GAME, 1, 1)).containsExactly(-1, -1, 1);
    }

    @Test
    void searchesAloneWithTraceZero() {
        assertThat(GameTargets.of(GAME, 1, 0)).containsExactly(0.2f, -0.4f, 0.6f);
    }

    @Test
    void inBetweenAsTheReturnSumsUp() {
        double trace = 0.75;
        double last = 0.25 * 0.6 + trace;
        double second = 0.25 * -0.4 - trace * last;
        double first = 0.25 * 0.2 + trace * second;
        float[] targets = GameTargets.of(GAME, 1, trace);
        assertThat((double) targets[2]).isCloseTo(last, offset(1e-6));
        assertThat((double) targets[1]).isCloseTo(second, offset(1e-6));
        assertThat((double) targets[0]).isCloseTo(first, offset(1e-6));
    }

    private static List<PlayedPosition> game(int[] movers, float[] values) {
        List<PlayedPosition> played = new ArrayList<>();
        for (int i = 0; i < movers.length; i++) {
            played.add(new PlayedPosition(movers[i], new float[1], new float[1], new boolean[1], values[i]));
        }
        return played;
    }
}
