package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many runs of a group have a figure, and why others have none. Immutable.
 *
 * @param scored   those with one
 * @param absences one for each of the others
 */
public record RunCount(int scored, List<Absence> absences) {
    public RunCount {
        absences = List.copyOf(absences);
    }

    /** All, with and without a figure. */
    public int runs() {
        return scored + absences.size();
    }

    /** Those without a figure for this reason. */
    public int of(Absence.Kind kind) {
        return (int) absences.stream().filter(each -> each.kind() == kind).count();
    }

    /** {@code 5} where all have one, else as in {@code 3 of 5, 2 failed}. */
    public String text() {
        if (absences.isEmpty()) {
            return String.valueOf(scored);
        }
        return Arrays.stream(Absence.Kind.values())
                .filter(kind -> of(kind) > 0)
                .map(kind -> of(kind) + " " + kind.word())
                .collect(Collectors.joining(", ", scored + " of " + runs() + ", ", ""));
    }

    /** As in {@code 2 failed: training diverged}, one line for each different absence. */
    public List<String> reasons() {
        Map<Absence, Integer> counts = new LinkedHashMap<>();
        absences.forEach(each -> counts.merge(each, 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        counts.forEach(
                (absence, count) -> lines.add(count + " " + absence.kind().word() + ": " + absence.reason()));
        return lines;
    }
}
