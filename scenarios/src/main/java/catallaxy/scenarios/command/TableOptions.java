package catallaxy.scenarios.command;

import catallaxy.scenarios.report.TableChoice;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How simulations are to be compared over seeds, as the user typed it. */
final class TableOptions {
    /** What a width is for. */
    static final String WIDTH =
            "Tell how many seeds a 95 %% interval of this width takes, in the figure's unit; of one figure, such as pnl=50,"
                    + " or of all (default: half of the present width).";

    @Option(
            names = "--base",
            paramLabel = "KEY=VALUE",
            description =
                    "The group that others are compared with, by a setting; again for another (default: the first).")
    List<String> base = new ArrayList<>();

    @Option(names = "--width", paramLabel = "[FIGURE=]W", description = WIDTH)
    List<String> widths = new ArrayList<>();

    /** Whether one of the two is. */
    boolean isGiven() {
        return !base.isEmpty() || !widths.isEmpty();
    }

    /** What they say. */
    TableChoice choice() {
        return TableChoice.of(KeyValues.of(base), widths);
    }
}
