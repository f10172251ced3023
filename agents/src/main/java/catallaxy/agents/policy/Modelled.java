package catallaxy.agents.policy;

import catallaxy.agents.model.DeskReport;

/** An agent with auxiliary models, which says what they have learned. */
public interface Modelled {
    /** What they have learned so far, and how well they did. */
    DeskReport report();
}
