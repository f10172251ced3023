package catallaxy.scenarios.file.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes found so far in one scenario; keeps the first {@value #LIMIT}. One thread. */
public final class Problems {
    private static final int LIMIT = 20;

    private static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problems::file).thenComparingInt(Problems::line);

    private final List<Problem> kept = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private int count;

    /** Notes a mistake. */
    public void add(Problem problem) {
        count++;
        if (kept.size() < LIMIT && !kept.contains(problem)) {
            kept.add(problem);
        }
    }

    /** Notes that something cannot be built because of a mistake that is reported elsewhere. */
    public void addConsequence() {
        count++;
    }

    /** Notes something that may be used but is probably not what is wanted. */
    public void warn(Problem warning) {
        if (warnings.size() < LIMIT && !warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    /** What was warned of, in the order of files and lines. */
    public List<Problem> warnings() {
        return warnings.stream().sorted(IN_ORDER).toList();
    }

    /** Everything noted so far, consequences too. */
    public int count() {
        return count;
    }

    /**
     * Ends the reading where there are mistakes.
     *
     * @throws ScenarioException if there is any; in the order of files and lines
     */
    public void throwIfAny() {
        if (count > 0) {
            throw new ScenarioException(kept.stream().sorted(IN_ORDER).toList());
        }
    }

    private static String file(Problem problem) {
        return problem.place().substring(0, Math.max(0, problem.place().lastIndexOf(':')));
    }

    private static int line(Problem problem) {
        String line = problem.place().substring(problem.place().lastIndexOf(':') + 1);
        return line.matches("[0-9]{1,9}") ? Integer.parseInt(line) : 0;
    }
}
