package catallaxy.scenarios.report;

import catallaxy.environment.base.registry.Named;
import java.io.IOException;
import java.util.List;

/**
 * A kind of chart in the report of a run: the one thing that is registered, by its class name in
 * {@code META-INF/services/catallaxy.scenarios.report.ChartKind}. Immutable; a public class without state and with a public
 * constructor without arguments.
 *
 * <p>The same run folder gives the same charts. What a kind throws stands in the report in its place, and the rest of the page
 * is as it would be without it.
 */
public interface ChartKind extends Named {
    /** What it shows, in a few words. */
    String title();

    /** Unit of the vertical axis; in words where it depends on the run, such as {@code quote asset}. */
    String unit();

    /** What its figures mean, in whole sentences. */
    String definition();

    /** Where on the page it stands. */
    default ChartSection section() {
        return ChartSection.MORE;
    }

    /** Its place in the section: lower ones come first, of equal ones that with the earlier name. Those shipped are 100 apart. */
    int place();

    /** Whether there is anything of it to show in a run; where not, it is not asked for charts. */
    default boolean appliesTo(RunFolder run) {
        return true;
    }

    /**
     * The charts of a run, one in most kinds; those without samples are left out of the page. Any file of the run may be missing
     * or cut off, and then what would come of it is empty.
     *
     * @throws IOException if a file of the run cannot be read
     */
    List<Chart> charts(RunFolder run) throws IOException;
}
