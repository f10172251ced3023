package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.InterventionRow;
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
public record Interventions(
        List<InterventionRow> listed, List<InterventionRow> marks, Map<String, Long> counts, long total) {

    static final int LISTED = 200;
    private static final int MARKS = 150;

    public Interventions {
        listed = List.copyOf(listed);
        marks = List.copyOf(marks);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    static Interventions read(Path file, Consumer<String> notes) throws IOException {
        var listed = new ArrayList<InterventionRow>();
        var counts = new LinkedHashMap<String, Long>();
        var marks = new Representatives<InterventionRow>(MARKS);
        CsvFile.read(file, InterventionRow.class, notes, row -> {
            double seconds = row.timeSeconds().doubleValue();
            if (listed.size() < LISTED) {
                listed.add(row);
            }
            counts.merge(row.kind(), 1L, Long::sum);
            if (Double.isFinite(seconds)) {
                marks.add(seconds, 0, row);
            }
        });
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Interventions(listed, marks.values(), counts, total);
    }
}
