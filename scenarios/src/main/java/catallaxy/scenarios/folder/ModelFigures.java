package catallaxy.scenarios.folder;

import java.util.List;
import java.util.Map;

/**
 * What the auxiliary models of a run have learned, and how well they did on what they had not seen: the file {@code models.json}.
 * Unknown numbers are {@code NaN}.
 *
 * @param agents those that have models
 */
public record ModelFigures(List<AgentModels> agents) {
    /**
     * The models of an agent.
     *
     * @param use        {@code watch} or {@code on}
     * @param volatility of each token at the end
     * @param fees       of each chain at the end
     * @param tokens     the one that is expected to earn most first
     */
    public record AgentModels(
            String id,
            String use,
            Advice advice,
            List<Model> models,
            List<Move> volatility,
            List<Fee> fees,
            List<Token> tokens) {}

    /**
     * Trades that the models were asked about.
     *
     * @param proposed  trades
     * @param declined  of these
     * @param cut       of these, made smaller
     * @param settled   trades that were learned from
     * @param discarded trades that were not
     */
    public record Advice(double proposed, double declined, double cut, double settled, double discarded) {}

    /**
     * One model.
     *
     * @param unit    of its target and of its errors
     * @param scores all together, then each group
     */
    public record Model(String name, String unit, double examples, List<Score> scores) {}

    /**
     * Errors on examples that were predicted before they were learned.
     *
     * @param absoluteError mean of the model's
     * @param naiveError    mean of the naive rule's on the same examples
     * @param skill         one less their ratio
     * @param covered       part of the examples that lay in their interval
     * @param voice         what speaks for the group at the end: {@code naive}, {@code pooled} or
     *                      {@code own}; empty for all together
     * @param weights       of the features in the group's latest fit, in deviations of the target for one of the feature
     */
    public record Score(
            String group,
            double examples,
            double absoluteError,
            double naiveError,
            double skill,
            double covered,
            String voice,
            Map<String, Double> weights) {}

    /**
     * How a token's price moves.
     *
     * @param perDay    fraction per root of a day, by hours looked back
     * @param expected  for the next hour
     * @param calmHours of the simulated day, such as {@code 2-5}
     */
    public record Move(
            String token,
            Map<String, Double> perDay,
            String level,
            String trend,
            double expected,
            List<String> calmHours) {}

    /**
     * A chain's base fee in wei.
     *
     * @param expected five blocks ahead
     */
    public record Fee(String chain, double present, double expected) {}

    /** What the best opportunity in a token is expected to earn over the next quarter of an hour, basis points. */
    public record Token(String token, double edgeBps, double low, double high) {}
}
