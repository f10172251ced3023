package catallaxy.evolution.strategy;

/** What follows a run that has come to its end. */
public enum Restarts {
    /** Nothing: its distribution stays as it is. */
    NONE,
    /** A run with twice the population: Auger and Hansen 2005, https://doi.org/10.1109/CEC.2005.1554902. */
    IPOP,
    /** Runs with populations that double, and small ones between them: Hansen 2009, https://doi.org/10.1145/1570256.1570333. */
    BIPOP
}
