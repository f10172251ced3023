package catallaxy.agents.algorithm;

import catallaxy.agents.network.Activation;
import java.util.List;

/**
 * Shape of the policy and value networks of an actor–critic.
 *
 * @param hidden     widths of the hidden layers, of both networks
 * @param activation of the hidden layers
 * @param logStd     of continuous actions, which live in [−1, 1]
 */
public record PolicyShape(List<Integer> hidden, Activation activation, LogStd logStd) {
    /** Checks the widths; the error names the field. */
    public PolicyShape {
        hidden = Settings.widths("hidden", hidden);
    }
}
