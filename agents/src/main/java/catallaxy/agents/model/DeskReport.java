package catallaxy.agents.model;

import java.util.List;
import java.util.Map;

/**
 * What the models of an agent have learned, how well they did on what they had not seen, and what came of it.
 *
 * @param use        what they were there for
 * @param models     one each
 * @param volatility of each token, by name
 * @param fees       of each chain, by name
 * @param tokens     the one that is expected to earn most first
 * @param advice     what was advised
 */
public record DeskReport(
        ModelUse use,
        List<ModelReport> models,
        List<TokenVolatility> volatility,
        List<FeeOutlook> fees,
        List<TokenChoice.Ranked> tokens,
        AdviceCount advice) {
    /**
     * One model.
     *
     * @param groups all together, then each; empty where it never was fitted
     */
    public record ModelReport(String name, String unit, long examples, List<GroupReport> groups) {
        static ModelReport of(AuxiliaryModel model) {
            return new ModelReport(
                    model.spec().name(),
                    model.spec().unit(),
                    model.examples(),
                    model.scores().stream()
                            .map(score -> new GroupReport(
                                    score, model.voice(score.group()), model.explanation(score.group())))
                            .toList());
        }
    }

    /**
     * A model on one group.
     *
     * @param voice   that speaks for the group
     * @param weights of the features in its fit, by deviations
     */
    public record GroupReport(ModelScore score, Voice voice, Map<String, Double> weights) {}

    /**
     * The volatility of a token's price at the end.
     *
     * @param perDay   by the hours looked back, a fraction per root of a day; without those that are not known
     * @param expected of the next hour; 0 while unknown
     */
    public record TokenVolatility(
            String token,
            Map<Integer, Double> perDay,
            VolatilityLevel level,
            VolatilityTrend trend,
            double expected,
            List<HourWindow> favourable) {}

    /**
     * The base fee of a chain at the end, in the chain's smallest unit.
     *
     * @param expected five blocks ahead
     */
    public record FeeOutlook(String chain, double present, double expected) {}

    /**
     * Proposals of trades.
     *
     * @param proposed  on which the models were asked
     * @param declined  of these
     * @param cut       of these, made smaller
     * @param settled   trades that were learned from
     * @param discarded trades that were not, because other movements of the account hid what they did
     */
    public record AdviceCount(long proposed, long declined, long cut, long settled, long discarded) {}
}
