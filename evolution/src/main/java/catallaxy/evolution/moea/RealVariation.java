package catallaxy.evolution.moea;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.VectorBox;

/**
 * How real vectors are crossed and mutated. Deb et al. 2002 had a crossover probability of 0.9 and both indices 20; here 1, 15 and
 * 30, which were better on most of the ZDT functions.
 *
 * @param crossoverProbability that two parents are crossed at all
 * @param crossoverIndex       η_c: the larger, the nearer are children to their parents
 * @param mutationProbability  of each variable; 0 for one in {@code N}
 * @param mutationIndex        η_m: the larger, the smaller are changes
 */
public record RealVariation(
        @Key(meaning = "Probability that two parents are crossed at all", initial = "1", range = "0 to 1")
        double crossoverProbability,

        @Key(
                meaning = "Index of simulated binary crossover: the larger, the nearer are children to their parents",
                initial = "15",
                range = "0 to 1000")
        double crossoverIndex,

        @Key(
                meaning = "Probability with which each variable is mutated; 0 for one in as many as there are",
                initial = "0",
                range = "0 to 1")
        double mutationProbability,

        @Key(
                meaning = "Index of polynomial mutation: the larger, the smaller are changes",
                initial = "30",
                range = "0 to 1000")
        double mutationIndex) {
    /** Checks each; the error names the field. */
    public RealVariation {
        Checks.inRange("crossoverProbability", crossoverProbability, 0.0, 1.0);
        Checks.inRange("crossoverIndex", crossoverIndex, 0.0, 1000.0);
        Checks.inRange("mutationProbability", mutationProbability, 0.0, 1.0);
        Checks.inRange("mutationIndex", mutationIndex, 0.0, 1000.0);
    }

    /** The values that are taken where nothing is said. */
    public static RealVariation standard() {
        return new RealVariation(1, 15, 0, 30);
    }

    SimulatedBinaryCrossover crossover(VectorBox box) {
        return new SimulatedBinaryCrossover(box, crossoverProbability, crossoverIndex);
    }

    PolynomialMutation mutation(VectorBox box) {
        double each = mutationProbability > 0 ? mutationProbability : 1.0 / box.size();
        return new PolynomialMutation(box, each, mutationIndex);
    }
}
