package catallaxy.agents.planning;

import catallaxy.environment.api.Action;
import catallaxy.environment.base.check.Checks;

/**
 * Something that an agent might do at an epoch.
 *
 * @param weight   how good an expert takes it to be before any look ahead, relative to what else is proposed; positive
 * @param features what a {@link MoveJudge} is told of it, as many of each proposal of an expert; none where none is asked
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares proposals
public record Proposal(Action action, double weight, float[] features) {
    /** One that tells nothing of itself. */
    public Proposal(Action action, double weight) {
        this(action, weight, new float[0]);
    }

    public Proposal {
        Checks.present("action", "an action", action);
        Checks.positive("weight", weight);
    }
}
