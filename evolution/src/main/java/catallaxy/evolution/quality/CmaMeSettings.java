package catallaxy.evolution.quality;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * Settings of CMA-ME.
 *
 * @param cells    along each descriptor; a single number counts for all of them
 * @param emitters distributions that search side by side
 * @param sigma    σ₀ of each
 * @param retried  share of a generation that is elites again, where trials differ
 * @param trusted  trials from which an elite is not tried again
 */
public record CmaMeSettings(
        @Key(
                initial = "[50]",
                range = "1 to 1000000",
                meaning = "Cells of the grid along each descriptor of the behaviour; a single number counts for all.")
        List<Integer> cells,

        @Key(
                initial = "15",
                range = "1 to 10000",
                meaning = "Distributions that search side by side and share a generation.")
        int emitters,

        @Key(
                initial = "0.5",
                range = "above 0",
                meaning = "Step size with which each begins, in deviations with which a search of the problem begins.")
        double sigma,

        @Key(
                initial = "0.1",
                range = "0 to 1",
                meaning = "Where trials differ, elites that are tried again, as a share of a generation.")
        double retried,

        @Key(
                initial = "10",
                range = "2 to 1000000",
                meaning =
                        "Trials from which an elite is not tried again, and that are asked of no contender for its cell.")
        int trusted) {
    /** Checks each; the error names the field. */
    public CmaMeSettings {
        cells = Checks.elements("cells", "a number of cells", cells);
        cells.forEach(each -> Checks.inRange("cells", each, 1, 1_000_000));
        Checks.inRange("emitters", emitters, 1, 10_000);
        Checks.positive("sigma", sigma);
        Checks.inRange("retried", retried, 0.0, 1.0);
        Checks.inRange("trusted", trusted, 2, 1_000_000);
    }
}
