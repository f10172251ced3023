package catallaxy.agents.problem;

import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * Regimes of volatility of a {@link DeleveragingProblem}: each list has one number for each, calm first.
 *
 * @param lossProbability    of ℓ = 1
 * @param gainProbability    of ℓ = −1
 * @param crashProbability   of ℓ = crashSize
 * @param spread             linear cost of trading
 * @param impact             quadratic cost of trading
 * @param worsenProbability  of the next regime; 0 for the last
 * @param improveProbability of the regime before; 0 for the first
 */
public record DeleveragingRegimes(
        List<Double> lossProbability,
        List<Double> gainProbability,
        List<Double> crashProbability,
        List<Double> spread,
        List<Double> impact,
        List<Double> worsenProbability,
        List<Double> improveProbability) {
    /** Checks each; the error names the field. */
    public DeleveragingRegimes {
        lossProbability = List.copyOf(lossProbability);
        int regimes = lossProbability.size();
        Checks.that(regimes >= 1 && regimes <= 20, "lossProbability", "a number for each of 1 to 20 regimes", regimes);
        gainProbability = copied("gainProbability", gainProbability, regimes);
        crashProbability = copied("crashProbability", crashProbability, regimes);
        spread = copied("spread", spread, regimes);
        impact = copied("impact", impact, regimes);
        worsenProbability = copied("worsenProbability", worsenProbability, regimes);
        improveProbability = copied("improveProbability", improveProbability, regimes);
        for (int v = 0; v < regimes; v++) {
            probabilities("lossProbability", lossProbability.get(v), gainProbability.get(v), crashProbability.get(v));
            probabilities("worsenProbability", worsenProbability.get(v), improveProbability.get(v), 0);
            Checks.inRange("spread", spread.get(v), 0, 1e6);
            Checks.inRange("impact", impact.get(v), 0, 1e6);
        }
        requireNone("worsenProbability", "last", worsenProbability.getLast());
        requireNone("improveProbability", "first", improveProbability.getFirst());
    }

    private static List<Double> copied(String key, List<Double> values, int regimes) {
        Checks.that(values.size() == regimes, key, "one number for each of " + regimes + " regimes", values.size());
        return List.copyOf(values);
    }

    private static void probabilities(String key, double a, double b, double c) {
        boolean valid = a >= 0 && b >= 0 && c >= 0 && a + b + c <= 1 + 1e-12;
        Checks.that(valid, key, "probabilities of one regime that sum to at most 1", a + ", " + b + ", " + c);
    }

    private static void requireNone(String key, String which, double probability) {
        Checks.that(probability == 0, key, "0 in the " + which + " regime", probability);
    }

    int count() {
        return spread.size();
    }
}
