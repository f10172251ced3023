package catallaxy.evolution.neat;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;

/**
 * Which genomes are of one species.
 *
 * @param distance  δ
 * @param threshold δ_t: genomes nearer than this to a species' representative are of it
 * @param target    number of species that the threshold is moved for; 0 for a threshold that stays
 * @param step      by how much it moves in a generation with more or fewer; it does not fall below this
 */
public record SpeciationSettings(
        GenomeDistance distance,

        @Key(
                meaning = "δ_t: genomes nearer than this to a species' representative are of that species",
                initial = "3.0",
                range = "above 0")
        double threshold,

        @Key(
                value = "target-species",
                meaning = "Number of species that the threshold is moved for; 0 for a threshold that stays",
                initial = "0",
                range = "0 to 1000")
        int target,

        @Key(
                value = "threshold-step",
                meaning = "By how much the threshold moves in a generation; it does not fall below this",
                initial = "0.3",
                range = "above 0")
        double step) {
    /** Checks each. */
    public SpeciationSettings {
        Checks.positive("threshold", threshold);
        Checks.inRange("target", target, 0, 1000);
        Checks.positive("step", step);
    }
}
