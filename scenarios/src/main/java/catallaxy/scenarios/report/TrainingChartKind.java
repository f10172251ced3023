package catallaxy.scenarios.report;

import catallaxy.environment.base.registry.Named;
import java.io.IOException;
import java.util.List;

/**
 * A kind of chart in the report of trainings, over their steps: registered by its class name in
 * {@code META-INF/services/catallaxy.scenarios.report.TrainingChartKind}, as {@link ChartKind} is for the report of runs.
 * Immutable; a public class without state and with a public constructor without arguments.
 *
 * <p>The same run folders give the same charts. What a kind throws stands in the report in its place.
 */
public interface TrainingChartKind extends Named {
    /** What it shows, in a few words. */
    String title();

    /** Unit of the vertical axis; empty where it has none. */
    String unit();

    /** What its figures mean, in whole sentences. */
    String definition();

    /** Its place: lower ones come first, of equal ones that with the earlier name. Those shipped are 100 apart. */
    int place();

    /** Whether there is anything of it to show of these trainings; where not, it is not asked for charts. */
    boolean appliesTo(ComparedTrainings trainings);

    /**
     * The charts of these trainings; those without samples are left out of the page. Any file of a training may be missing or cut
     * off, and then what would come of it is empty.
     *
     * @throws IOException if a file cannot be read
     */
    List<Chart> charts(ComparedTrainings trainings) throws IOException;

    /** One chart of it over the steps of training. */
    default Chart curve(String named, List<Chart.Line> lines) {
        return Chart.of(named, unit(), definition(), lines);
    }
}
