package catallaxy.evolution.neat;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;

/**
 * Who reproduces, and how.
 *
 * @param survival      share of a species, the better ones, that are parents
 * @param crossover     probability that an offspring has two parents
 * @param crossoverOnly probability that an offspring of two parents is not mutated
 * @param interspecies  probability that the second parent is of another species
 * @param average       probability that weights of matching genes are averaged, not taken from either parent
 * @param disabled      probability that a gene is disabled in an offspring that is so in a parent
 * @param elite         a species of more than so many keeps its champion unchanged
 * @param stagnation    generations without a better champion after which a species has no offspring
 * @param refocus       generations without a better genome after which only the two best species have offspring, once
 */
public record ReproductionSettings(
        @Key(
                meaning = "Share of a species, the better ones, that are parents",
                initial = "0.2",
                range = "above 0, to 1")
        double survival,

        @Key(meaning = "Probability that an offspring has two parents", initial = "0.75", range = "0 to 1")
        double crossover,

        @Key(meaning = "Probability that an offspring of two parents is not mutated", initial = "0.2", range = "0 to 1")
        double crossoverOnly,

        @Key(
                value = "interspecies-crossover",
                meaning = "Probability that the second parent is of another species",
                initial = "0.001",
                range = "0 to 1")
        double interspecies,

        @Key(
                value = "average-weights",
                meaning = "Probability that weights of matching genes are averaged, not taken from either parent",
                initial = "0.4",
                range = "0 to 1")
        double average,

        @Key(
                value = "inherit-disabled",
                meaning = "Probability that a gene is disabled in an offspring that is so in a parent",
                initial = "0.75",
                range = "0 to 1")
        double disabled,

        @Key(
                value = "elite-size",
                meaning = "A species of more than so many keeps its champion unchanged",
                initial = "5",
                range = "0 to 1000000")
        int elite,

        @Key(
                meaning = "Generations without a better champion after which a species has no offspring",
                initial = "15",
                range = "1 to 1000000")
        int stagnation,

        @Key(
                meaning =
                        "Generations without a better genome after which only the two best species have offspring, once",
                initial = "20",
                range = "1 to 1000000")
        int refocus) {
    /** Checks each. */
    public ReproductionSettings {
        Checks.positive("survival", survival);
        Checks.inRange("survival", survival, 0, 1);
        Checks.inRange("crossover", crossover, 0, 1);
        Checks.inRange("crossoverOnly", crossoverOnly, 0, 1);
        Checks.inRange("interspecies", interspecies, 0, 1);
        Checks.inRange("average", average, 0, 1);
        Checks.inRange("disabled", disabled, 0, 1);
        Checks.inRange("elite", elite, 0, 1_000_000);
        Checks.inRange("stagnation", stagnation, 1, 1_000_000);
        Checks.inRange("refocus", refocus, 1, 1_000_000);
    }
}
