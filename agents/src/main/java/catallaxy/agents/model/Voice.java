package catallaxy.agents.model;

/** What speaks for a group: what erred least there of late. */
public enum Voice {
    /** The naive rule. */
    NAIVE,
    /** The fit of all groups together. */
    POOLED,
    /** The fit of the group's own examples. */
    OWN
}
