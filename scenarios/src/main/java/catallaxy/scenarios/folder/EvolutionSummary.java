package catallaxy.scenarios.folder;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an evolution came to: the file {@code summary.json} of its folder, and the answer of the command. Values of objectives are in
 * their own directions. Unknown numbers are {@code NaN}, unknown text is empty, and neither is written.
 *
 * @param best        the best, or of a front the one at its knee
 * @param front       values of the objectives of each that none dominates, where there are several objectives; in the order of
 *                    {@code solutions.jsonl}
 * @param hypervolume of the front
 * @param archive     of kinds of behaviour, where the method keeps one
 * @param referee     the known answer; its name is empty where none is known
 * @param search      figures of the method itself, by name
 */
public record EvolutionSummary(
        @Inline Subject subject,
        @Inline Course course,
        Best best,
        List<List<Double>> front,
        Hypervolume hypervolume,
        Archive archive,
        Referee referee,
        Map<String, Double> search,
        String runFolder)
        implements RunResult {
    /** What was evolved, and by which method. */
    public record Subject(String method, String problem, String scenario, OptionalLong seed) {}

    /**
     * How long it took.
     *
     * @param evaluations trials, those of the final score not among them
     * @param generations that were told
     * @param end         why it ended, in a word
     * @param wallSeconds over all its sessions
     */
    public record Course(
            double evaluations, double generations, String end, double wallSeconds, double evaluationsPerSecond) {}

    /**
     * The best that was found.
     *
     * @param fitness       value of the first objective, the mean of so many {@code samples}
     * @param standardError of it; unknown where trials do not differ
     * @param samples       trials that it is the mean of: with new seeds, where trials differ
     * @param values        of all objectives, by name
     * @param behaviour     by descriptor, where there are any
     * @param settings      that it consists of, as {@code key=value}, where settings are searched
     */
    public record Best(
            double fitness,
            double standardError,
            double samples,
            Map<String, Double> values,
            Map<String, Double> behaviour,
            List<String> settings) {
        /** Nothing valid was found. */
        public static Best none() {
            return new Best(Double.NaN, Double.NaN, Double.NaN, Map.of(), Map.of(), List.of());
        }
    }

    /** The volume that a front dominates up to a point of reference, in the objectives' own values. */
    public record Hypervolume(double value, List<Double> reference) {
        /** Where there is no front, or no point to measure it to. */
        public static Hypervolume none() {
            return new Hypervolume(Double.NaN, List.of());
        }
    }

    /**
     * An archive of kinds of behaviour.
     *
     * @param cells   in all
     * @param filled  of them
     * @param qdScore the sum over filled cells of how much better their elites are than the problem's worst cost, or else than the worst elite
     * @param grid    cells along each descriptor
     */
    public record Archive(double cells, double filled, double qdScore, List<Double> grid) {
        /** Where the method keeps none. */
        public static Archive none() {
            return new Archive(Double.NaN, Double.NaN, Double.NaN, List.of());
        }
    }

    /**
     * The known answer.
     *
     * @param optimum the best attainable score, in the units of {@code attained}
     * @param ratio   1 for all of the optimum; unknown where the optimum is 0
     */
    public record Referee(String name, double optimum, double attained, double ratio) {
        /** Where no answer is known. */
        public static Referee none() {
            return new Referee("", Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /** The summary of the same evolution, whose folder lies elsewhere now. */
    public EvolutionSummary at(String elsewhere) {
        return new EvolutionSummary(subject, course, best, front, hypervolume, archive, referee, search, elsewhere);
    }
}
