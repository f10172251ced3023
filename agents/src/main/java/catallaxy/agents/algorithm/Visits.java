package catallaxy.agents.algorithm;

import catallaxy.environment.base.random.RandomStream;

/** The order in which an update visits the rows of a rollout. */
final class Visits {
    private Visits() {}

    /** 0, 1, … {@code rows} − 1. */
    static int[] inOrder(int rows) {
        int[] visits = new int[rows];
        for (int i = 0; i < rows; i++) {
            visits[i] = i;
        }
        return visits;
    }

    /** Makes {@code visits} a uniformly random permutation, whatever it held: Durstenfeld 1964. */
    static void shuffle(int[] visits, RandomStream random) {
        for (int i = 0; i < visits.length; i++) {
            int j = random.nextInt(i + 1);
            visits[i] = visits[j];
            visits[j] = i;
        }
    }
}
