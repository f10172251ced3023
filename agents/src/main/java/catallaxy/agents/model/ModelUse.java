package catallaxy.agents.model;

/** What auxiliary models are there for. */
public enum ModelUse {
    /** There are none. */
    OFF,
    /** They learn and are scored, and decide nothing: the run is the same as without them. */
    WATCH,
    /** What they expect goes into the agent's decisions. */
    ON
}
