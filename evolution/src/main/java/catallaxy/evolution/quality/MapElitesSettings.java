package catallaxy.evolution.quality;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * Settings of MAP-Elites.
 *
 * @param cells     along each descriptor; a single number counts for all of them
 * @param initial   random candidates before elites have offspring
 * @param isoSigma  σ₁ of the variation Iso+LineDD
 * @param lineSigma σ₂ of it
 * @param retried   share of a generation that is elites again, where trials differ
 * @param trusted   trials from which an elite is not tried again
 */
public record MapElitesSettings(
        @Key(
                initial = "[50]",
                range = "1 to 1000000",
                meaning = "Cells of the grid along each descriptor of the behaviour; a single number counts for all.")
        List<Integer> cells,

        @Key(
                initial = "100",
                range = "1 to 1000000000",
                meaning =
                        "Random candidates before elites have offspring; as many as there are evaluations for random search.")
        long initial,

        @Key(
                initial = "0.06",
                range = "0 to 100",
                meaning = "Deviation of mutations, in deviations with which a search of the problem begins"
                        + " (a sixth of a side where the problem has bounds).")
        double isoSigma,

        @Key(
                initial = "0.2",
                range = "0 to 100",
                meaning = "Deviation of steps along the line to another elite, in its length; 0 for mutation alone.")
        double lineSigma,

        @Key(
                initial = "0.1",
                range = "0 to 1",
                meaning = "Where trials differ, share of a generation that is elites tried again.")
        double retried,

        @Key(
                initial = "10",
                range = "2 to 1000000",
                meaning =
                        "Trials from which an elite is not tried again, and that are asked of no contender for its cell.")
        int trusted) {
    /** Checks each; the error names the field. */
    public MapElitesSettings {
        cells = Checks.elements("cells", "a number of cells", cells);
        cells.forEach(each -> Checks.inRange("cells", each, 1, 1_000_000));
        Checks.inRange("initial", initial, 1, 1_000_000_000);
        Checks.inRange("isoSigma", isoSigma, 0.0, 100.0);
        Checks.inRange("lineSigma", lineSigma, 0.0, 100.0);
        Checks.inRange("retried", retried, 0.0, 1.0);
        Checks.inRange("trusted", trusted, 2, 1_000_000);
    }

    /** As the manual says where a scenario does not, but for the cells. */
    public static MapElitesSettings of(int cells) {
        return new MapElitesSettings(List.of(cells), 100, 0.06, 0.2, 0.1, 10);
    }

    /** The same with so many random candidates first. */
    public MapElitesSettings withInitial(long count) {
        return new MapElitesSettings(cells, count, isoSigma, lineSigma, retried, trusted);
    }
}
