package catallaxy.evolution.quality;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;

/**
 * Settings of novelty search.
 *
 * @param neighbours      k of the nearest behaviours that novelty is measured by
 * @param objectiveWeight share of the objective in what is selected for
 * @param archive         which behaviours are remembered
 * @param threshold       novelty, as a share of the descriptors' range, above which a behaviour is remembered at first
 * @param additions       behaviours that are remembered of each generation
 * @param tournament      how many compete to be a parent
 * @param isoSigma        deviation of mutations
 * @param lineSigma       deviation of steps along the line to another parent
 */
public record NoveltySettings(
        @Key(
                initial = "15",
                range = "1 to 1000",
                meaning = "Nearest behaviours by whose mean distance novelty is measured.")
        int neighbours,

        @Key(
                initial = "0",
                range = "0 to 1",
                meaning = "Share of the objective in what is selected for: 0 is novelty alone, 1 the objective alone.")
        double objectiveWeight,

        @Key(
                initial = "threshold",
                meaning = "Which behaviours are remembered: those novel enough, or some of each generation at random.")
        Archive archive,

        @Key(
                initial = "0.03",
                range = "above 0",
                meaning = "Novelty from which a behaviour is remembered at first, as a share of the descriptors' range;"
                        + " it follows how many are.")
        double threshold,

        @Key(initial = "6", range = "0 to 1000000", meaning = "Behaviours of each generation remembered at random.")
        int additions,

        @Key(initial = "2", range = "1 to 1000", meaning = "How many compete to be a parent.")
        int tournament,

        @Key(
                initial = "0.5",
                range = "0 to 100",
                meaning = "Deviation of mutations, in deviations with which a search of the problem begins.")
        double isoSigma,

        @Key(
                initial = "0",
                range = "0 to 100",
                meaning = "Deviation of steps along the line to another parent, in its length.")
        double lineSigma) {
    /** Which behaviours are remembered. */
    public enum Archive {
        /** Those whose novelty is above a threshold that follows how many are. */
        THRESHOLD,
        /** Some of each generation, whatever they are. */
        RANDOM
    }

    /** Checks each; the error names the field. */
    public NoveltySettings {
        Checks.inRange("neighbours", neighbours, 1, 1000);
        Checks.inRange("objectiveWeight", objectiveWeight, 0.0, 1.0);
        Checks.present("archive", "threshold or random", archive);
        Checks.positive("threshold", threshold);
        Checks.inRange("additions", additions, 0, 1_000_000);
        Checks.inRange("tournament", tournament, 1, 1000);
        Checks.inRange("isoSigma", isoSigma, 0.0, 100.0);
        Checks.inRange("lineSigma", lineSigma, 0.0, 100.0);
    }

    /** As the manual says where a scenario does not. */
    public static NoveltySettings standard() {
        return new NoveltySettings(15, 0, Archive.THRESHOLD, 0.03, 6, 2, 0.5, 0);
    }

    /** The same with this share of the objective. */
    public NoveltySettings withObjectiveWeight(double weight) {
        return new NoveltySettings(neighbours, weight, archive, threshold, additions, tournament, isoSigma, lineSigma);
    }
}
