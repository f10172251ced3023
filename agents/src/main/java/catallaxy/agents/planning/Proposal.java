package catallaxy.agents.planning;

import catallaxy.environment.api.Action;
import catallaxy.environment.base.check.Checks;

/**
 * Something that an agent might do at an epoch.
 *
 * @param weight how good an expert takes it to be before any look ahead, relative to what else is proposed; positive
 */
public record Proposal(Action action, double weight) {
    public Proposal {
        Checks.present("action", "an action", action);
        Checks.positive("weight", weight);
    }
}
