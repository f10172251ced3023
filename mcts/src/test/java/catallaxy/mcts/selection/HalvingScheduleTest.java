package catallaxy.mcts.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sequential halving's schedule against counts by hand. */
final class HalvingScheduleTest {
    @Test
    void fourMovesSixteenSimulations() {
        // Two phases of eight: two rounds over four moves, then four rounds over two.
        assertThat(HalvingSchedule.of(4, 16)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }

    /** Two phases of eight again; the three that are left go round among the last two moves. */
    @Test
    void whatIsLeftGoesRoundAmongTheLastTwo() {
        assertThat(HalvingSchedule.of(4, 19)).endsWith(5, 5, 6, 6, 7);
    }

    @Test
    void oneMoveGetsAll() {
        assertThat(HalvingSchedule.of(1, 4)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void fewerSimulationsThanMovesTryAsMany() {
        assertThat(HalvingSchedule.of(16, 5)).containsOnly(0).hasSize(5);
    }

    @Test
    void everyVisitFollowsTheOneBefore() {
        for (int moves = 1; moves <= 20; moves++) {
            for (int simulations = 1; simulations <= 200; simulations += 13) {
                int[] schedule = HalvingSchedule.of(moves, simulations);
                int[] visits = new int[moves];
                for (int before : schedule) {
                    int mover = indexOf(visits, before);
                    assertThat(mover).as(moves + " " + simulations).isNotNegative();
                    visits[mover]++;
                }
                assertThat(Arrays.stream(visits).sum()).isEqualTo(simulations);
            }
        }
    }

    private static int indexOf(int[] visits, int wanted) {
        for (int i = 0; i < visits.length; i++) {
            if (visits[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
