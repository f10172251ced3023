package catallaxy.scenarios.file.learning;

/** Which checkpoint of a training run is scored in the end. */
public enum Selection {
    /** The one with the best evaluation. */
    BEST,
    /** The last one. */
    LAST
}
