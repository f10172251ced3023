package catallaxy.scenarios.file;

import java.util.ArrayList;
import java.util.List;

/** The mistakes found so far in one scenario; keeps the first {@value #LIMIT}. One thread. */
final class Problems {
    private static final int LIMIT = 20;

    private final List<Problem> kept = new ArrayList<>();
    private int count;

    void add(Problem problem) {
        count++;
        if (kept.size() < LIMIT && !kept.contains(problem)) {
            kept.add(problem);
        }
    }

    /** Notes that something cannot be built because of a mistake that is reported elsewhere. */
    void addConsequence() {
        count++;
    }

    /** Everything noted so far, consequences too. */
    int count() {
        return count;
    }

    /** @throws ScenarioException if there is any */
    void throwIfAny() {
        if (count > 0) {
            throw new ScenarioException(kept);
        }
    }
}
