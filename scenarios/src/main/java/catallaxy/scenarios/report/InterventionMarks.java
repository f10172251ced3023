package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.InterventionRow;
import java.util.List;

/** The interventions of a run as marks of a chart, each in the colour of the agent that it is about. */
final class InterventionMarks {
    private InterventionMarks() {}

    static List<Chart.Mark> of(RunFolder run) {
        return run.interventions().marks().stream().map(row -> mark(run, row)).toList();
    }

    private static Chart.Mark mark(RunFolder run, InterventionRow row) {
        String change = row.from().isEmpty() && row.to().isEmpty() ? "" : " " + row.from() + " → " + row.to();
        String text = row.kind() + " · " + row.subject() + change + " · " + row.reason();
        return new Chart.Mark(row.timeSeconds().doubleValue(), row.kind(), run.color(row.subject()), text);
    }
}
