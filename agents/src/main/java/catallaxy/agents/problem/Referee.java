package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import java.util.Map;
import java.util.OptionalDouble;

/** Knows the answer of a problem and scores policies against it. */
public interface Referee {
    /** What the answer is, for example {@code "Cartea–Jaimungal value, discrete dynamic programme"}. */
    String name();

    /** The best attainable score; for problems without closed form the published reference. */
    double optimum();

    /**
     * The score of a policy in the units of {@link #optimum}, without sampling noise wherever the problem can be computed.
     *
     * @param policy     of the problem's observations and actions
     * @param meanReturn of the evaluation episodes, for problems that only simulation can score
     */
    double attained(BatchPolicy policy, double meanReturn);

    /**
     * How much of the optimum was attained: 1 is all of it. {@code attained / optimum} where both are positive; for negative
     * scores {@code optimum / attained}.
     */
    default double ratio(double attained) {
        return optimum() < 0 && attained < 0 ? optimum() / attained : attained / optimum();
    }

    /**
     * What a unit of mean return over whole episodes is in the units of {@link #optimum}: by it, returns alone score a policy, with
     * their sampling noise. Empty where they do not.
     */
    default OptionalDouble perReturn() {
        return OptionalDouble.empty();
    }

    /** Further figures of a policy by name, in a fixed order, for example {@code weight.error}. */
    default Map<String, Double> figures(BatchPolicy policy) {
        return Map.of();
    }

    /**
     * The share of a policy's decisions that lose what a better one would keep, by class of states, in a fixed order; none where
     * single decisions are not judged.
     */
    default Map<String, Double> mistakes(BatchPolicy policy) {
        return Map.of();
    }
}
