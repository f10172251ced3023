package catallaxy.agents.execution;

import catallaxy.environment.base.random.NormalDistribution;
import java.util.HashMap;
import java.util.Map;

/**
 * A table of action values, each what a choice promises with what experience adds to it: tabular Q-learning (Watkins 1989) with the
 * promise as the first estimate, and with values counted from the mean decision's (R-learning, Schwartz 1993,
 * https://doi.org/10.1016/B978-1-55860-307-3.50045-9):
 *
 * <pre>
 *   Q(s, a) = p(s, a) + c(s, a)              p promised gain, c 0 at first
 *   c(s, a) ← c(s, a) + α (r + γ (max Q(s′, ·) − v) − Q(s, a))
 *   v ← v + (max Q − v) / n                  n decisions so far, at most 1,000
 * </pre>
 *
 * <p>What follows counts only as far as it is better or worse than usual. Were it counted whole, choices that were tried would be preferred
 * to others for the future that all of them have. Owned by one agent.
 */
public final class ActionValues {
    private static final int MOST_WEIGHT = 1_000;

    private final double rate;
    private final double discount;
    private final Map<Long, Cell> cells = new HashMap<>();
    private double usual;
    private long decisions;

    /** What was seen of one choice in one kind of circumstances. */
    private record Cell(double correction, long visits, double mean, double squares) {
        static final Cell EMPTY = new Cell(0, 0, 0, 0);

        /** After an error of the value and a shortfall of the promise, by Welford's recurrence. */
        Cell with(double step, double shortfall) {
            double departure = shortfall - mean;
            double moved = mean + departure / (visits + 1);
            return new Cell(correction + step, visits + 1, moved, squares + departure * (shortfall - moved));
        }
    }

    /**
     * An empty table.
     *
     * @param rate     α in (0, 1]
     * @param discount γ in [0, 1)
     */
    public ActionValues(double rate, double discount) {
        this.rate = rate;
        this.discount = discount;
    }

    private ActionValues(ActionValues source) {
        this(source.rate, source.discount);
        cells.putAll(source.cells);
        usual = source.usual;
        decisions = source.decisions;
    }

    /** An independent table with the same experience. */
    public ActionValues copy() {
        return new ActionValues(this);
    }

    /** Q of a choice, quote units. */
    public double of(ExecutionChoice choice) {
        return choice.promised() + cell(choice).correction();
    }

    private Cell cell(ExecutionChoice choice) {
        return cells.getOrDefault(choice.key(), Cell.EMPTY);
    }

    /** Takes note of the best value of a decision. */
    public void decided(double best) {
        decisions = Math.min(decisions + 1, MOST_WEIGHT);
        usual += (best - usual) / decisions;
    }

    /**
     * Learns what became of a choice.
     *
     * @param reward since it was made, quote units
     * @param next   the best value of the decision after it
     */
    public void learn(ExecutionChoice choice, double reward, double next) {
        double error = reward + discount * (next - usual) - of(choice);
        cells.put(choice.key(), cell(choice).with(rate * error, reward - choice.promised()));
    }

    /** How often a choice was made in such circumstances. */
    public long visits(ExecutionChoice choice) {
        return cell(choice).visits();
    }

    /** How many kinds of circumstances and choices were seen. */
    public int size() {
        return cells.size();
    }

    /**
     * The probability that one choice is better than another, both values normal about their means: 0.5 where nothing is known but that
     * they promise the same. Of what was not tried twice, the error is as large as the promise.
     */
    public double confidence(ExecutionChoice best, ExecutionChoice other) {
        double error = StrictMath.sqrt(variance(best) + variance(other));
        double gap = of(best) - of(other);
        return error > 0 ? NormalDistribution.cumulative(gap / error) : gap > 0 ? 1 : 0.5;
    }

    private double variance(ExecutionChoice choice) {
        Cell cell = cell(choice);
        return cell.visits() < 2
                ? choice.promised() * choice.promised()
                : cell.squares() / (cell.visits() - 1) / cell.visits();
    }
}
