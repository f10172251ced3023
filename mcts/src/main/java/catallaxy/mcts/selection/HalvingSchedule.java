package catallaxy.mcts.selection;

/**
 * Which visit the next simulation of sequential halving pays: {@code n} simulations over {@code m} moves in ⌈log₂ m⌉ phases of nearly
 * equal length, in each of which the moves still considered get equally many visits; then the better half stays. Karnin, Koren
 * and Somekh 2013, https://proceedings.mlr.press/v28/karnin13.html. What is left over goes round among the last two.
 */
final class HalvingSchedule {
    private HalvingSchedule() {}

    /**
     * The visits that the move chosen by each simulation has had before.
     *
     * @param moves       m, from 1
     * @param simulations n, from 1
     * @return {@code [n]}
     */
    static int[] of(int moves, int simulations) {
        int[] before = new int[simulations];
        int phases = Math.max(1, ceilLog2(moves));
        int considered = moves;
        int visits = 0;
        int next = 0;
        while (next < simulations) {
            int rounds = Math.max(1, simulations / (phases * considered));
            for (int round = 0; round < rounds; round++, visits++) {
                for (int i = 0; i < considered && next < simulations; i++) {
                    before[next++] = visits;
                }
            }
            considered = Math.min(considered, Math.max(2, considered / 2));
        }
        return before;
    }

    private static int ceilLog2(int value) {
        return 32 - Integer.numberOfLeadingZeros(value - 1);
    }
}
