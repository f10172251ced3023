package catallaxy.scenarios.folder;

import java.util.List;

/**
 * A row of {@code interventions.csv}: an agent changed a target from one state to another, or was itself at fault, and why.
 *
 * @param timeSeconds simulated; exact where a run writes it, a double where it is read
 * @param from        empty for a fault, as is {@code to}
 */
public record InterventionRow(
        Number timeSeconds, String agent, String target, String kind, String from, String to, String reason)
        implements Row {
    @Override
    public List<Object> cells() {
        return List.of(timeSeconds, agent, target, kind, from, to, reason);
    }

    /** Whose behaviour it is about. */
    public String subject() {
        return target.isEmpty() ? agent : target;
    }
}
