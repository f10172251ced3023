package catallaxy.scenarios.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What {@code interventions.csv} says: limits enforced by risk managers and faults of agents. Lists the first
 * {@link #LISTED}, counts all, and keeps representatives over the whole run as marks. Immutable.
 */
public record Interventions(List<Row> listed, List<Row> marks, Map<String, Long> counts, long total) {

    static final int LISTED = 200;
    private static final int MARKS = 150;
    private static final List<String> COLUMNS =
            List.of("timeSeconds", "agent", "target", "kind", "from", "to", "reason");

    /** One intervention: {@code agent} changed {@code target} from one state to another, and why. */
    public record Row(double seconds, String agent, String target, String kind, String from, String to, String reason) {

        static Row of(CsvRow row) throws ReportException {
            return new Row(row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6));
        }

        /** Whose behaviour it is about. */
        String subject() {
            return target.isEmpty() ? agent : target;
        }
    }

    public Interventions {
        listed = List.copyOf(listed);
        marks = List.copyOf(marks);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    static Interventions read(Path file, Consumer<String> notes) throws IOException {
        var listed = new ArrayList<Row>();
        var counts = new LinkedHashMap<String, Long>();
        var marks = new Representatives<Row>(MARKS);
        CsvFile.read(file, COLUMNS, notes, fields -> {
            Row row = Row.of(fields);
            if (listed.size() < LISTED) {
                listed.add(row);
            }
            counts.merge(row.kind(), 1L, Long::sum);
            if (Double.isFinite(row.seconds())) {
                marks.add(row.seconds(), 0, row);
            }
        });
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Interventions(listed, marks.values(), counts, total);
    }
}
