package catallaxy.agents.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which token is worth looking at: what the best opportunity in it will earn on average over the next quarter of an hour, in basis
 * points of what is spent, from what its opportunities earned so far and from its volatility. The naive rule is that it goes on as
 * it was in the last quarter of an hour. Groups are tokens.
 */
public final class TokenChoice {
    /** What is predicted, in basis points. */
    public static final ModelSpec SPEC = new ModelSpec(
            "token-choice", "bp", List.of("edge_last_bps", "edge_mean_bps", "volatility_bps"), NaiveRule.feature(0));

    private TokenChoice() {}

    /** What the model looks at: edges of the last quarter of an hour and of all before, basis points; volatility in a minute. */
    public static double[] features(double lastEdgeBps, double meanEdgeBps, double volatilityBps) {
        return new double[] {lastEdgeBps, meanEdgeBps, volatilityBps};
    }

    /** A token and what it is expected to earn. */
    public record Ranked(String token, Prediction edgeBps) {}

    /** The tokens, the one that is expected to earn most first; equal ones by name. */
    public static List<Ranked> ranked(AuxiliaryModel model, Map<String, double[]> featuresByToken) {
        return featuresByToken.entrySet().stream()
                .map(each -> new Ranked(each.getKey(), model.predict(each.getKey(), each.getValue())))
                .sorted(Comparator.comparingDouble(
                                (Ranked ranked) -> -ranked.edgeBps().value())
                        .thenComparing(Ranked::token))
                .toList();
    }
}
