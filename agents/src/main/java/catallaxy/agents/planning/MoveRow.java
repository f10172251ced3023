package catallaxy.agents.planning;

import java.util.List;

/**
 * What a {@link MoveJudge} sees of a move at an epoch: what kind of move it is, how far the horizon is, what else is proposed, and the
 * proposal's own features, noughts of one that holds. Pure functions.
 */
final class MoveRow {
    private static final int OWN = 6;
    private static final int MANY = 10;

    private MoveRow() {}

    /** Width of a row where proposals have so many features. */
    static int width(int features) {
        return OWN + features;
    }

    /**
     * A row.
     *
     * @param move      as in {@link MarketPosition}
     * @param proposals of the epoch, at least one
     * @param left      part of the way to the horizon that is still to go, 1 at the decision itself
     */
    static float[] of(int move, List<Proposal> proposals, double left) {
        int features = proposals.getFirst().features().length;
        float[] row = new float[OWN + features];
        double sum = 0;
        double most = 0;
        for (Proposal each : proposals) {
            sum += each.weight();
            most = Math.max(most, each.weight());
        }
        row[0] = move == MarketPosition.REST ? 1 : 0;
        row[1] = move == MarketPosition.WAIT ? 1 : 0;
        row[2] = (float) left;
        row[3] = (float) proposals.size() / MANY;
        row[4] = log(most);
        row[5] = log(sum);
        if (move >= MarketPosition.HOLDING) {
            System.arraycopy(proposals.get(move - MarketPosition.HOLDING).features(), 0, row, OWN, features);
        }
        return row;
    }

    private static float log(double weight) {
        return (float) (StrictMath.log1p(weight) / 4);
    }
}
